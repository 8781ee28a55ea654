// Values as `console.log` shows them.
//
// A built-in class says how it is shown by a method `$inspect`, which gives undefined for what only inherits from it, or a list:
// its name, its size (undefined for what has none), a function of the value and the depth that gives the list of what stands
// in the braces (undefined for nothing), a text that stands for the value itself (undefined for none), and what opens the
// braces (undefined for the usual; "[" when the value looks like a list, whose first keys are indices).

const INSPECT_NAME = 0;
const INSPECT_SIZE = 1;
const INSPECT_ENTRIES = 2;
const INSPECT_TEXT = 3;
const INSPECT_OPENING = 4;

let lineLength: number = 80;
let mostElements: number = 100;
const MOST_UNITS = 10000;
const USUAL_DEPTH = 2;

// What is being shown now: the objects around, those that came up again within themselves, how far lines are indented, the
// greatest depth that is shown, the depth of the innermost object so far, and the symbol of methods that programs give.
let inspectSeen: any = undefined;
let inspectCircular: any = undefined;
let inspectIndentation: number = 0;
let inspectDepth: number = USUAL_DEPTH;
let inspectReached: number = 0;
let inspectCustom: any = undefined;

function inspect(value, depth: number): string {
  const seen = inspectSeen;
  const circular = inspectCircular;
  const indentation = inspectIndentation;
  const outerDepth = inspectDepth;
  const reached = inspectReached;
  inspectSeen = [];
  inspectCircular = [];
  inspectIndentation = 0;
  inspectDepth = depth;
  inspectReached = 0;
  inspectCustom = $table_get(symbolsByKey, "nodejs.util.inspect.custom");
  const text = inspectValue(value, 0);
  inspectSeen = seen;
  inspectCircular = circular;
  inspectIndentation = indentation;
  inspectDepth = outerDepth;
  inspectReached = reached;
  return text;
}

function inspectValue(value, depth: number): string {
  const kind = $value_kind(value);
  if (kind === 3) return $$F64_TO_DISPLAY(value);
  if (kind === 4) return inspectText(value);
  if (kind === KIND_SYMBOL) return symbolText(value);
  if (kind === KIND_BIGINT) return primitiveText(value) + "n";
  if (kind < KIND_FUNCTION || kind > KIND_RECORD) return $dynamic_toText(value);
  if (!$value_isAbsent(inspectCustom)) {
    const method = getFrom(lookupStart(value), inspectCustom, value);
    if (typeof method === "function") {
      const shown = inspectByMethod(value, method, depth);
      if (shown !== undefined) return shown;
    }
  }
  if ($array_indexOf_any(inspectSeen, value, 0) >= 0) {
    let index = $array_indexOf_any(inspectCircular, value, 0);
    if (index < 0) {
      const circular: $List = inspectCircular;
      index = circular.length;
      circular.push(value);
    }
    return "[Circular *" + (index + 1) + "]";
  }
  if (kind === KIND_LIST) return inspectList(value, depth);
  return kind === KIND_FUNCTION ? inspectFunction(value, depth) : inspectRecord(value, depth);
}

function inspectByMethod(value, method, depth: number): any {
  const options = { depth: inspectDepth - depth };
  const shown = $call(method, value, inspectDepth - depth, options, (x) => inspect(x, USUAL_DEPTH));
  if (shown === value) return undefined;
  if (typeof shown === "string") return indentLines(shown, inspectIndentation);
  return $value_isObject(shown) ? indentLines(inspectValue(shown, depth), inspectIndentation) : toText(shown);
}

