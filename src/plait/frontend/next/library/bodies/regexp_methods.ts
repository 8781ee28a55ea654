// What methods of RegExp do. A regular expression is *plain* when it is as it was made: then its pattern is used at once.
// Where a match is, is a list of numbers, start and end of each group, -1 for those without a match.

// The pattern of a plain regular expression; undefined for others.
function plainPattern(regexp): any {
  if ($value_kind(regexp) !== KIND_RECORD) return undefined;
  const pattern = $record_inner(regexp);
  if (!$regexp_isPattern(pattern) || $property_get(regexp, "exec") !== regexpExec) return undefined;
  return $property_attributes(regexp, "flags") < 0 && $record_prototype(regexp) === RegExp.prototype ? pattern : undefined;
}

// RegExpExec: by the method `exec` that the object has.
function execute(regexp, text: string): any {
  const exec = getElement(regexp, "exec");
  if (typeof exec === "function" && exec !== regexpExec) {
    const result = $call(exec, regexp, text);
    if (result !== null && !$value_isObject(result)) {
      throw new TypeError("RegExp exec method returned something other than an Object or null");
    }
    return result;
  }
  return executePattern(regexp, patternIn(regexp, "RegExp.prototype.exec"), text);
}

function lastIndexOf(regexp): number {
  const value = $property_get(regexp, "lastIndex");
  return toLength($value_isAbsent(value) ? getElement(regexp, "lastIndex") : value);
}

function setLastIndex(regexp, index: number): void {
  setProperty(regexp, "lastIndex", index);
}

// Where the match begins that `exec` and the like look for; -1 if there is none. `lastIndex` is set.
function findMatch(regexp, pattern, text: string, places: $List): number {
  const bits = $regexp_flagBits(pattern);
  const last = lastIndexOf(regexp);
  if ((bits & USES_LAST_INDEX) === 0) return $regexp_match(pattern, text, 0, false, places);
  const found = last > text.length ? -1 : $regexp_match(pattern, text, last, (bits & IS_STICKY) !== 0, places);
  const end: number = found < 0 ? 0 : places[1];
  setLastIndex(regexp, end);
  return found;
}

// The same, where the match ends.
function endOfMatch(regexp, pattern, text: string): number {
  const bits = $regexp_flagBits(pattern);
  const last = lastIndexOf(regexp);
  if ((bits & USES_LAST_INDEX) === 0) return $regexp_end(pattern, text, 0, false);
  const end = last > text.length ? -1 : $regexp_end(pattern, text, last, (bits & IS_STICKY) !== 0);
  setLastIndex(regexp, end < 0 ? 0 : end);
  return end;
}

function executePattern(regexp, pattern, text: string): any {
  const places: $List = [];
  return findMatch(regexp, pattern, text, places) < 0 ? null : matchResult(pattern, text, places);
}

// What a group has matched; undefined if nothing.
function groupText(text: string, places: $List, group: number): any {
  const start: number = places[2 * group];
  const end: number = places[2 * group + 1];
  return start < 0 || end < 0 ? undefined : $$STRING_SUBSTRING(text, start, end);
}

function matchResult(pattern, text: string, places: $List): any {
  const result: $List = [];
  const count = places.length / 2;
  for (let i = 0; i < count; i++) result.push(groupText(text, places, i));
  const names = $regexp_names(pattern);
  $property_define(result, "index", places[0], 7);
  $property_define(result, "input", text, 7);
  $property_define(result, "groups", names === undefined ? undefined : namedGroups(names, result), 7);
  if (($regexp_flagBits(pattern) & HAS_INDICES) !== 0) {
    $property_define(result, "indices", matchIndices(names, places), 7);
  }
  return result;
}

function namedGroups(names: $List, values: $List): any {
  const groups = $record_new(null);
  for (let i = 0; i < names.length; i += 2) {
    const number: number = names[i + 1];
    if (values[number] !== undefined || $property_attributes(groups, names[i]) < 0) {
      $property_define(groups, names[i], values[number], 7);
    }
  }
  return groups;
}

