// Iterator and its helpers.

class Iterator {
  constructor() {
    if (this === undefined) throw new TypeError("Constructor Iterator requires 'new'");
    if ($record_prototype(this) === Iterator.prototype) throw new TypeError("Abstract class Iterator not directly constructable");
  }

  [Symbol.iterator]() {
    return this;
  }

  [Symbol.dispose]() {
    const method = this.return;
    if (method !== undefined && method !== null) $call(method, this);
  }

  get [Symbol.toStringTag]() {
    return "Iterator";
  }

  set [Symbol.toStringTag](value) {
    setOnReceiver(this, symbolToStringTag, value);
  }

  static {
    $property_define(Iterator.prototype, "constructor", constructorAccessors(), IS_CONFIGURABLE | IS_ACCESSOR);
  }

  static from(x) {
    if (typeof x !== "string" && !$value_isObject(x)) throw new TypeError("Iterator.from called on non-object");
    const it = iteratorFrom(x);
    if (!$value_isObject(it)) throw new TypeError("Iterator.from called on non-object");
    return isInstance(it, Iterator) ? it : newWrappedIterator(it);
  }

  map(callback) {
    return newIteratorHelper(this, HELPER_MAP, helperFunction(this, callback), 0);
  }

  filter(callback) {
    return newIteratorHelper(this, HELPER_FILTER, helperFunction(this, callback), 0);
  }

  flatMap(callback) {
    return newIteratorHelper(this, HELPER_FLAT, helperFunction(this, callback), 0);
  }

  take(limit) {
    return newIteratorHelper(this, HELPER_TAKE, undefined, helperCount(this, limit));
  }

  drop(limit) {
    return newIteratorHelper(this, HELPER_DROP, undefined, helperCount(this, limit));
  }

  toArray() {
    requireIterator(this);
    return restElements(withNext(this));
  }

  forEach(callback) {
    helperFunction(this, callback);
    visitIterator(this, callback, VISIT_ALL);
  }

  some(callback) {
    helperFunction(this, callback);
    const found: $List = visitIterator(this, callback, VISIT_UNTIL_TRUE);
    return found[0];
  }

  every(callback) {
    helperFunction(this, callback);
    const found: $List = visitIterator(this, callback, VISIT_UNTIL_FALSE);
    return !found[0];
  }

  find(callback) {
    helperFunction(this, callback);
    const found: $List = visitIterator(this, callback, VISIT_UNTIL_TRUE);
    return found[1];
  }

  reduce(callback, ...rest) {
    helperFunction(this, callback);
    const it = withNext(this);
    let index = 0;
    let value = rest.length > 0 ? rest[0] : $value_absent();
    if (rest.length === 0) {
      value = step(it);
      if ($value_isAbsent(value)) throw new TypeError("Reduce of a done iterator with no initial value");
      index = 1;
    }
    while (true) {
      const element = step(it);
      if ($value_isAbsent(element)) return value;
      value = callInside(it, callback, value, element, index);
      index++;
    }
  }
}

// The property `constructor` of iterators is an accessor whose setter defines a property of the iterator itself.
function constructorAccessors(): $List {
  const accessors = {
    get constructor() {
      return Iterator;
    },
    set constructor(value) {
      setOnReceiver(this, "constructor", value);
    },
  };
  return $property_raw(accessors, "constructor");
}

function setOnReceiver(o, key, value): void {
  if (!$value_isObject(o)) throw new TypeError("Iterator.prototype property set on non-object");
  if (o === Iterator.prototype) readOnly(o, key);
  if ($property_attributes(o, key) < 0) $property_define(o, key, value, 7);
  else setElement(o, key, value);
}

const HELPER_MAP = 0;
const HELPER_FILTER = 1;
const HELPER_TAKE = 2;
const HELPER_DROP = 3;
const HELPER_FLAT = 4;

// A helper keeps a list: the iterator below, what it does, its function, a count, the index, the inner iterator, and whether it
// is running.
// The iterator below is undefined at the end.
class IteratorHelper extends Iterator {
  next() {
    return steppedResult(stepHelper($record_inner(this)));
  }

  $step() {
    return stepHelper($record_inner(this));
  }

  return() {
    const helper: $List = $record_inner(this);
    if (helper[6]) throw new TypeError("Generator is already running");
    const below = helper[0];
    helper[0] = undefined;
    if (below !== undefined) {
      if (helper[5] !== undefined) closeInner(helper[5], below);
      closeIterator(below);
    }
    return iteratorResult(undefined, true);
  }

  static {
    $property_define(IteratorHelper.prototype, symbolToStringTag, "Iterator Helper", IS_CONFIGURABLE);
  }

  static {
    $property_delete(IteratorHelper.prototype, "constructor");
  }
}

// What `Iterator.from` makes of an iterator that does not inherit from Iterator; it keeps a list of it and its `next`.
class WrapForValidIterator extends Iterator {
  next() {
    const state: $List = $record_inner(this);
    return $call(state[1], state[0]);
  }

  return() {
    const state: $List = $record_inner(this);
    const method = state[0].return;
    if (method === undefined || method === null) return iteratorResult(undefined, true);
    return $call(method, state[0]);
  }

