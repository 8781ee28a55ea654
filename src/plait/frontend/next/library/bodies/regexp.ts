// RegExp. What a RegExp record keeps inside is a pattern of the machine; `regexp_methods.ts` says what methods do.

const HAS_INDICES = 1;
const IS_GLOBAL = 2;
const IGNORES_CASE = 4;
const IS_MULTILINE = 8;
const IS_DOT_ALL = 16;
const IS_UNICODE = 32;
const HAS_UNICODE_SETS = 64;
const IS_STICKY = 128;
const BY_POINTS = 96;
const USES_LAST_INDEX = 130;
const REGEXP_FLAGS = "dgimsuvy";

// Patterns by their flags and source, so that each is compiled once; forgotten when there are many.
const knownPatterns = $table_new();
const MOST_KNOWN_PATTERNS = 500;

class RegExp {
  constructor(pattern, flags) {
    if (this === undefined) return callRegExp(pattern, flags);
    const inner = $value_kind(pattern) === KIND_RECORD ? $record_inner(pattern) : undefined;
    let source = pattern;
    let given = flags;
    if ($regexp_isPattern(inner)) {
      source = $regexp_source(inner);
      if (flags === undefined) given = $regexp_flags(inner);
    } else if (isPattern(pattern)) {
      source = getElement(pattern, "source");
      if (flags === undefined) given = getElement(pattern, "flags");
    }
    const text = source === undefined ? "" : toText(source);
    becomeRegExp(this, patternFor(text, given === undefined ? "" : toText(given)));
  }

  static get [Symbol.species]() {
    return this;
  }

  static escape(text) {
    if (typeof text !== "string") throw new TypeError("RegExp.escape requires a string");
    return escapeForPattern(text);
  }

  compile(pattern, flags) {
    patternIn(this, "RegExp.prototype.compile");
    const made = new RegExp(pattern, flags);
    $record_setInner(this, $record_inner(made));
    setElement(this, "lastIndex", 0);
    return this;
  }

  test(text) {
    if (!$value_isObject(this)) throw incompatible("RegExp.prototype.test", undefined);
    const subject = toText(text);
    const pattern = plainPattern(this);
    if (pattern === undefined) return execute(this, subject) !== null;
    return endOfMatch(this, pattern, subject) >= 0;
  }

  toString() {
    if (!$value_isObject(this)) throw incompatible("RegExp.prototype.toString", this);
    return "/" + toText(getElement(this, "source")) + "/" + toText(getElement(this, "flags"));
  }

  get source() {
    if (this === RegExp.prototype) return "(?:)";
    return shownSource($regexp_source(patternOf(this, "source")));
  }

  get flags() {
    if (!$value_isObject(this)) {
      throw new TypeError("RegExp.prototype.flags getter called on non-object " + describe(this));
    }
    return flagsOf(this);
  }

  get hasIndices() {
    return hasFlag(this, HAS_INDICES, "hasIndices");
  }

  get global() {
    return hasFlag(this, IS_GLOBAL, "global");
  }

  get ignoreCase() {
    return hasFlag(this, IGNORES_CASE, "ignoreCase");
  }

  get multiline() {
    return hasFlag(this, IS_MULTILINE, "multiline");
  }

  get dotAll() {
    return hasFlag(this, IS_DOT_ALL, "dotAll");
  }

  get unicode() {
    return hasFlag(this, IS_UNICODE, "unicode");
  }

  get unicodeSets() {
    return hasFlag(this, HAS_UNICODE_SETS, "unicodeSets");
  }

  get sticky() {
    return hasFlag(this, IS_STICKY, "sticky");
  }

  [Symbol.match](text) {
    if (!$value_isObject(this)) throw incompatible("RegExp.prototype.@@match", this);
    return matchAgainst(this, toText(text));
  }

  [Symbol.matchAll](text) {
    if (!$value_isObject(this)) throw incompatible("RegExp.prototype.@@matchAll", this);
    return matchAllAgainst(this, toText(text));
  }

  [Symbol.replace](text, replacement) {
    if (!$value_isObject(this)) throw incompatible("RegExp.prototype.@@replace", this);
    return replaceMatches(this, toText(text), replacement);
  }

  [Symbol.search](text) {
    if (!$value_isObject(this)) throw incompatible("RegExp.prototype.@@search", this);
    return searchIn(this, toText(text));
  }

  [Symbol.split](text, limit) {
    if (!$value_isObject(this)) throw incompatible("RegExp.prototype.@@split", this);
    return splitAtMatches(this, toText(text), limit);
  }

  $inspect() {
    return [
      "RegExp",
      undefined,
      undefined,
      "/" + shownSource($regexp_source($record_inner(this))) + "/" + $regexp_flags($record_inner(this)),
      undefined,
    ];
  }

  $clone(copies) {
    const copy = newRegExp($record_inner(this));
    $table_set(copies, this, copy);
    return copy;
  }

  static {
    $property_define(RegExp.prototype, "exec", regexpExec, IS_WRITABLE | IS_CONFIGURABLE);
  }
}

const regexpMethods = {
  exec(text) {
    const pattern = patternIn(this, "RegExp.prototype.exec");
    return executePattern(this, pattern, toText(text));
  },
};

// The method `exec` as programs find it, unless they put another one in its place.
const regexpExec = regexpMethods.exec;

// `RegExp(...)` without `new`.
function callRegExp(pattern, flags): any {
  if (flags === undefined && isPattern(pattern) && getElement(pattern, "constructor") === RegExp) return pattern;
  return new RegExp(pattern, flags);
}

// What `/source/flags` stands for.
function regexpLiteral(source: string, flags: string): any {
  return newRegExp(patternFor(source, flags));
}

