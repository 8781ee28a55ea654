// Errors as `console.log` shows them.

// The stack, improved, without its braces; changes the keys into those that are shown besides.
function inspectedError(error, constructor, tag: string, keys: $List): string {
  const givenName = error.name;
  const name = givenName === undefined || givenName === null ? "Error" : toText(givenName);
  const givenStack = error.stack;
  const stack = givenStack ? toText(givenStack) : errorText(error);
  dropShownKey(error, "name", keys, stack);
  dropShownKey(error, "message", keys, stack);
  dropShownKey(error, "stack", keys, stack);
  addHiddenKey(error, "cause", keys);
  if ($value_kind(error.errors) === KIND_LIST) addHiddenKey(error, "errors", keys);
  const improved = improveStack(stack, constructor, name, tag);
  const message = error.message;
  let from = 0;
  if (typeof message === "string" && message !== "") {
    const found = $string_indexOf(improved, message, 0);
    if (found > 0) from = found + message.length;
  }
  const shown = $string_indexOf(improved, "\n    at", from) < 0 ? "[" + improved + "]" : improved;
  return indentLines(shown, inspectIndentation);
}

function dropShownKey(error, key: string, keys: $List, stack: string): void {
  const index = $array_indexOf_any(keys, key, 0);
  if (index < 0) return;
  const value = getProperty(error, key);
  if (typeof value !== "string" || $string_indexOf(stack, value, 0) >= 0) $array_remove(keys, index, 1);
}

function addHiddenKey(error, key: string, keys: $List): void {
  if (hasProperty(key, error) && $array_indexOf_any(keys, key, 0) < 0) keys.push(key);
}

// A stack that begins with the name of the error's class.
function improveStack(stack: string, constructor, name: string, tag: string): string {
  const length = name.length;
  const follows = stack.length > length ? $string_charAt(stack, length) : "";
  const isNamed =
    $string_endsWith(name, "Error", length) &&
    $string_startsWith(stack, name, 0) &&
    (stack.length === length || follows === ":" || follows === "\n");
  if (constructor !== null && !isNamed) return stack;
  const written = constructor === null ? writtenName(stack) : "";
  const fallback = written === "" ? "Error" : written;
  const size = constructor === null ? written.length : length;
  const given = inspectPrefix(constructor, tag, fallback, "");
  const prefix = $string_slice(given, 0, given.length - 1);
  if (name === prefix) return stack;
  const rest = $string_slice(stack, size, stack.length);
  if ($string_indexOf(prefix, name, 0) < 0) return prefix + " [" + name + "]" + rest;
  return size === 0 ? prefix + ": " + stack : prefix + rest;
}

// The name that a stack begins with.
function writtenName(stack: string): string {
  let end = 0;
  while (end < stack.length) {
    const code = $$STRING_CHAR_CODE_AT(stack, end);
    const isPart = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (!isPart && code !== 95 && code !== 32) break;
    end++;
  }
  const follows = end < stack.length ? $string_charAt(stack, end) : "\n";
  return follows === ":" || follows === "\n" ? $string_slice(stack, 0, end) : "";
}