  static {
    $property_delete(WrapForValidIterator.prototype, "constructor");
  }
}

function newWrappedIterator(it): any {
  const made = $record_new(WrapForValidIterator.prototype);
  $record_setInner(made, [it, it.next]);
  return made;
}

function newIteratorHelper(below, which: number, callback, count: number): any {
  const helper = $record_new(IteratorHelper.prototype);
  $record_setInner(helper, [withNext(below), which, callback, count, 0, undefined, false]);
  return helper;
}

function requireIterator(it): void {
  if (!$value_isObject(it)) throw new TypeError("Iterator helper called on non-object");
}

// The function of a helper; an iterator that was given something else is closed.
function helperFunction(it, callback): any {
  requireIterator(it);
  if (typeof callback === "function") return callback;
  closeAfterError(it);
  throw new TypeError(describe(callback) + " is not a function");
}

function helperCount(it, limit): number {
  requireIterator(it);
  let count = NaN;
  try {
    count = toNumber(limit);
  } catch (error) {
    closeAfterError(it);
    throw error;
  }
  if (count !== count || count <= -1) {
    closeAfterError(it);
    throw new RangeError(describe(limit) + " must be positive");
  }
  return $$FTRUNC(count) + 0;
}

// What `Iterator.from` and `flatMap` take for an iterator: what the method of an iterable gives, or an object itself.
function iteratorFrom(x): any {
  const method = getElement(x, symbolIterator);
  return method === undefined || method === null ? x : plainIterator(x);
}

// Calls a function for an element; closes the iterator when it throws.
function callInside(it, callback, first, second, third): any {
  try {
    return $call(callback, undefined, first, second, third);
  } catch (error) {
    closeAfterError(it);
    throw error;
  }
}

function stepHelper(helper: $List): any {
  if (helper[6]) throw new TypeError("Generator is already running");
  helper[6] = true;
  try {
    return advanceHelper(helper);
  } finally {
    helper[6] = false;
  }
}

function advanceHelper(helper: $List): any {
  const below = helper[0];
  if (below === undefined) return $value_absent();
  const which = helper[1];
  let value;
  if (which === HELPER_FLAT) value = advanceFlat(helper, below);
  else if (which === HELPER_FILTER) value = advanceFilter(helper, below);
  else if (which === HELPER_TAKE && helper[3] <= 0) {
    helper[0] = undefined;
    closeIterator(below);
    return $value_absent();
  } else {
    if (which === HELPER_DROP) skipElements(helper, below);
    value = step(below);
    if (which === HELPER_TAKE) helper[3] = helper[3] - 1;
    if (which === HELPER_MAP && !$value_isAbsent(value)) {
      value = callInside(below, helper[2], value, helper[4], undefined);
      helper[4] = helper[4] + 1;
    }
  }
  if ($value_isAbsent(value)) helper[0] = undefined;
  return value;
}

function skipElements(helper: $List, below): void {
  while (helper[3] > 0) {
    helper[3] = helper[3] - 1;
    if ($value_isAbsent(step(below))) helper[3] = 0;
  }
}

function advanceFilter(helper: $List, below): any {
  while (true) {
    const value = step(below);
    if ($value_isAbsent(value)) return value;
    const index = helper[4];
    helper[4] = index + 1;
    if (callInside(below, helper[2], value, index, undefined)) return value;
  }
}

function advanceFlat(helper: $List, below): any {
  while (true) {
    if (helper[5] !== undefined) {
      const value = callInside(below, step, helper[5], undefined, undefined);
      if (!$value_isAbsent(value)) return value;
      helper[5] = undefined;
    }
    const element = step(below);
    if ($value_isAbsent(element)) return element;
    const index = helper[4];
    helper[4] = index + 1;
    const inner = callInside(below, helper[2], element, index, undefined);
    if (!$value_isObject(inner)) {
      closeAfterError(below);
      throw new TypeError(describe(inner) + " is not an object");
    }
    helper[5] = callInside(below, innerIterator, inner, undefined, undefined);
  }
}

// Closes an inner iterator; the one below is closed too when that fails.
function closeInner(inner, below): void {
  try {
    closeIterator(inner);
  } catch (error) {
    closeAfterError(below);
    throw error;
  }
}

function innerIterator(x): any {
  const it = iteratorFrom(x);
  if (!$value_isObject(it)) throw new TypeError(describe(it) + " is not an object");
  return withNext(it);
}

const VISIT_ALL = 0;
const VISIT_UNTIL_TRUE = 1;
const VISIT_UNTIL_FALSE = 2;

// Calls a function for the elements until it says what is looked for; gives whether it did, and for which element.
function visitIterator(visited, callback, until: number): $List {
  const it = withNext(visited);
  let index = 0;
  while (true) {
    const value = step(it);
    if ($value_isAbsent(value)) return [false, undefined];
    const isTrue = callInside(it, callback, value, index, undefined) ? true : false;
    index++;
    if (until !== VISIT_ALL && isTrue === (until === VISIT_UNTIL_TRUE)) {
      closeIterator(it);
      return [true, value];
    }
  }
}
