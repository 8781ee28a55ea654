// URLSearchParams.

// What it keeps is a list: a mark, the pairs of names and values, and what the URL keeps that it belongs to.
const searchMark = $symbol_new("URLSearchParams");
const SEARCH_PAIRS = 1;
const SEARCH_URL = 2;

function searchState(x): $List {
  const inner = $record_inner(x);
  if ($value_kind(inner) === KIND_LIST) {
    const state: $List = inner;
    if (state.length > SEARCH_URL && state[0] === searchMark) return state;
  }
  throw codedError(new TypeError('Value of "this" must be of type URLSearchParams'), "ERR_INVALID_THIS");
}

function isSearch(x): boolean {
  const inner = $value_kind(x) === KIND_RECORD ? $record_inner(x) : undefined;
  return $value_kind(inner) === KIND_LIST && inner.length > SEARCH_URL && inner[0] === searchMark;
}

function newSearch(pairs: $List, url): any {
  const search = $record_new(URLSearchParams.prototype);
  $record_setInner(search, [searchMark, pairs, url]);
  return search;
}

function searchPairs(x): $List {
  return searchState(x)[SEARCH_PAIRS];
}

// Says that the pairs have changed, for the URL that they belong to.
function searchChanged(x): void {
  const url = searchState(x)[SEARCH_URL];
  if (url !== undefined) url[URL_IS_MODIFIED] = true;
}

function scalarText(value): string {
  return wellFormed(toText(value));
}

function requireNames(x, args: $List, count: number): void {
  searchState(x);
  if (args.length >= count) return;
  const text = count === 2 ? 'The "name" and "value" arguments must be specified' : 'The "name" argument must be specified';
  throw codedError(new TypeError(text), "ERR_MISSING_ARGS");
}

class URLSearchParams {
  constructor(init = undefined) {
    if (this === undefined) throw new TypeError("Class constructor URLSearchParams cannot be invoked without 'new'");
    $record_setInner(this, [searchMark, initialPairs(init), undefined]);
  }

  get size() {
    return searchPairs(this).length;
  }

  append(...args: $Length<2>) {
    requireNames(this, args, 2);
    const name = scalarText(args[0]);
    const value = scalarText(args[1]);
    searchPairs(this).push([name, value]);
    searchChanged(this);
  }

  delete(...args: $Length<1>) {
    requireNames(this, args, 1);
    const name = scalarText(args[0]);
    const value = args[1] === undefined ? undefined : scalarText(args[1]);
    const kept: $List = [];
    const pairs = searchPairs(this);
    for (let i = 0; i < pairs.length; i++) if (!isPair(pairs[i], name, value)) kept.push(pairs[i]);
    replacePairs(this, kept);
  }

  get(...args: $Length<1>) {
    requireNames(this, args, 1);
    const index = indexOfPair(searchPairs(this), scalarText(args[0]), undefined);
    return index < 0 ? null : searchPairs(this)[index][1];
  }

  getAll(...args: $Length<1>) {
    requireNames(this, args, 1);
    const name = scalarText(args[0]);
    const pairs = searchPairs(this);
    const values: $List = [];
    for (let i = 0; i < pairs.length; i++) if (isPair(pairs[i], name, undefined)) values.push(pairs[i][1]);
    return values;
  }

  has(...args: $Length<1>) {
    requireNames(this, args, 1);
    const name = scalarText(args[0]);
    return indexOfPair(searchPairs(this), name, args[1] === undefined ? undefined : scalarText(args[1])) >= 0;
  }

  set(...args: $Length<2>) {
    requireNames(this, args, 2);
    const name = scalarText(args[0]);
    const value = scalarText(args[1]);
    const pairs = searchPairs(this);
    const kept: $List = [];
    let isSet = false;
    for (let i = 0; i < pairs.length; i++) {
      if (!isPair(pairs[i], name, undefined)) kept.push(pairs[i]);
      else if (!isSet) {
        kept.push([name, value]);
        isSet = true;
      }
    }
    if (!isSet) kept.push([name, value]);
    replacePairs(this, kept);
  }

