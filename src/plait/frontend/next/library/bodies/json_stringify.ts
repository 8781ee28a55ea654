// JSON.stringify: what has been written, the replacing function, the keys that count, the indentation, and the objects around
// with the keys by which they were reached.

let jsonOutput: string = "";
let jsonReplacer: any = undefined;
let jsonKeys: any = undefined;
let jsonGap: string = "";
let jsonIndentation: string = "\n";
let jsonStack: any = undefined;
let jsonPath: any = undefined;

function stringifyJson(value, replacer, space): any {
  const outer: $List = [jsonOutput, jsonReplacer, jsonKeys, jsonGap, jsonIndentation, jsonStack, jsonPath];
  jsonOutput = "";
  jsonReplacer = typeof replacer === "function" ? replacer : undefined;
  jsonKeys = $value_kind(replacer) === KIND_LIST ? jsonKeyList(replacer) : undefined;
  jsonGap = gapOf(space);
  jsonIndentation = "\n";
  jsonStack = [];
  jsonPath = [];
  let result;
  try {
    const prepared = prepareJson(undefined, "", value);
    if (isJson(prepared)) {
      writeJson(prepared, "");
      result = jsonOutput;
    }
  } finally {
    jsonOutput = outer[0];
    jsonReplacer = outer[1];
    jsonKeys = outer[2];
    jsonGap = outer[3];
    jsonIndentation = outer[4];
    jsonStack = outer[5];
    jsonPath = outer[6];
  }
  return result;
}

function gapOf(given): string {
  const space = unwrapped(given);
  if (typeof space === "number") return $string_repeat(" ", $$FMAX(0, $$FMIN(10, toInteger(space))));
  return typeof space === "string" ? $string_slice(space, 0, 10) : "";
}

function jsonKeyList(replacer: $List): any {
  const keys: $List = [];
  for (let i = 0; i < replacer.length; i++) {
    const key = unwrapped(replacer[i]);
    if (typeof key !== "string" && typeof key !== "number") continue;
    const text = toText(key);
    if ($array_indexOf_any(keys, text, 0) < 0) keys.push(text);
  }
  return keys;
}

// The primitive that an object stands for; every other value itself.
function unwrapped(value): any {
  if ($value_kind(value) !== KIND_RECORD) return value;
  const inner = $record_inner(value);
  if (inner === undefined || $value_isObject(inner)) return value;
  const prototype = $intrinsic_prototype($value_kind(inner));
  if (!$value_isObject(prototype) || !isAbove(prototype, value)) return value;
  if (typeof inner === "number") return toNumber(value);
  return typeof inner === "string" ? toText(value) : inner;
}

// What is written for a property: after its method `toJSON`, and the replacing function.
function prepareJson(holder, key, given): any {
  let value = given;
  const kind = $value_kind(value);
  if (kind >= KIND_BIGINT) {
    const method = value.toJSON;
    if (typeof method === "function") value = $call(method, value, typeof key === "number" ? $dynamic_toText(key) : key);
  }
  if (jsonReplacer !== undefined) {
    let above = holder;
    if (above === undefined) {
      above = newObject();
      $property_define(above, "", value, 7);
    }
    value = $call(jsonReplacer, above, typeof key === "number" ? $dynamic_toText(key) : key, value);
  }
  return unwrapped(value);
}

function isJson(value): boolean {
  const kind = $value_kind(value);
  return kind !== 0 && kind !== KIND_SYMBOL && kind !== KIND_FUNCTION;
}

function writeJson(value, key): void {
  const kind = $value_kind(value);
  if (kind === 4) {
    jsonOutput = jsonOutput + quoteJson(value);
  } else if (kind === 3) {
    jsonOutput = jsonOutput + ($number_isFinite(value) ? $dynamic_toText(value) : "null");
  } else if (kind < 3) {
    jsonOutput = jsonOutput + $dynamic_toText(value);
  } else if (kind === KIND_BIGINT) {
    throw new TypeError("Do not know how to serialize a BigInt");
  } else {
    const stack: $List = jsonStack;
    const path: $List = jsonPath;
    if ($array_indexOf_any(stack, value, 0) >= 0) circularJson(value, key);
    stack.push(value);
    path.push(key);
    const indentation = jsonIndentation;
    jsonIndentation = indentation + jsonGap;
    if (kind === KIND_LIST) writeJsonArray(value, indentation);
    else writeJsonObject(value, indentation);
    jsonIndentation = indentation;
    $$ARRAY_POP(stack);
    $$ARRAY_POP(path);
  }
}

