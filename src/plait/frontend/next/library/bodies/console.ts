// The console.

let consoleIndentation: string = "";
const consoleCounts = $table_new();
const consoleTimes = $table_new();

class Console {
  log(...values) {
    writeToConsole(formatValues(values), false);
  }

  info(...values) {
    writeToConsole(formatValues(values), false);
  }

  debug(...values) {
    writeToConsole(formatValues(values), false);
  }

  error(...values) {
    writeToConsole(formatValues(values), true);
  }

  warn(...values) {
    writeToConsole(formatValues(values), true);
  }

  trace(...values) {
    const text = formatValues(values);
    writeToConsole((text === "" ? "Trace" : "Trace: " + text) + "\n    at <anonymous>", true);
  }

  dir(value, options) {
    let depth = USUAL_DEPTH;
    if ($value_isObject(options)) {
      const given = options.depth;
      if (given === null) depth = Infinity;
      else if (given !== undefined) depth = toNumber(given);
    }
    writeToConsole(inspect(value, depth), false);
  }

  table(data, columns) {
    const text = $value_isObject(data) && typeof data !== "function" ? tableText(data, columns) : formatValues([data]);
    writeToConsole(text, false);
  }

  group(...label) {
    beginGroup(label);
  }

  groupCollapsed(...label) {
    beginGroup(label);
  }

  groupEnd() {
    consoleIndentation = $string_slice(consoleIndentation, 0, $$FMAX(0, consoleIndentation.length - 2));
  }

  count(label) {
    const name = consoleLabel(label);
    const known = $table_get(consoleCounts, name);
    const count = $value_isAbsent(known) ? 1 : known + 1;
    $table_set(consoleCounts, name, count);
    writeToConsole(name + ": " + count, false);
  }

  countReset(label) {
    const name = consoleLabel(label);
    if (!$table_delete(consoleCounts, name)) writeToConsole("Warning: Count for '" + name + "' does not exist", true);
  }

  time(label) {
    const name = consoleLabel(label);
    if ($table_has(consoleTimes, name)) {
      writeToConsole("Warning: Label '" + name + "' already exists for console.time()", true);
    } else {
      $table_set(consoleTimes, name, readClock());
    }
  }

  timeLog(label, ...values) {
    const name = consoleLabel(label);
    const text = timeText(name, "timeLog");
    if (text !== "") writeToConsole(values.length === 0 ? text : text + " " + formatValues(values), false);
  }

  timeEnd(label) {
    const name = consoleLabel(label);
    const text = timeText(name, "timeEnd");
    if (text !== "") writeToConsole(text, false);
    $table_delete(consoleTimes, name);
  }

  assert(condition, ...values) {
    if (condition) return;
    if (values.length > 0) values[0] = "Assertion failed: " + toText(values[0]);
    else values.push("Assertion failed");
    writeToConsole(formatValues(values), true);
  }
}

const console = new Console();

function writeToConsole(text: string, isError: boolean): void {
  let shown = text;
  if (consoleIndentation !== "") shown = consoleIndentation + indentLines(text, consoleIndentation.length);
  if (isError) $console_error(shown);
  else $console_log(shown);
}

function beginGroup(label: $List): void {
  if (label.length > 0) writeToConsole(formatValues(label), false);
  consoleIndentation = consoleIndentation + "  ";
}

function consoleLabel(label): string {
  return label === undefined ? "default" : toText(label);
}

function timeText(name: string, method: string): string {
  const begun = $table_get(consoleTimes, name);
  if ($value_isAbsent(begun)) {
    writeToConsole("Warning: No such label '" + name + "' for console." + method + "()", true);
    return "";
  }
  const passed = readClock() - begun;
  if (passed >= 1000) return name + ": " + $number_toFixed(passed / 1000, 3) + "s";
  return name + ": " + $dynamic_toText($number_ofString($number_toFixed(passed, 3))) + "ms";
}

// What `console.log` writes: the first text with its placeholders filled in, then the other values.
function formatValues(values: $List): string {
  if (values.length === 0) return "";
  const first = values[0];
  let made = "";
  let at = 0;
  if (typeof first === "string") {
    at = 1;
    made = first;
    if (values.length > 1 && $string_indexOf(first, "%", 0) >= 0) {
      const filled: $List = fillPlaceholders(first, values);
      made = filled[0];
      at = filled[1];
    }
  }
  for (let i = at; i < values.length; i++) {
    const value = values[i];
    const text = typeof value === "string" ? value : inspect(value, USUAL_DEPTH);
    made = i === 0 ? text : made + " " + text;
  }
  return made;
}

// The text, and how many of the values it has taken.
function fillPlaceholders(format: string, values: $List): $List {
  let made = "";
  let start = 0;
  let used = 1;
  for (let i = 0; i + 1 < format.length; i++) {
    if ($$STRING_CHAR_CODE_AT(format, i) !== 37) continue;
    const code = $$STRING_CHAR_CODE_AT(format, i + 1);
    if (code === 37) {
      made = made + $string_slice(format, start, i + 1);
      start = i + 2;
      i++;
    } else if (used < values.length && isPlaceholder(code)) {
      made = made + $string_slice(format, start, i) + formatPlaceholder(code, values[used]);
      start = i + 2;
      used++;
      i++;
    } else {
      i++;
    }
  }
  return [made + $string_slice(format, start, format.length), used];
}

// c, d, f, i, j, o, s, O
function isPlaceholder(code: number): boolean {
  return code === 115 || (code >= 99 && code <= 100) || code === 102 || code === 105 || code === 106 || code === 111 || code === 79;
}

function formatPlaceholder(code: number, value): string {
  if (code === 99) return "";
  if (code === 79) return inspect(value, USUAL_DEPTH);
  if (code === 111) return inspect(value, 4);
  if (code === 106) return JSON.stringify(value) + "";
  const kind = $value_kind(value);
  if (code === 115) {
    if (kind === 3) return $$F64_TO_DISPLAY(value);
    if (kind === KIND_BIGINT) return $dynamic_toText(value) + "n";
    if (kind === KIND_SYMBOL) return symbolText(value);
    if (kind < KIND_LIST) return toText(value);
    return hasOwnText(value) ? toText(value) : inspect(value, 0);
  }
  if (kind === KIND_SYMBOL) return "NaN";
  if (kind === KIND_BIGINT && code !== 102) return $dynamic_toText(value) + "n";
  if (code === 100) return $$F64_TO_DISPLAY(toNumber(value));
  const text = toText(value);
  return $$F64_TO_DISPLAY(code === 105 ? $number_parseInt(text, 0) : $number_parseFloat(text));
}

// Whether the program says by a method of its own how an object becomes a text.
function hasOwnText(value): boolean {
  const holder = $property_holder(value, "toString");
  if (holder === undefined || typeof value.toString !== "function") return false;
  if (holder === value) return true;
  const constructor = $property_own(holder, "constructor");
  if (typeof constructor !== "function") return true;
  return $array_indexOf_any(namesOfBuiltIns, functionName(constructor), 0) < 0;
}

const namesOfBuiltIns: $List = ["Object", "Array", "Error", "Date", "RegExp", "Function", "Number", "String", "Boolean", "Symbol"];