function matchIndices(names, places: $List): any {
  const indices: $List = [];
  for (let i = 0; i < places.length; i += 2) {
    const start: number = places[i];
    const end: number = places[i + 1];
    if (start < 0 || end < 0) indices.push(undefined);
    else indices.push([start, end]);
  }
  $property_define(indices, "groups", names === undefined ? undefined : namedGroups(names, indices), 7);
  return indices;
}

// The index behind the character at an index.
function indexBehind(text: string, index: number, byPoints: boolean): number {
  if (!byPoints || index >= text.length) return index + 1;
  return index + ($string_codePointAt(text, index) > 65535 ? 2 : 1);
}

function matchAgainst(regexp, text: string): any {
  const pattern = plainPattern(regexp);
  if (pattern === undefined) return matchByMethods(regexp, text);
  const bits = $regexp_flagBits(pattern);
  if ((bits & IS_GLOBAL) === 0) return executePattern(regexp, pattern, text);
  setLastIndex(regexp, 0);
  const byPoints = (bits & BY_POINTS) !== 0;
  const isSticky = (bits & IS_STICKY) !== 0;
  const found: $List = [];
  const places: $List = [];
  let at = 0;
  while (true) {
    const start = $regexp_match(pattern, text, at, isSticky, places);
    if (start < 0) return found.length === 0 ? null : found;
    const end: number = places[1];
    found.push($$STRING_SUBSTRING(text, start, end));
    at = end === start ? indexBehind(text, end, byPoints) : end;
  }
}

function matchByMethods(regexp, text: string): any {
  const flags = toText(getElement(regexp, "flags"));
  if ($string_indexOf(flags, "g", 0) < 0) return execute(regexp, text);
  const byPoints = hasPointFlag(flags);
  setLastIndex(regexp, 0);
  const found: $List = [];
  while (true) {
    const result = execute(regexp, text);
    if (result === null) return found.length === 0 ? null : found;
    const matched = toText(getElement(result, 0));
    found.push(matched);
    if (matched === "") passEmptyMatch(regexp, text, byPoints);
  }
}

function hasPointFlag(flags: string): boolean {
  return $string_indexOf(flags, "u", 0) >= 0 || $string_indexOf(flags, "v", 0) >= 0;
}

function passEmptyMatch(regexp, text: string, byPoints: boolean): void {
  setLastIndex(regexp, indexBehind(text, toLength(getElement(regexp, "lastIndex")), byPoints));
}

// The constructor that copies of an object are made by.
function speciesOf(object, usual): any {
  const constructor = getElement(object, "constructor");
  if (constructor === undefined || constructor === usual) return usual;
  if (!$value_isObject(constructor)) throw new TypeError("The .constructor property is not an object");
  const species = getElement(constructor, symbolSpecies);
  if (species === undefined || species === null) return usual;
  if (!isConstructor(species)) throw new TypeError("object.constructor[Symbol.species] is not a constructor");
  return species;
}

function matchAllAgainst(regexp, text: string): any {
  const flags = toText(getElement(regexp, "flags"));
  const matcher = construct(speciesOf(regexp, RegExp), [regexp, flags]);
  setLastIndex(matcher, toLength(getElement(regexp, "lastIndex")));
  const made = $record_new(getProperty(RegExpStringIterator, "prototype"));
  const state: $List = [matcher, text, $string_indexOf(flags, "g", 0) >= 0, hasPointFlag(flags), false];
  $record_setInner(made, state);
  return made;
}

// What an iterator keeps: the regular expression, the text, whether there can be several matches, whether it goes by code
// points, whether it is at its end.
class RegExpStringIterator extends Iterator {
  next() {
    return steppedResult(nextMatch($record_inner(this)));
  }

  $step() {
    return nextMatch($record_inner(this));
  }

  static {
    $property_define(RegExpStringIterator.prototype, symbolToStringTag, "RegExp String Iterator", IS_CONFIGURABLE);
  }

