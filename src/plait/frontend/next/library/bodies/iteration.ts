// The iterator protocol, spread and rest.

// The iterator of a value, to take steps with.
function iterator(x): any {
  return withNext(plainIterator(x));
}

// The iterator of a value, as its own method gives it.
function plainIterator(x): any {
  if (x === undefined || x === null) valueNotIterable(x);
  const method = getElement(x, symbolIterator);
  if (typeof method !== "function") valueNotIterable(x);
  const result = $call(method, x);
  if (!$value_isObject(result)) throw new TypeError("Result of the Symbol.iterator method is not an object");
  return result;
}

// The iterator of what the program iterates over by a text.
function iteratorOf(x, text: string): any {
  if (text === "") return iterator(x);
  if (x === undefined || x === null) notIterable(text);
  const method = getElement(x, symbolIterator);
  if (typeof method !== "function") notIterable(text);
  const result = $call(method, x);
  if (!$value_isObject(result)) throw new TypeError("Result of the Symbol.iterator method is not an object");
  return withNext(result);
}

// Iterators of programs are held with their method `next`, which is looked up once: what it keeps is a list of the two.
class SteppedIterator {
  $step() {
    const state: $List = $record_inner(this);
    const next = state[1];
    if (typeof next !== "function") throw new TypeError(describe(next) + " is not a function");
    const result = $call(next, state[0]);
    if (!$value_isObject(result)) throw new TypeError("Iterator result " + describe(result) + " is not an object");
    return result.done ? $value_absent() : result.value;
  }
}

// An iterator to take steps with: the library's own have a method `$step` that gives the next value, ABSENT at the end.
function withNext(it): any {
  if (typeof it.$step === "function") return it;
  const made = $record_new(SteppedIterator.prototype);
  $record_setInner(made, [it, it.next]);
  return made;
}

// The iterator that is to be closed.
function closable(it): any {
  if ($record_prototype(it) !== SteppedIterator.prototype) return it;
  const state: $List = $record_inner(it);
  return state[0];
}

// What a pattern takes elements from: a list itself.
function listOrIterator(x, text: string): any {
  return $list_isPlain(x) ? x : iteratorOf(x, text);
}

// As listOrIterator for a part of an object, which the text names.
function listOrIteratorIn(x, text: string): any {
  if ($list_isPlain(x)) return x;
  if (x === undefined || x === null) cannotDestructure(x, "Symbol(Symbol.iterator)", text);
  if (text === "" || typeof getElement(x, symbolIterator) === "function") return iterator(x);
  throw new TypeError(text + " is not iterable (cannot read property Symbol(Symbol.iterator))");
}

// The next value of an iterator; ABSENT at the end.
function step(it): any {
  return $call(it.$step, it);
}

function closeIterator(it): void {
  const closed = closable(it);
  const method = closed.return;
  if (method === undefined || method === null) return;
  const result = $call(method, closed);
  if (!$value_isObject(result)) throw new TypeError("Iterator result " + describe(result) + " is not an object");
}

// Closes an iterator because of an error, which stays the one that is thrown.
function closeAfterError(it): void {
  try {
    const closed = closable(it);
    const method = closed.return;
    if (method !== undefined && method !== null) $call(method, closed);
  } catch {}
}

function iteratorResult(value, isDone: boolean): any {
  return { value, done: isDone };
}

// The result of `next` for what a step has given.
function steppedResult(value): any {
  return $value_isAbsent(value) ? iteratorResult(undefined, true) : iteratorResult(value, false);
}

function asyncIterator(x): any {
  const method = getElement(x, symbolAsyncIterator);
  if (method === undefined || method === null) return asyncFromSync(plainIterator(x));
  if (typeof method !== "function") notAsyncIterable(x);
  const result = $call(method, x);
  if (!$value_isObject(result)) throw new TypeError("Result of the Symbol.asyncIterator method is not an object");
  return result;
}

// The asynchronous iterator of what the program iterates over by a text.
function asyncIteratorOf(x, text: string): any {
  if (x === undefined || x === null || text === "") return asyncIterator(x);
  const method = getElement(x, symbolAsyncIterator);
  if (method === undefined || method === null) {
    if (typeof getElement(x, symbolIterator) !== "function") throw new TypeError(text + " is not async iterable");
  } else if (typeof method !== "function") throw new TypeError(text + " is not async iterable");
  return asyncIterator(x);
}

function notAsyncIterable(x): void {
  throw new TypeError(describe(x) + " is not async iterable");
}

// An iterator whose values are awaited, made of one whose values are not.
function asyncFromSync(it): any {
  const next = it.next;
  const made = {
    async next(x) {
      return awaitedResult($call(next, it, x), it);
    },
    async return(...given) {
      const method = it.return;
      if (method === undefined || method === null) return awaitedResult(iteratorResult(given[0], true), undefined);
      return awaitedResult(callWith(method, it, given), undefined);
    },
    async throw(x) {
      const method = it.throw;
      if (method === undefined || method === null) {
        closeIterator(it);
        throw throwMissing();
      }
      return awaitedResult($call(method, it, x), it);
    },
  };
  return made;
}