function writeJsonArray(list: $List, outer: string): void {
  if (list.length === 0) {
    jsonOutput = jsonOutput + "[]";
    return;
  }
  const between = jsonGap === "" ? "," : "," + jsonIndentation;
  jsonOutput = jsonOutput + (jsonGap === "" ? "[" : "[" + jsonIndentation);
  for (let i = 0; i < list.length; i++) {
    if (i > 0) jsonOutput = jsonOutput + between;
    const value = prepareJson(list, i, list[i]);
    if (isJson(value)) writeJson(value, i);
    else jsonOutput = jsonOutput + "null";
  }
  jsonOutput = jsonOutput + (jsonGap === "" ? "]" : outer + "]");
}

function writeJsonObject(object, outer: string): void {
  const keys: $List = jsonKeys === undefined ? $property_keys(object, 1) : jsonKeys;
  let isEmpty = true;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const value = prepareJson(object, key, getElement(object, key));
    if (!isJson(value)) continue;
    let before = isEmpty ? "{" : ",";
    if (jsonGap !== "") before = before + jsonIndentation;
    jsonOutput = jsonOutput + before + quoteJson(key) + (jsonGap === "" ? ":" : ": ");
    isEmpty = false;
    writeJson(value, key);
  }
  if (isEmpty) jsonOutput = jsonOutput + "{}";
  else jsonOutput = jsonOutput + (jsonGap === "" ? "}" : outer + "}");
}

function quoteJson(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = $$STRING_CHAR_CODE_AT(text, i);
    if (code < 32 || code === 34 || code === 92 || (code >= 55296 && code < 57344)) return '"' + escapeJson(text, i) + '"';
  }
  return '"' + text + '"';
}

// The text with escapes, of which the first stands at a place or behind it.
function escapeJson(text: string, place: number): string {
  let made = "";
  let start = 0;
  for (let i = place; i < text.length; i++) {
    const code = $$STRING_CHAR_CODE_AT(text, i);
    let escape = "";
    if (code === 34 || code === 92) {
      escape = "\\" + $string_fromCharCode(code);
    } else if (code < 32) {
      escape = controlInJson(code);
    } else if (code >= 55296 && code < 57344) {
      if (code < 56320 && i + 1 < text.length && ($$STRING_CHAR_CODE_AT(text, i + 1) & 64512) === 56320) {
        i++;
        continue;
      }
      escape = "\\u" + $number_toString(code, 16);
    } else {
      continue;
    }
    made = made + $string_slice(text, start, i) + escape;
    start = i + 1;
  }
  return made + $string_slice(text, start, text.length);
}

function controlInJson(code: number): string {
  if (code === 8) return "\\b";
  if (code === 9) return "\\t";
  if (code === 10) return "\\n";
  if (code === 12) return "\\f";
  if (code === 13) return "\\r";
  return (code < 16 ? "\\u000" : "\\u00") + $number_toString(code, 16);
}

// The error of an object within itself, with the way that leads round.
function circularJson(value, key): void {
  const stack: $List = jsonStack;
  const path: $List = jsonPath;
  const first = $array_indexOf_any(stack, value, 0);
  const count = stack.length;
  let message = "Converting circular structure to JSON\n    --> starting at " + circularObject(value);
  for (let i = first + 1; i < count; i++) {
    if (i < first + 3 || i === count - 1) {
      message = message + "\n    |     " + circularKey(path[i]) + " -> " + circularObject(stack[i]);
    } else if (i === first + 3) {
      message = message + "\n    |     ...";
    }
  }
  throw new TypeError(message + "\n    --- " + circularKey(key) + " closes the circle");
}

function circularObject(value): string {
  return "object with constructor '" + constructorName(value, "Object") + "'";
}

function circularKey(key): string {
  return typeof key === "number" ? "index " + key : "property '" + key + "'";
}