  static {
    $property_delete(RegExpStringIterator.prototype, "constructor");
  }
}

function nextMatch(state: $List): any {
  if (state[4]) return $value_absent();
  const text: string = state[1];
  const result = execute(state[0], text);
  if (result === null) {
    state[4] = true;
    return $value_absent();
  }
  if (!state[2]) state[4] = true;
  else if (toText(getElement(result, 0)) === "") passEmptyMatch(state[0], text, state[3]);
  return result;
}

function searchIn(regexp, text: string): number {
  const pattern = plainPattern(regexp);
  if (pattern !== undefined) {
    return $regexp_match(pattern, text, 0, ($regexp_flagBits(pattern) & IS_STICKY) !== 0, []);
  }
  const before = getElement(regexp, "lastIndex");
  if (!$dynamic_sameValue(before, 0)) setLastIndex(regexp, 0);
  const result = execute(regexp, text);
  if (!$dynamic_sameValue(getElement(regexp, "lastIndex"), before)) setElement(regexp, "lastIndex", before);
  return result === null ? -1 : toNumber(getElement(result, "index"));
}

function splitAtMatches(regexp, text: string, limit): any {
  const pattern = plainPattern(regexp);
  const isPlain = pattern !== undefined && getElement(regexp, "constructor") === RegExp;
  if (!isPlain) return splitByMethods(regexp, text, limit);
  const most = limit === undefined ? 4294967295 : toNumber(limit) >>> 0;
  const pieces: $List = [];
  if (most === 0) return pieces;
  const places: $List = [];
  if (text === "") {
    if ($regexp_match(pattern, text, 0, false, places) < 0) pieces.push(text);
    return pieces;
  }
  const byPoints = ($regexp_flagBits(pattern) & BY_POINTS) !== 0;
  let behind = 0;
  let at = 0;
  while (at < text.length) {
    const start = $regexp_match(pattern, text, at, false, places);
    if (start < 0 || start >= text.length) break;
    const end: number = places[1];
    if (end === behind) {
      at = indexBehind(text, start, byPoints);
      continue;
    }
    pieces.push($$STRING_SUBSTRING(text, behind, start));
    if (pieces.length === most) return pieces;
    behind = end;
    for (let i = 1; i < places.length / 2; i++) {
      pieces.push(groupText(text, places, i));
      if (pieces.length === most) return pieces;
    }
    at = end === start ? indexBehind(text, end, byPoints) : end;
  }
  pieces.push($$STRING_SUBSTRING(text, behind, text.length));
  return pieces;
}

function splitByMethods(regexp, text: string, limit): any {
  const constructor = speciesOf(regexp, RegExp);
  const flags = toText(getElement(regexp, "flags"));
  const byPoints = hasPointFlag(flags);
  const splitter = construct(constructor, [regexp, $string_indexOf(flags, "y", 0) < 0 ? flags + "y" : flags]);
  const pieces: $List = [];
  const most = limit === undefined ? 4294967295 : toNumber(limit) >>> 0;
  if (most === 0) return pieces;
  if (text === "") {
    if (execute(splitter, text) === null) pieces.push(text);
    return pieces;
  }
  let behind = 0;
  let at = 0;
  while (at < text.length) {
    setLastIndex(splitter, at);
    const result = execute(splitter, text);
    const end = result === null ? behind : $$FMIN(toLength(getElement(splitter, "lastIndex")), text.length);
    if (result === null || end === behind) {
      at = indexBehind(text, at, byPoints);
      continue;
    }
    pieces.push($$STRING_SUBSTRING(text, behind, at));
    if (pieces.length === most) return pieces;
    behind = end;
    const count = $$FMAX(toLength(getElement(result, "length")) - 1, 0);
    for (let i = 1; i <= count; i++) {
      pieces.push(getElement(result, i));
      if (pieces.length === most) return pieces;
    }
    at = behind;
  }
  pieces.push($$STRING_SUBSTRING(text, behind, text.length));
  return pieces;
}