function newRegExp(pattern): any {
  const made = $record_new(getProperty(RegExp, "prototype"));
  becomeRegExp(made, pattern);
  return made;
}

function becomeRegExp(made, pattern): void {
  $record_setInner(made, pattern);
  $property_define(made, "lastIndex", 0, IS_WRITABLE);
}

function patternFor(source: string, flags: string): any {
  const key = flags + "/" + source;
  const known = $table_get(knownPatterns, key);
  if (!$value_isAbsent(known)) return known;
  const bits = bitsOfFlags(flags);
  if (bits < 0) throw new SyntaxError("Invalid flags supplied to RegExp constructor '" + flags + "'");
  const shown = textOfFlags(bits);
  const pattern = $regexp_compile(source, shown, bits);
  if (typeof pattern === "number") {
    throw new SyntaxError("Invalid regular expression: /" + source + "/" + shown + ": " + $regexp_message(pattern));
  }
  if ($table_size(knownPatterns) >= MOST_KNOWN_PATTERNS) $table_clear(knownPatterns);
  $table_set(knownPatterns, key, pattern);
  return pattern;
}

// The flags as bits; -1 if they are none.
function bitsOfFlags(flags: string): number {
  let bits = 0;
  for (let i = 0; i < flags.length; i++) {
    const place = $string_indexOf(REGEXP_FLAGS, $string_charAt(flags, i), 0);
    if (place < 0 || (bits & (1 << place)) !== 0) return -1;
    bits = bits | (1 << place);
  }
  return (bits & BY_POINTS) === BY_POINTS ? -1 : bits;
}

function textOfFlags(bits: number): string {
  let text = "";
  for (let i = 0; i < REGEXP_FLAGS.length; i++) {
    if ((bits & (1 << i)) !== 0) text = text + $string_charAt(REGEXP_FLAGS, i);
  }
  return text;
}

// The pattern that a method has been called with.
function patternIn(self, method: string): any {
  const inner = $value_kind(self) === KIND_RECORD ? $record_inner(self) : undefined;
  if (!$regexp_isPattern(inner)) throw incompatible(method, self);
  return inner;
}

function patternOf(self, getter: string): any {
  const inner = $value_kind(self) === KIND_RECORD ? $record_inner(self) : undefined;
  if ($regexp_isPattern(inner)) return inner;
  throw new TypeError("RegExp.prototype." + getter + " getter called on non-RegExp object");
}

function hasFlag(self, bit: number, getter: string): any {
  const prototype = getProperty(RegExp, "prototype");
  if (self === prototype) return undefined;
  return ($regexp_flagBits(patternOf(self, getter)) & bit) !== 0;
}

// What the getters of flags say together.
function flagsOf(regexp): string {
  let text = "";
  if (regexp.hasIndices) text = text + "d";
  if (regexp.global) text = text + "g";
  if (regexp.ignoreCase) text = text + "i";
  if (regexp.multiline) text = text + "m";
  if (regexp.dotAll) text = text + "s";
  if (regexp.unicode) text = text + "u";
  if (regexp.unicodeSets) text = text + "v";
  if (regexp.sticky) text = text + "y";
  return text;
}

// A source between slashes: the slashes and line ends in it have backslashes.
function shownSource(source: string): string {
  if (source === "") return "(?:)";
  let shown = "";
  let start = 0;
  let isInClass = false;
  for (let i = 0; i < source.length; i++) {
    const unit = $$STRING_CHAR_CODE_AT(source, i);
    let escape = "";
    if (unit === 92) {
      i++;
      if (i === source.length) break;
      const next = $$STRING_CHAR_CODE_AT(source, i);
      const name = lineEndEscape(next);
      if (name === "") continue;
      shown = shown + $string_slice(source, start, i - 1) + name;
      start = i + 1;
      continue;
    }
    if (unit === 91) isInClass = true;
    else if (unit === 93) isInClass = false;
    else if (unit === 47 && !isInClass) escape = "\\/";
    else escape = lineEndEscape(unit);
    if (escape !== "") {
      shown = shown + $string_slice(source, start, i) + escape;
      start = i + 1;
    }
  }
  return start === 0 ? source : shown + $string_slice(source, start, source.length);
}

function lineEndEscape(unit: number): string {
  if (unit === 10) return "\\n";
  if (unit === 13) return "\\r";
  if (unit === 8232) return "\\u2028";
  return unit === 8233 ? "\\u2029" : "";
}

// A text as a pattern that matches it.
function escapeForPattern(text: string): string {
  let made = "";
  for (let i = 0; i < text.length; i++) {
    const point = $string_codePointAt(text, i);
    if (point > 65535) {
      made = made + $string_slice(text, i, i + 2);
      i++;
    } else {
      made = made + escapeUnit(point, i === 0);
    }
  }
  return made;
}

function escapeUnit(unit: number, isFirst: boolean): string {
  const character = $string_fromCharCode(unit);
  const isDigit = unit >= 48 && unit <= 57;
  const letter = unit | 32;
  if (isDigit || (letter >= 97 && letter <= 122)) return isFirst ? "\\x" + $number_toString(unit, 16) : character;
  if (unit === 95) return character;
  if ($string_indexOf("^$\\.*+?()[]{}|/", character, 0) >= 0) return "\\" + character;
  if (unit >= 9 && unit <= 13) return "\\" + $string_charAt("tnvfr", unit - 9);
  const isMark = $string_indexOf(",-=<>#&!%:;@~'`\"", character, 0) >= 0;
  if (!isMark && $string_trim(character) !== "" && (unit < 0xd800 || unit > 0xdfff)) return character;
  const digits = $number_toString(unit, 16);
  if (unit < 256) return "\\x" + $string_padStart(digits, 2, "0");
  return "\\u" + $string_padStart(digits, 4, "0");
}