function inspectList(list: $List, depth: number): string {
  const constructor = inspectedConstructor(list, depth);
  const tag = inspectedTag(list);
  const size = "(" + list.length + ")";
  const prefix = constructor !== "Array" || tag !== "" ? inspectPrefix(constructor, tag, "Array", size) : "";
  const keys = otherKeys(list);
  if (list.length === 0 && keys.length === 0) return prefix + "[]";
  if (depth > inspectDepth) return inspectedTooDeep(constructor, tag, "Array");
  inspectReached = depth + 1;
  const seen: $List = inspectSeen;
  seen.push(list);
  const output: $List = [];
  const count = list.length < mostElements ? list.length : mostElements;
  inspectIndentation += 2;
  if (hasHoles(list)) inspectSparse(output, list, depth + 1);
  else {
    for (let i = 0; i < count; i++) output.push(inspectValue(list[i], depth + 1));
    if (list.length > count) output.push(inspectedRest(list.length - count));
  }
  inspectIndentation -= 2;
  addProperties(output, list, keys, depth + 1);
  const base = inspectedReference(list);
  $$ARRAY_POP(seen);
  return reduceEntries(output, base, prefix + "[", "]", list, depth + 1);
}

// The elements of a list with holes: those that follow each other are one entry.
function inspectSparse(output: $List, list: $List, depth: number): void {
  let index = 0;
  while (index < list.length && output.length < mostElements) {
    const start = index;
    while (index < list.length && isHole(list, index) && $property_attributes(list, index) < 0) index++;
    if (index > start) output.push("<" + (index - start) + (index - start > 1 ? " empty items>" : " empty item>"));
    else output.push(inspectElement(list, index++, depth));
  }
  if (index < list.length) output.push(inspectedRest(list.length - index));
}

function inspectElement(list: $List, index: number, depth: number): string {
  if (!isHole(list, index)) return inspectValue(list[index], depth);
  return inspectOwn(list, index, depth);
}

// The keys of a list besides its indices.
function otherKeys(list: $List): $List {
  const keys: $List = $property_keys(list, 5);
  const others: $List = [];
  let elements = list.length;
  if (hasHoles(list)) for (let i = 0; i < list.length; i++) if ($property_attributes(list, i) < 0) elements--;
  for (let i = elements; i < keys.length; i++) if (isEnumerable(list, keys[i])) others.push(keys[i]);
  return others;
}

function inspectedRest(count: number): string {
  return "... " + count + (count > 1 ? " more items" : " more item");
}

function inspectFunction(f, depth: number): string {
  const constructor = inspectedConstructor(f, depth);
  const base = functionBase(f, constructor, inspectedTag(f));
  const keys = typeof $function_properties(f) === "string" ? [] : shownKeys(f);
  if (keys.length === 0) return base;
  if (depth > inspectDepth) return inspectedTooDeep(constructor, "", "Object");
  return inspectInside(f, depth, keys, base, "{", undefined);
}

function functionBase(f, constructor, tag: string): string {
  const kind = kindOfFunction(f);
  const name = functionName(f);
  if (kind === KIND_OF_CLASSES || kind === KIND_OF_LISTS) return classBase(f, name, constructor, tag);
  let type = "Function";
  if (kind === KIND_OF_ASYNC) type = "AsyncFunction";
  else if (kind === KIND_OF_GENERATORS) type = "GeneratorFunction";
  else if (kind === KIND_OF_ASYNC_GENERATORS) type = "AsyncGeneratorFunction";
  let base = "[" + type;
  if (constructor === null) base = base + " (null prototype)";
  base = base + (name === "" ? " (anonymous)]" : ": " + name + "]");
  if (constructor !== null && constructor !== type && constructor !== "Function") base = base + " " + constructor;
  return tag === "" || tag === constructor ? base : base + " [" + tag + "]";
}

function classBase(f, name: string, constructor, tag: string): string {
  let base = "[class " + (name === "" ? "(anonymous)" : name);
  if (constructor !== null && constructor !== "Function") base = base + " [" + constructor + "]";
  if (tag !== "" && tag !== constructor) base = base + " [" + tag + "]";
  if (constructor === null) return base + " extends null]";
  const above = prototypeOf(f);
  const nameAbove = typeof above === "function" ? functionName(above) : "";
  return nameAbove === "" ? base + "]" : base + " extends " + nameAbove + "]";
}

