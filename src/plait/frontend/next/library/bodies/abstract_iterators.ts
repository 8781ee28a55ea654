// Iterator and its helpers.

class Iterator {
  [Symbol.iterator]() {
    return this;
  }

  static {
    $property_define(Iterator.prototype, symbolToStringTag, "Iterator", IS_CONFIGURABLE);
  }

  static {
    $property_delete(Iterator.prototype, "constructor");
  }

  static from(x) {
    const it = typeof x === "string" || getElement(x, symbolIterator) !== undefined ? iterator(x) : x;
    if (!$value_isObject(it)) throw new TypeError("Iterator.from called on non-object");
    return isInstance(it, Iterator) ? it : newIteratorHelper(it, HELPER_WRAP, undefined, 0);
  }

  map(callback) {
    return newIteratorHelper(this, HELPER_MAP, helperFunction(callback), 0);
  }

  filter(callback) {
    return newIteratorHelper(this, HELPER_FILTER, helperFunction(callback), 0);
  }

  flatMap(callback) {
    return newIteratorHelper(this, HELPER_FLAT, helperFunction(callback), 0);
  }

  take(limit) {
    return newIteratorHelper(this, HELPER_TAKE, undefined, helperCount(limit));
  }

  drop(limit) {
    return newIteratorHelper(this, HELPER_DROP, undefined, helperCount(limit));
  }

  toArray() {
    return restElements(this);
  }

  forEach(callback) {
    helperFunction(callback);
    visitIterator(this, callback, VISIT_ALL);
  }

  some(callback) {
    helperFunction(callback);
    const found: $List = visitIterator(this, callback, VISIT_UNTIL_TRUE);
    return found[0];
  }

  every(callback) {
    helperFunction(callback);
    const found: $List = visitIterator(this, callback, VISIT_UNTIL_FALSE);
    return !found[0];
  }

  find(callback) {
    helperFunction(callback);
    const found: $List = visitIterator(this, callback, VISIT_UNTIL_TRUE);
    return found[1];
  }

  reduce(callback, ...rest) {
    helperFunction(callback);
    let index = 0;
    let value = rest.length > 0 ? rest[0] : $value_absent();
    if (rest.length === 0) {
      value = step(this);
      if ($value_isAbsent(value)) throw new TypeError("Reduce of a done iterator with no initial value");
      index = 1;
    }
    while (true) {
      const element = step(this);
      if ($value_isAbsent(element)) return value;
      value = callInside(this, callback, value, element, index);
      index++;
    }
  }
}

const HELPER_MAP = 0;
const HELPER_FILTER = 1;
const HELPER_TAKE = 2;
const HELPER_DROP = 3;
const HELPER_FLAT = 4;
const HELPER_WRAP = 5;

// A helper keeps a list: the iterator below, what it does, its function, a count, the index, and the inner iterator.
// The iterator below is undefined at the end.
class IteratorHelper extends Iterator {
  next() {
    return steppedResult(advanceHelper($record_inner(this)));
  }

  $step() {
    return advanceHelper($record_inner(this));
  }

  return() {
    const helper: $List = $record_inner(this);
    const below = helper[0];
    helper[0] = undefined;
    if (below !== undefined) {
      if (helper[5] !== undefined) closeIterator(helper[5]);
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

function newIteratorHelper(below, which: number, callback, count: number): any {
  if (!$value_isObject(below)) throw new TypeError("Iterator helper called on non-object");
  const helper = $record_new(IteratorHelper.prototype);
  $record_setInner(helper, [below, which, callback, count, 0, undefined]);
  return helper;
}

function helperFunction(callback): any {
  if (typeof callback !== "function") throw new TypeError(describe(callback) + " is not a function");
  return callback;
}

function helperCount(limit): number {
  const count = toNumber(limit);
  if (count !== count || count <= -1) throw new RangeError(describe(limit) + " must be positive");
  return $$FTRUNC(count) + 0;
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
      const value = step(helper[5]);
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
    helper[5] = getElement(inner, symbolIterator) === undefined ? inner : iterator(inner);
  }
}

const VISIT_ALL = 0;
const VISIT_UNTIL_TRUE = 1;
const VISIT_UNTIL_FALSE = 2;

// Calls a function for the elements until it says what is looked for; gives whether it did, and for which element.
function visitIterator(it, callback, until: number): $List {
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
