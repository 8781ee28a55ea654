// String. Patterns that are objects bring their own methods: `Symbol.replace` and the like.

class String {
  constructor(...args: $Length<1>) {
    const isMade = isNewOf(this, 4);
    const value = args[0];
    if (!isMade && typeof value === "symbol") return symbolText(value);
    const text = args.length === 0 ? "" : toText(value);
    if (!isMade) return text;
    wrap(this, text);
  }

  static fromCharCode(...units: $Length<1>) {
    let text = "";
    for (let i = 0; i < units.length; i++) text += $string_fromCharCode(toNumber(units[i]) & 65535);
    return text;
  }

  static fromCodePoint(...points: $Length<1>) {
    let text = "";
    for (let i = 0; i < points.length; i++) {
      const point = toNumber(points[i]);
      if (!(point >= 0 && point <= 1114111 && $$FTRUNC(point) === point)) {
        throw new RangeError("Invalid code point " + point);
      }
      text += $string_fromCodePoint(point);
    }
    return text;
  }

  static raw(template, ...insertions) {
    const raw = argumentList(toObject(getElement(toObject(template), "raw")));
    let text = "";
    for (let i = 0; i < raw.length; i++) {
      text += toText(raw[i]);
      if (i + 1 < raw.length && i < insertions.length) text += toText(insertions[i]);
    }
    return text;
  }

  toString() {
    return primitiveThis(this, 4, "String.prototype.toString");
  }

  valueOf() {
    return primitiveThis(this, 4, "String.prototype.valueOf");
  }

  at(index) {
    const text = textOf(this, "at");
    const relative = toInteger(index);
    const place = relative < 0 ? relative + text.length : relative;
    return place < 0 || place >= text.length ? undefined : $string_charAt(text, place);
  }

  charAt(index) {
    return $string_charAt(textOf(this, "charAt"), toInteger(index));
  }

  charCodeAt(index) {
    return $string_charCodeAt(textOf(this, "charCodeAt"), toInteger(index));
  }

  codePointAt(index) {
    const point = $string_codePointAt(textOf(this, "codePointAt"), toInteger(index));
    return point < 0 ? undefined : point;
  }

  concat(...texts: $Length<1>) {
    let text = textOf(this, "concat");
    for (let i = 0; i < texts.length; i++) text += toText(texts[i]);
    return text;
  }

  endsWith(part, end?) {
    const text = textOf(this, "endsWith");
    const searched = plainPart(part, "endsWith");
    return $string_endsWith(text, searched, end === undefined ? text.length : toInteger(end));
  }

  includes(part, start?) {
    const text = textOf(this, "includes");
    const searched = plainPart(part, "includes");
    return $string_includes(text, searched, toInteger(start));
  }

  indexOf(part, start?) {
    const text = textOf(this, "indexOf");
    const searched = toText(part);
    return $string_indexOf(text, searched, toInteger(start));
  }

  isWellFormed() {
    return lonelySurrogate(textOf(this, "isWellFormed"), 0) < 0;
  }

  lastIndexOf(part, start?) {
    const text = textOf(this, "lastIndexOf");
    const searched = toText(part);
    const place = toNumber(start);
    return $string_lastIndexOf(text, searched, $number_isNaN(place) ? text.length : place);
  }

  localeCompare(other, locales?, options?) {
    return compareForPeople(textOf(this, "localeCompare"), toText(other), options);
  }

  match(pattern) {
    return matchText(this, pattern, symbolMatch, "match");
  }

  matchAll(pattern) {
    return matchText(this, pattern, symbolMatchAll, "matchAll");
  }

  normalize(form?) {
    const text = textOf(this, "normalize");
    return normalizeText(text, form === undefined ? "NFC" : toText(form));
  }

  padEnd(length, filler?) {
    const text = textOf(this, "padEnd");
    const wanted = toInteger(length);
    if (wanted <= text.length) return text;
    return $string_padEnd(text, wanted, filler === undefined ? " " : toText(filler));
  }

  padStart(length, filler?) {
    const text = textOf(this, "padStart");
    const wanted = toInteger(length);
    if (wanted <= text.length) return text;
    return $string_padStart(text, wanted, filler === undefined ? " " : toText(filler));
  }

  repeat(count) {
    const text = textOf(this, "repeat");
    const times = toInteger(count);
    if (times < 0 || times === Infinity) throw new RangeError("Invalid count value: " + toText(count));
    return $string_repeat(text, times);
  }

  replace(pattern, replacement) {
    if ($value_isObject(pattern)) {
      const method = getElement(pattern, symbolReplace);
      if (method !== undefined && method !== null) return $call(method, pattern, requireText(this, "replace"), replacement);
    }
    return replacePart(textOf(this, "replace"), toText(pattern), replacement, false);
  }

  replaceAll(pattern, replacement) {
    if ($value_isObject(pattern)) {
      requireText(this, "replaceAll");
      requireGlobal(pattern, "replaceAll");
      const method = getElement(pattern, symbolReplace);
      if (method !== undefined && method !== null) return $call(method, pattern, this, replacement);
    }
    return replacePart(textOf(this, "replaceAll"), toText(pattern), replacement, true);
  }