  sort() {
    const pairs = searchPairs(this);
    sortRuns(pairs, null);
    searchChanged(this);
  }

  ["entries"]() {
    return newSearchIterator(searchState(this), ITERATE_ENTRIES);
  }

  forEach(callback, self?) {
    const state = searchState(this);
    if (typeof callback !== "function") {
      throw invalidArgument('The "callback" argument must be of type function. Received ' + received(callback));
    }
    for (let i = 0; i < state[SEARCH_PAIRS].length; i++) {
      const pair: $List = state[SEARCH_PAIRS][i];
      $call(callback, self, pair[1], pair[0], this);
    }
  }

  keys() {
    return newSearchIterator(searchState(this), ITERATE_KEYS);
  }

  values() {
    return newSearchIterator(searchState(this), ITERATE_VALUES);
  }

  toString() {
    return formText(searchPairs(this));
  }

  $inspect() {
    const text = isTooDeep() ? "[Object]" : shownSearch(this);
    return [textBefore(this), undefined, undefined, text, undefined];
  }

  static {
    const entries = getProperty(URLSearchParams.prototype, "entries");
    $property_define(URLSearchParams.prototype, symbolIterator, entries, IS_WRITABLE | IS_CONFIGURABLE);
    $property_define(URLSearchParams.prototype, symbolToStringTag, "URLSearchParams", IS_CONFIGURABLE);
  }
}

// Whether what is being shown stands deeper than is shown.
function isTooDeep(): boolean {
  const around: $List = inspectSeen;
  return around.length > inspectDepth;
}

// What would stand before the braces of a record; the text that is shown has its own beginning.
function textBefore(x): string {
  const prefix = inspectPrefix(inspectedConstructor(x, 0), inspectedTag(x), "Object", "");
  return $string_slice(prefix, 0, prefix.length - 1);
}

// The parameters as Node shows them: in one line if they fit.
function shownSearch(x): string {
  const name = constructorName(x, "URLSearchParams");
  const pairs = searchPairs(x);
  const output: $List = [];
  for (let i = 0; i < pairs.length; i++) output.push(inspectText(pairs[i][0]) + " => " + inspectText(pairs[i][1]));
  if (output.length === 0) return name + " {}";
  const line = joinTexts(output, ", ");
  if (line.length <= lineLength) return name + " { " + line + " }";
  return indentLines(name + " {\n  " + joinTexts(output, ",\n  ") + " }", inspectIndentation);
}

function isPair(pair: $List, name: string, value): boolean {
  return pair[0] === name && (value === undefined || pair[1] === value);
}

function indexOfPair(pairs: $List, name: string, value): number {
  for (let i = 0; i < pairs.length; i++) if (isPair(pairs[i], name, value)) return i;
  return -1;
}

function replacePairs(x, pairs: $List): void {
  searchState(x)[SEARCH_PAIRS] = pairs;
  searchChanged(x);
}

// The pairs that a constructor is given: as a text, an iterable of pairs or an object.
function initialPairs(init): $List {
  if (init === undefined || init === null) return [];
  if (!$value_isObject(init)) {
    const text = scalarText(init);
    return parsedForm($string_startsWith(text, "?", 0) ? $string_slice(text, 1, text.length) : text);
  }
  const method = getElement(init, symbolIterator);
  if (method === undefined || method === null) return pairsOfRecord(init);
  if (typeof method !== "function") throw codedError(new TypeError("Query pairs must be iterable"), "ERR_ARG_NOT_ITERABLE");
  const made: $List = [];
  if (isSearch(init) && method === getProperty(URLSearchParams.prototype, "entries")) {
    const pairs = searchPairs(init);
    for (let i = 0; i < pairs.length; i++) made.push(pairs[i]);
    return made;
  }
  const it = iterator(init);
  let given = step(it);
  while (!$value_isAbsent(given)) {
    try {
      made.push(pairOf(given));
    } catch (error) {
      closeAfterError(it);
      throw error;
    }
    given = step(it);
  }
  return made;
}