function inspectRecord(value, depth: number): string {
  const constructor = inspectedConstructor(value, depth);
  const tag = inspectedTag(value);
  const keys = shownKeys(value);
  const inner = $record_inner(value);
  if ($value_kind(inner) === KIND_ERROR) {
    const base = inspectedError(value, constructor, tag, keys);
    if (keys.length === 0) return base;
    if (depth > inspectDepth) return inspectedTooDeep(constructor, tag, "Object");
    return inspectInside(value, depth, keys, base, "{", undefined);
  }
  if (inner !== undefined) {
    const method = value.$inspect;
    const known = typeof method === "function" ? $call(method, value) : undefined;
    if (known !== undefined) return inspectKnown(value, depth, keys, constructor, tag, known);
    if (!$value_isObject(inner) && constructor !== null) {
      const base = wrapperBase(inner, constructor, tag, keys);
      if (base !== "") {
        if (keys.length === 0) return base;
        if (depth > inspectDepth) return inspectedTooDeep(constructor, tag, "Object");
        return inspectInside(value, depth, keys, base, "{", undefined);
      }
    }
  }
  const prefix = recordPrefix(inner, constructor, tag);
  if (keys.length === 0) return prefix + "{}";
  if (depth > inspectDepth) return inspectedTooDeep(constructor, tag, "Object");
  return inspectInside(value, depth, keys, "", prefix + "{", undefined);
}

// What stands before the braces of an object that no built-in class shows.
function recordPrefix(inner, constructor, tag: string): string {
  if (inner === argumentsMark) return constructor === "Object" ? "[Arguments] " : inspectPrefix(constructor, tag, "Arguments", "");
  return constructor === "Object" && tag === "" ? "" : inspectPrefix(constructor, tag, "Object", "");
}

// The text of an object that stands for a primitive; empty for other objects.
function wrapperBase(inner, constructor, tag: string, keys: $List): string {
  const kind = $value_kind(inner);
  let type = "";
  if (kind === 2) type = "Boolean";
  else if (kind === 3) type = "Number";
  else if (kind === KIND_SYMBOL) type = "Symbol";
  else if (kind === KIND_BIGINT) type = "BigInt";
  else if (kind === 4) {
    type = "String";
    const text: string = inner;
    $array_remove(keys, 0, text.length);
  } else return "";
  const base = "[" + type + (constructor === type ? ": " : " (" + constructor + "): ") + inspectValue(inner, 0) + "]";
  return tag === "" || tag === constructor ? base : base + " [" + tag + "]";
}

// An object of a class that says how it is shown.
function inspectKnown(value, depth: number, keys: $List, constructor, tag: string, known: $List): string {
  const name: string = known[INSPECT_NAME];
  const text = known[INSPECT_TEXT];
  if (text !== undefined) {
    let base: string = text;
    const prefix = inspectPrefix(constructor, tag, name, "");
    if (prefix !== name + " ") base = prefix + base;
    if (keys.length === 0 || depth > inspectDepth) return base;
    return inspectInside(value, depth, keys, base, "{", undefined);
  }
  const size = known[INSPECT_SIZE];
  const prefix = inspectPrefix(constructor, tag, name, size === undefined ? "" : "(" + size + ")");
  const opening = known[INSPECT_OPENING];
  if (opening === "[") {
    $array_remove(keys, 0, size);
    if (size === 0 && keys.length === 0) return prefix + "[]";
    if (depth > inspectDepth) return inspectedTooDeep(constructor, tag, name);
    return inspectInside(value, depth, keys, "", prefix + "[", known[INSPECT_ENTRIES]);
  }
  if (size === 0 && keys.length === 0) return prefix + "{}";
  if (depth > inspectDepth) return inspectedTooDeep(constructor, tag, name);
  return inspectInside(value, depth, keys, "", opening === undefined ? prefix + "{" : opening, known[INSPECT_ENTRIES]);
}

// An object with what stands in its braces: what a function gives, then the properties.
function inspectInside(value, depth: number, keys: $List, base: string, opening: string, entries): string {
  const inside = depth + 1;
  inspectReached = inside;
  const seen: $List = inspectSeen;
  seen.push(value);
  const output: $List = entries === undefined ? [] : $call(entries, undefined, value, inside);
  addProperties(output, value, keys, inside);
  const reference = inspectedReference(value);
  $$ARRAY_POP(seen);
  const before = reference === "" || base === "" ? reference + base : reference + " " + base;
  const isList = $string_endsWith(opening, "[", opening.length);
  return reduceEntries(output, before, opening, isList ? "]" : "}", isList ? value : undefined, inside);
}