// A result of an iterator with its value awaited. The iterator, if one is given, is closed when that fails before its end.
function awaitedResult(result, it): any {
  if (!$value_isObject(result)) throw new TypeError("Iterator result " + describe(result) + " is not an object");
  const isDone = result.done ? true : false;
  const value = result.value;
  try {
    return iteratorResult(awaitValue(value), isDone);
  } catch (error) {
    if (it !== undefined && !isDone) closeAfterError(it);
    throw error;
  }
}

function throwMissing(): any {
  return new TypeError("The iterator does not provide a 'throw' method.");
}

// Appends what an iterable gives to a list.
function spread(list: $List, x): void {
  const kind = $value_kind(x);
  if (kind === KIND_LIST) {
    const first = list.length;
    $array_append(list, x);
    if (hasHoles(x)) fillFrom(list, first, x);
    return;
  }
  if (kind === 4) {
    spreadText(list, x);
    return;
  }
  appendAll(list, iterator(x));
}

// Puts what a list gives for its holes in their place in a list that its elements have been added to.
function fillFrom(list: $List, first: number, x: $List): void {
  for (let i = 0; i < x.length; i++) if (isHole(x, i)) list[first + i] = getElement(x, i);
}

// As spread, of what the program names by a text.
function spreadOf(list: $List, x, text: string): void {
  const kind = $value_kind(x);
  if (kind === KIND_LIST || kind === 4) spread(list, x);
  else appendAll(list, iteratorOf(x, text));
}

// As spread, of the last argument of a call.
function spreadArguments(list: $List, x, text: string): void {
  const kind = $value_kind(x);
  if (kind === 0 || kind === 1) {
    const value = $dynamic_toText(x);
    throw new TypeError(text + " is not iterable (cannot read property " + value + ")");
  }
  if (kind !== KIND_LIST && kind !== 4 && typeof getElement(x, symbolIterator) !== "function") {
    throw new TypeError("Spread syntax requires ...iterable[Symbol.iterator] to be a function");
  }
  spread(list, x);
}

// Appends all that an iterator gives to a list.
function appendAll(list: $List, it): void {
  let value = step(it);
  while (!$value_isAbsent(value)) {
    list.push(value);
    value = step(it);
  }
}

// Appends the code points of a text.
function spreadText(list: $List, text: string): void {
  let at = 0;
  while (at < text.length) {
    const size = $string_codePointAt(text, at) > 65535 ? 2 : 1;
    list.push($string_slice(text, at, at + size));
    at += size;
  }
}

function listOf(x): $List {
  const list: $List = [];
  spread(list, x);
  return list;
}

// Whether a list has holes: places below its length without an element, which hold ABSENT.
function hasHoles(list: $List): boolean {
  return $array_indexOf_any(list, $value_absent(), 0) >= 0;
}

function isHole(list: $List, index: number): boolean {
  return $value_isAbsent($element_get(list, index));
}

// Makes the holes of a list elements that are undefined.
function fillHoles(list: $List): void {
  for (let i = 0; i < list.length; i++) if (isHole(list, i)) list[i] = undefined;
}

// What is left of a list from an index on.
function restOfList(list: $List, from: number): $List {
  const rest: $List = $array_slice(list, from, list.length);
  if (hasHoles(rest)) fillHoles(rest);
  return rest;
}

// What is left of an iterator.
function restElements(it): any {
  const list: $List = [];
  let value = step(it);
  while (!$value_isAbsent(value)) {
    list.push(value);
    value = step(it);
  }
  return list;
}

// Gives the target the enumerable properties of the source, as `{ ...source }` does.
function assign(target, source): void {
  copyProperties(target, source, null);
}

// A copy of an object without some keys.
function restProperties(o, keys: $List): any {
  toObject(o);
  const left: $List = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    left.push(typeof key === "number" ? toText(key) : key);
  }
  const made = newObject();
  copyProperties(made, o, left);
  return made;
}

function copyProperties(target, source, left): void {
  if (source === undefined || source === null) return;
  const kind = $value_kind(source);
  if (kind < KIND_FUNCTION && kind !== 4) return;
  if (kind === KIND_FUNCTION) functionProperties(source);
  const keys: $List = $property_keys(source, 5);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (left !== null && $array_indexOf_any(left, key, 0) >= 0) continue;
    if (isEnumerable(source, key)) $property_define(target, key, getElement(source, key), 7);
  }
}

function isEnumerable(o, key): boolean {
  const attributes = $property_attributes(o, key);
  return attributes >= 0 && (attributes & IS_ENUMERABLE) !== 0;
}