function pairOf(given): $List {
  const isIterable = $value_isObject(given) && typeof getElement(given, symbolIterator) === "function";
  const parts: $List = isIterable ? listOf(given) : [];
  if (parts.length !== 2) {
    throw codedError(new TypeError("Each query pair must be an iterable [name, value] tuple"), "ERR_INVALID_TUPLE");
  }
  return [scalarText(parts[0]), scalarText(parts[1])];
}

// The pairs of an object's properties; of keys that become the same text the last counts.
function pairsOfRecord(record): $List {
  const made: $List = [];
  const known = $table_new();
  const keys: $List = $property_keys(record, 6);
  for (let i = 0; i < keys.length; i++) {
    if (!isEnumerable(record, keys[i])) continue;
    const name = scalarText(keys[i]);
    const value = scalarText(getElement(record, keys[i]));
    const index = $table_get(known, name);
    if ($value_isAbsent(index)) {
      $table_set(known, name, made.length);
      made.push([name, value]);
    } else made[index][1] = value;
  }
  return made;
}

// What an iterator keeps is a list: what the parameters keep, the index, and what it gives.
class URLSearchParamsIterator extends Iterator {
  next() {
    return steppedResult(nextOfSearch(searchIteratorState(this)));
  }

  $step() {
    return nextOfSearch(searchIteratorState(this));
  }

  $inspect() {
    const output = restOfSearch($record_inner(this));
    const line = joinTexts(output, ", ");
    const isLong = line.length + output.length > 72 || output.length > 6;
    const text = "URLSearchParams Iterator {" + (isLong ? "\n  " + joinTexts(output, ",\n  ") : " " + line) + " }";
    return [textBefore(this), undefined, undefined, indentLines(text, inspectIndentation), undefined];
  }

  static {
    $property_define(URLSearchParamsIterator.prototype, symbolToStringTag, "URLSearchParams Iterator", IS_CONFIGURABLE);
    $property_delete(URLSearchParamsIterator.prototype, "constructor");
  }
}

function newSearchIterator(state: $List, what: number): any {
  const it = $record_new(URLSearchParamsIterator.prototype);
  $record_setInner(it, [state, 0, what]);
  return it;
}

function searchIteratorState(x): $List {
  const inner = $value_isObject(x) ? $record_inner(x) : undefined;
  if ($value_kind(inner) === KIND_LIST) {
    const state: $List = inner;
    if (state.length === 3 && $value_kind(state[0]) === KIND_LIST && state[0][0] === searchMark) return state;
  }
  throw codedError(new TypeError('Value of "this" must be of type URLSearchParamsIterator'), "ERR_INVALID_THIS");
}

function nextOfSearch(state: $List): any {
  const pairs: $List = state[0][SEARCH_PAIRS];
  const index: number = state[1];
  if (index >= pairs.length) return $value_absent();
  state[1] = index + 1;
  const pair: $List = pairs[index];
  if (state[2] === ITERATE_KEYS) return pair[0];
  return state[2] === ITERATE_VALUES ? pair[1] : [pair[0], pair[1]];
}

function restOfSearch(state: $List): $List {
  const output: $List = [];
  const pairs: $List = state[0][SEARCH_PAIRS];
  for (let i = state[1]; i < pairs.length; i++) {
    const name = inspectText(pairs[i][0]);
    const value = inspectText(pairs[i][1]);
    if (state[2] === ITERATE_ENTRIES) output.push("[ " + name + ", " + value + " ]");
    else output.push(state[2] === ITERATE_KEYS ? name : value);
  }
  return output;
}