function inspectedReference(value): string {
  const index = $array_indexOf_any(inspectCircular, value, 0);
  return index < 0 ? "" : "<ref *" + (index + 1) + ">";
}

function inspectedTooDeep(constructor, tag: string, fallback: string): string {
  const prefix = inspectPrefix(constructor, tag, fallback, "");
  const text = $string_slice(prefix, 0, prefix.length - 1);
  return constructor === null ? text : "[" + text + "]";
}

function inspectPrefix(constructor, tag: string, fallback: string, size: string): string {
  if (constructor === null) {
    if (tag === "Module" && fallback === "Object") return "[Module: null prototype] ";
    const prefix = "[" + fallback + size + ": null prototype] ";
    return tag !== "" && tag !== fallback ? prefix + "[" + tag + "] " : prefix;
  }
  const prefix = constructor + size + " ";
  return tag !== "" && tag !== constructor ? prefix + "[" + tag + "] " : prefix;
}

// The name of the constructor that an object is of; null without one.
function inspectedConstructor(value, depth: number): any {
  if ($value_kind(value) === KIND_FUNCTION) functionProperties(value); // Which have its prototype.
  let at = value;
  let first = undefined;
  while ($value_isObject(at)) {
    const constructor = $property_own(at, "constructor");
    if (typeof constructor === "function") {
      const name = functionName(constructor);
      if (name !== "" && isAbove($property_own(functionProperties(constructor), "prototype"), value)) return name;
    }
    at = prototypeOf(at);
    if (first === undefined) first = at;
  }
  if (first === null) return null;
  const kind = $value_kind(value);
  const own = kind === KIND_LIST ? "Array" : kind === KIND_FUNCTION ? "Function" : "Object";
  if (depth > inspectDepth) return own + " <Complex prototype>";
  const above = inspectedConstructor(first, depth + 1);
  if (above !== null) return own + " <" + above + ">";
  return own + " <[Object: null prototype]" + (shownKeys(first).length === 0 ? " {}>" : ">");
}

function inspectedTag(value): string {
  const tag = getFrom(lookupStart(value), symbolToStringTag, value);
  if (typeof tag !== "string" || isEnumerable(value, symbolToStringTag)) return "";
  return tag;
}

function shownKeys(value): $List {
  const keys: $List = $property_keys(value, 5);
  let kept = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key === "string" || isEnumerable(value, key)) {
      keys[kept] = key;
      kept++;
    }
  }
  $$ARRAY_TRUNCATE(keys, kept);
  return keys;
}

function addProperties(output: $List, value, keys: $List, depth: number): void {
  for (let i = 0; i < keys.length; i++) output.push(inspectProperty(value, keys[i], depth));
}

// The value of an own property, or what it has in place of one.
function inspectOwn(value, key, depth: number): string {
  const attributes = $property_attributes(value, key);
  let text: string = "";
  if (attributes >= 0 && (attributes & IS_ACCESSOR) !== 0) {
    const accessors: $List = $property_raw(value, key);
    if (accessors.length === 3) {
      inspectIndentation += 2;
      text = inspectValue($call(accessors[0], value), depth);
      inspectIndentation -= 2;
    } else if (accessors[0] === undefined) text = "[Setter]";
    else text = accessors[1] === undefined ? "[Getter]" : "[Getter/Setter]";
  } else {
    inspectIndentation += 2;
    text = inspectValue($property_get(value, key), depth);
    inspectIndentation -= 2;
  }
  return text;
}

function inspectProperty(value, key, depth: number): string {
  const attributes = $property_attributes(value, key);
  const text = inspectOwn(value, key, depth);
  if ($value_kind(key) === KIND_SYMBOL) return "[" + symbolText(key) + "]: " + text;
  const name: string = key;
  if (name === "__proto__") return "['__proto__']: " + text;
  if (attributes >= 0 && (attributes & IS_ENUMERABLE) === 0) return "[" + name + "]: " + text;
  return (isPlainKey(name) ? name : quoteText(name)) + ": " + text;
}