  search(pattern) {
    return matchText(this, pattern, symbolSearch, "search");
  }

  slice(start, end) {
    const text = textOf(this, "slice");
    const from = relativeIndex(start, text.length, 0);
    return $string_slice(text, from, $$FMAX(from, relativeIndex(end, text.length, text.length)));
  }

  split(separator, limit) {
    if ($value_isObject(separator)) {
      const method = getElement(separator, symbolSplit);
      if (method !== undefined && method !== null) return $call(method, separator, requireText(this, "split"), limit);
    }
    const text = textOf(this, "split");
    const most = limit === undefined ? 4294967295 : toNumber(limit) >>> 0;
    const pause = toText(separator);
    if (most === 0) return [];
    if (separator === undefined) return [text];
    return splitText(text, pause, most);
  }

  startsWith(part, start?) {
    const text = textOf(this, "startsWith");
    const searched = plainPart(part, "startsWith");
    return $string_startsWith(text, searched, toInteger(start));
  }

  substr(start, length) {
    const text = textOf(this, "substr");
    const from = relativeIndex(start, text.length, 0);
    const count = length === undefined ? text.length - from : $$FMIN($$FMAX(toInteger(length), 0), text.length - from);
    return $string_slice(text, from, from + count);
  }

  substring(start, end) {
    const text = textOf(this, "substring");
    return $$STRING_SUBSTRING(text, clampedInteger(start), end === undefined ? text.length : clampedInteger(end));
  }

  toLocaleLowerCase(locales?) {
    return $string_toLowerCase(textOf(this, "toLocaleLowerCase"));
  }

  toLocaleUpperCase(locales?) {
    return $string_toUpperCase(textOf(this, "toLocaleUpperCase"));
  }

  toLowerCase() {
    return $string_toLowerCase(textOf(this, "toLowerCase"));
  }

  toUpperCase() {
    return $string_toUpperCase(textOf(this, "toUpperCase"));
  }

  toWellFormed() {
    return wellFormed(textOf(this, "toWellFormed"));
  }

  trim() {
    return $string_trim(textOf(this, "trim"));
  }

  ["trimEnd"]() {
    return $string_trimEnd(textOf(this, "trimEnd"));
  }

  ["trimStart"]() {
    return $string_trimStart(textOf(this, "trimStart"));
  }

  static {
    const atEnd = getProperty(String.prototype, "trimEnd");
    const atStart = getProperty(String.prototype, "trimStart");
    $property_define(String.prototype, "trimRight", atEnd, IS_WRITABLE | IS_CONFIGURABLE);
    $property_define(String.prototype, "trimLeft", atStart, IS_WRITABLE | IS_CONFIGURABLE);
    wrap(String.prototype, "");
  }

  anchor(value) {
    return taggedText(this, "anchor", "a", "name", value);
  }

  big() {
    return taggedText(this, "big", "big", "", undefined);
  }

  blink() {
    return taggedText(this, "blink", "blink", "", undefined);
  }

  bold() {
    return taggedText(this, "bold", "b", "", undefined);
  }

  fixed() {
    return taggedText(this, "fixed", "tt", "", undefined);
  }

  fontcolor(value) {
    return taggedText(this, "fontcolor", "font", "color", value);
  }

  fontsize(value) {
    return taggedText(this, "fontsize", "font", "size", value);
  }

  italics() {
    return taggedText(this, "italics", "i", "", undefined);
  }

  link(value) {
    return taggedText(this, "link", "a", "href", value);
  }

  small() {
    return taggedText(this, "small", "small", "", undefined);
  }

  strike() {
    return taggedText(this, "strike", "strike", "", undefined);
  }

  sub() {
    return taggedText(this, "sub", "sub", "", undefined);
  }

  sup() {
    return taggedText(this, "sup", "sup", "", undefined);
  }

  [Symbol.iterator]() {
    const made = $record_new(getProperty(StringIterator, "prototype"));
    const state: $List = [textOf(this, "[Symbol.iterator]"), 0];
    $record_setInner(made, state);
    return made;
  }
}

// What an iterator keeps: the text and the next index.
class StringIterator extends Iterator {
  next() {
    return steppedResult(nextOfText($record_inner(this)));
  }

  $step() {
    return nextOfText($record_inner(this));
  }

  static {
    $property_define(StringIterator.prototype, symbolToStringTag, "String Iterator", IS_CONFIGURABLE);
  }

  static {
    $property_delete(StringIterator.prototype, "constructor");
  }
}

// The next code point of a text, ABSENT at its end.
function nextOfText(state: $List): any {
  const text: string = state[0];
  const at: number = state[1];
  if (at >= text.length) return $value_absent();
  const size = $string_codePointAt(text, at) > 65535 ? 2 : 1;
  state[1] = at + size;
  return $string_slice(text, at, at + size);
}

function requireText(self, method: string): any {
  if (self === undefined || self === null) {
    throw new TypeError("String.prototype." + method + " called on null or undefined");
  }
  return self;
}

function textOf(self, method: string): string {
  return typeof self === "string" ? self : toText(requireText(self, method));
}

function isPattern(x): boolean {
  if (!$value_isObject(x)) return false;
  const match = getElement(x, symbolMatch);
  return match === undefined ? $regexp_isPattern($record_inner(x)) : match ? true : false;
}

function plainPart(part, method: string): string {
  if (isPattern(part)) {
    throw new TypeError("First argument to String.prototype." + method + " must not be a regular expression");
  }
  return toText(part);
}

function requireGlobal(pattern, method: string): void {
  if (!isPattern(pattern)) return;
  const flags = getElement(pattern, "flags");
  if (flags === undefined || flags === null) throw new TypeError("String.prototype." + method + " called on null or undefined");
  if ($string_includes(toText(flags), "g", 0)) return;
  throw new TypeError("String.prototype." + method + " called with a non-global RegExp argument");
}

// What `match`, `matchAll` and `search` do: the pattern's own method, of a regular expression when the pattern is none.
function matchText(self, pattern, symbol, method: string): any {
  requireText(self, method);
  if ($value_isObject(pattern)) {
    if (method === "matchAll") requireGlobal(pattern, "matchAll");
    const own = getElement(pattern, symbol);
    if (own !== undefined && own !== null) {
      return $call(own, pattern, self);
    }
  }
  const text = toText(self);
  const flags = method === "matchAll" ? "g" : undefined;
  const made = construct(RegExp, [pattern, flags]);
  return $call(getElement(made, symbol), made, text);
}

function clampedInteger(x): number {
  return $$FMIN($$FMAX(toInteger(x), 0), 2147483647);
}

// Where the first half of a surrogate pair stands alone, from an index on; -1 if nowhere.
function lonelySurrogate(text: string, start: number): number {
  for (let i = start; i < text.length; i++) {
    const unit = $$STRING_CHAR_CODE_AT(text, i);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    if (unit > 0xdbff || i + 1 === text.length) return i;
    const next = $$STRING_CHAR_CODE_AT(text, i + 1);
    if (next < 0xdc00 || next > 0xdfff) return i;
    i++;
  }
  return -1;
}

function wellFormed(text: string): string {
  let made = "";
  let start = 0;
  let at = lonelySurrogate(text, 0);
  while (at >= 0) {
    made += $string_slice(text, start, at) + "\ufffd";
    start = at + 1;
    at = lonelySurrogate(text, start);
  }
  return made + $string_slice(text, start, text.length);
}

function splitText(text: string, separator: string, most: number): any {
  const pieces: $List = [];
  if (separator === "") {
    for (let i = 0; i < text.length && i < most; i++) pieces.push($string_charAt(text, i));
    return pieces;
  }
  let start = 0;
  while (pieces.length < most) {
    const at = $string_indexOf(text, separator, start);
    if (at < 0) {
      pieces.push($string_slice(text, start, text.length));
      break;
    }
    pieces.push($string_slice(text, start, at));
    start = at + separator.length;
  }
  return pieces;
}

function replacePart(text: string, part: string, replacement, isAll: boolean): string {
  const isFunction = typeof replacement === "function";
  const pattern = isFunction ? "" : toText(replacement);
  const hasMarks = $string_indexOf(pattern, "$", 0) >= 0;
  if (!isFunction && !hasMarks) {
    return isAll ? $string_replaceAll(text, part, pattern) : $string_replace(text, part, pattern);
  }
  let at = $string_indexOf(text, part, 0);
  let result = "";
  let behind = 0;
  while (at >= 0) {
    result += $string_slice(text, behind, at);
    result += isFunction
      ? toText($call(replacement, undefined, part, at, text))
      : expandedReplacement(pattern, text, part, at);
    behind = at + part.length;
    if (!isAll) break;
    const next = part === "" ? at + 1 : behind;
    at = next > text.length ? -1 : $string_indexOf(text, part, next);
  }
  return result + $string_slice(text, behind, text.length);
}

// A replacement in which `$$`, `$&`, and `$` before a backtick or an apostrophe stand for what they mean.
function expandedReplacement(pattern: string, text: string, part: string, at: number): string {
  let result = "";
  let start = 0;
  let mark = $string_indexOf(pattern, "$", 0);
  while (mark >= 0) {
    const what = $string_charAt(pattern, mark + 1);
    result += $string_slice(pattern, start, mark);
    start = mark + 2;
    if (what === "$") result += "$";
    else if (what === "&") result += part;
    else if (what === "`") result += $string_slice(text, 0, at);
    else if (what === "'") result += $string_slice(text, at + part.length, text.length);
    else {
      result += "$";
      start = mark + 1;
    }
    mark = $string_indexOf(pattern, "$", start);
  }
  return result + $string_slice(pattern, start, pattern.length);
}
