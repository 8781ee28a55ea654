// Array. Its methods work on lists; of anything else that looks like an array they take a copy, which they put back when they
// have changed it.

class Array {
  constructor(...items) {
    const made: $List = $value_kind(this) === KIND_LIST ? this : [];
    if (items.length === 1 && typeof items[0] === "number") setLength(made, items[0]);
    else $array_append(made, items);
    return made;
  }

  static isArray(value) {
    return $value_kind(value) === KIND_LIST;
  }

  static of(...items) {
    return madeBy(this, items);
  }

  static from(items, callback, self) {
    if (callback === undefined) return madeBy(this, collect(items));
    requireCallable(callback);
    const made: $List = [];
    if ($value_kind(items) === KIND_RECORD && typeof getElement(items, symbolIterator) === "function") {
      for (const item of items) made.push($call(callback, self, item, made.length));
      return madeBy(this, made);
    }
    const list: $List = $value_kind(items) === KIND_LIST ? items : collect(items);
    for (let i = 0; i < list.length; i++) made.push($call(callback, self, list[i], i));
    return madeBy(this, made);
  }

  static async fromAsync(items, callback, self) {
    const made: $List = [];
    if (callback !== undefined) requireCallable(callback);
    if (items === undefined || items === null) toObject(items);
    if (hasIterator(items, symbolAsyncIterator) || hasIterator(items, symbolIterator)) {
      for await (const item of items) made.push(callback === undefined ? item : await $call(callback, self, item, made.length));
      return made;
    }
    const list = argumentList(items);
    for (let i = 0; i < list.length; i++) {
      const item = await list[i];
      made.push(callback === undefined ? item : await $call(callback, self, item, i));
    }
    return made;
  }

  at(index) {
    const list = elementsOf(this, "at");
    const place = toInteger(index);
    return list[place < 0 ? place + list.length : place];
  }

  concat(...items) {
    const made: $List = [];
    addSpreadable(made, $value_kind(this) === KIND_LIST ? this : $value_isObject(toObject(this)) ? this : newWrapper(this));
    for (let i = 0; i < items.length; i++) addSpreadable(made, items[i]);
    return alike(this, made);
  }

  copyWithin(target, start, end) {
    const list = elementsOf(this, "copyWithin");
    const to = relativeIndex(target, list.length, 0);
    const from = relativeIndex(start, list.length, 0);
    const last = relativeIndex(end, list.length, list.length);
    const part: $List = $array_slice(list, from, $$FMAX(from, last));
    requireWritable(list, to);
    for (let i = 0; i < part.length && to + i < list.length; i++) {
      if (isHole(part, i)) $property_delete(list, to + i);
      else list[to + i] = part[i];
    }
    return finished(this, list);
  }

  entries() {
    return newArrayIterator(this, 2, "entries");
  }

  every(callback, self) {
    const list = elementsOf(this, "every");
    requireCallable(callback);
    const length = list.length;
    for (let i = 0; i < length && i < list.length; i++) {
      const value = $element_get(list, i);
      if (!$value_isAbsent(value) && !$call(callback, self, value, i, this)) return false;
    }
    return true;
  }

  fill(value, start, end) {
    const list = elementsOf(this, "fill");
    const from = relativeIndex(start, list.length, 0);
    const to = relativeIndex(end, list.length, list.length);
    if (from < to) {
      requireWritable(list, from);
      $array_fill(list, value, from, to);
    }
    return finished(this, list);
  }

  filter(callback, self) {
    const list = elementsOf(this, "filter");
    requireCallable(callback);
    const length = list.length;
    const made: $List = [];
    for (let i = 0; i < length && i < list.length; i++) {
      const value = $element_get(list, i);
      if (!$value_isAbsent(value) && $call(callback, self, value, i, this)) made.push(value);
    }
    return alike(this, made);
  }

  find(callback, self) {
    const list = elementsOf(this, "find");
    requireCallable(callback);
    const length = list.length;
    for (let i = 0; i < length; i++) {
      const value = list[i];
      if ($call(callback, self, value, i, this)) return value;
    }
    return undefined;
  }

  findIndex(callback, self) {
    const list = elementsOf(this, "findIndex");
    requireCallable(callback);
    const length = list.length;
    for (let i = 0; i < length; i++) if ($call(callback, self, list[i], i, this)) return i;
    return -1;
  }

  findLast(callback, self) {
    const list = elementsOf(this, "findLast");
    requireCallable(callback);
    for (let i = list.length - 1; i >= 0; i--) {
      const value = list[i];
      if ($call(callback, self, value, i, this)) return value;
    }
    return undefined;
  }

  findLastIndex(callback, self) {
    const list = elementsOf(this, "findLastIndex");
    requireCallable(callback);
    for (let i = list.length - 1; i >= 0; i--) if ($call(callback, self, list[i], i, this)) return i;
    return -1;
  }

  flat(depth) {
    const made: $List = [];
    flattenInto(made, elementsOf(this, "flat"), depth === undefined ? 1 : toInteger(depth));
    return alike(this, made);
  }

  flatMap(callback, self) {
    const list = elementsOf(this, "flatMap");
    if (typeof callback !== "function") throw new TypeError("flatMap mapper function is not callable");
    const length = list.length;
    const made: $List = [];
    for (let i = 0; i < length && i < list.length; i++) {
      const element = $element_get(list, i);
      if ($value_isAbsent(element)) continue;
      const value = $call(callback, self, element, i, this);
      if ($value_kind(value) === KIND_LIST) flattenInto(made, value, 0);
      else made.push(value);
    }
    return alike(this, made);
  }

  forEach(callback, self) {
    const list = elementsOf(this, "forEach");
    requireCallable(callback);
    const length = list.length;
    for (let i = 0; i < length && i < list.length; i++) {
      const value = $element_get(list, i);
      if (!$value_isAbsent(value)) $call(callback, self, value, i, this);
    }
  }

  includes(value, start) {
    const list = elementsOf(this, "includes");
    const from = relativeIndex(start, list.length, 0);
    if ($array_find_any(list, value, from) >= 0) return true;
    return value === undefined && $array_indexOf_any(list, $value_absent(), from) >= 0;
  }

  indexOf(value, start) {
    const list = elementsOf(this, "indexOf");
    return $array_indexOf_any(list, value, relativeIndex(start, list.length, 0));
  }

  join(separator) {
    return joinElements(this, elementsOf(this, "join"), separator === undefined ? "," : toText(separator));
  }

  keys() {
    return newArrayIterator(this, 0, "keys");
  }

  lastIndexOf(value, ...start) {
    const list = elementsOf(this, "lastIndexOf");
    let i = list.length - 1;
    if (start.length > 0) {
      const from = toInteger(start[0]);
      i = from < 0 ? list.length + from : $$FMIN(from, i);
    }
    for (; i >= 0; i--) if (list[i] === value && !isHole(list, i)) return i;
    return -1;
  }

  map(callback, self) {
    const list = elementsOf(this, "map");
    requireCallable(callback);
    const length = list.length;
    const made: $List = [];
    for (let i = 0; i < length && i < list.length; i++) {
      const value = $element_get(list, i);
      if ($value_isAbsent(value)) $list_setLength(made, i + 1);
      else made.push($call(callback, self, value, i, this));
    }
    if (made.length < length) $list_setLength(made, length);
    return alike(this, made);
  }

  pop() {
    const list = elementsOf(this, "pop");
    const length = list.length;
    if (length === 0) return undefined;
    requireDeletable(list, length - 1);
    const value = list[length - 1];
    $list_setLength(list, length - 1);
    finished(this, list);
    return value;
  }

  push(...items) {
    const list = elementsOf(this, "push");
    requireExtensible(list, list.length);
    $array_append(list, items);
    finished(this, list);
    return list.length;
  }

  reduce(callback, ...initial) {
    const list = elementsOf(this, "reduce");
    requireCallable(callback);
    const length = list.length;
    let i = 0;
    let value = initial[0];
    if (initial.length === 0) {
      while (i < length && isHole(list, i)) i++;
      if (i >= length) throw new TypeError("Reduce of empty array with no initial value");
      value = list[i];
      i++;
    }
    for (; i < length && i < list.length; i++) {
      const element = $element_get(list, i);
      if (!$value_isAbsent(element)) value = $call(callback, undefined, value, element, i, this);
    }
    return value;
  }

  reduceRight(callback, ...initial) {
    const list = elementsOf(this, "reduceRight");
    requireCallable(callback);
    let i = list.length - 1;
    let value = initial[0];
    if (initial.length === 0) {
      while (i >= 0 && isHole(list, i)) i--;
      if (i < 0) throw new TypeError("Reduce of empty array with no initial value");
      value = list[i];
      i--;
    }
    for (; i >= 0; i--) {
      const element = $element_get(list, i);
      if (i < list.length && !$value_isAbsent(element)) value = $call(callback, undefined, value, element, i, this);
    }
    return value;
  }

  reverse() {
    const list = elementsOf(this, "reverse");
    if (list.length > 1) requireWritable(list, 0);
    $array_reverse(list);
    return finished(this, list);
  }

  shift() {
    const list = elementsOf(this, "shift");
    if (list.length === 0) return undefined;
    requireWritable(list, 0);
    requireDeletable(list, list.length - 1);
    const value = list[0];
    $array_remove(list, 0, 1);
    finished(this, list);
    return value;
  }

  slice(start, end) {
    const list = elementsOf(this, "slice");
    const from = relativeIndex(start, list.length, 0);
    return alike(this, $array_slice(list, from, $$FMAX(from, relativeIndex(end, list.length, list.length))));
  }

  some(callback, self) {
    const list = elementsOf(this, "some");
    requireCallable(callback);
    const length = list.length;
    for (let i = 0; i < length && i < list.length; i++) {
      const value = $element_get(list, i);
      if (!$value_isAbsent(value) && $call(callback, self, value, i, this)) return true;
    }
    return false;
  }

  sort(compare) {
    requireComparator(compare);
    const list = elementsOf(this, "sort");
    if (list.length > 1) requireWritable(list, 0);
    sortInPlace(list, compare);
    return finished(this, list);
  }

  splice(...args) {
    const list = elementsOf(this, "splice");
    const start = relativeIndex(args[0], list.length, 0);
    const removed = spliceList(list, start, removedCount(args, start, list.length), args);
    finished(this, list);
    return alike(this, removed);
  }

  toLocaleString(locales, options) {
    const list = elementsOf(this, "toLocaleString");
    let text = "";
    for (let i = 0; i < list.length; i++) {
      const value = list[i];
      if (i > 0) text += ",";
      if (value !== undefined && value !== null) text += toText(value.toLocaleString(locales, options));
    }
    return text;
  }

  toReversed() {
    const made = copyOf(elementsOf(this, "toReversed"));
    $array_reverse(made);
    return made;
  }

  toSorted(compare) {
    requireComparator(compare);
    const made = copyOf(elementsOf(this, "toSorted"));
    sortInPlace(made, compare);
    return made;
  }

  toSpliced(...args) {
    const made = copyOf(elementsOf(this, "toSpliced"));
    const start = relativeIndex(args[0], made.length, 0);
    spliceList(made, start, removedCount(args, start, made.length), args);
    return made;
  }

  toString() {
    if ($value_kind(this) !== KIND_LIST) {
      const join = getElement(toObject(this), "join");
      return typeof join === "function" ? $call(join, this) : "[object " + objectTag(this) + "]";
    }
    return joinElements(this, this, ",");
  }

  unshift(...items) {
    const list = elementsOf(this, "unshift");
    const count = items.length;
    if (count > 0) {
      requireExtensible(list, list.length);
      if (count === 1) $array_insert(list, 0, items[0]);
      else spliceList(list, 0, 0, $array_concat([0, 0], items));
    }
    finished(this, list);
    return list.length;
  }

  values() {
    return newArrayIterator(this, 1, "values");
  }

  with(index, value) {
    const list = elementsOf(this, "with");
    const relative = toInteger(index);
    const place = relative < 0 ? relative + list.length : relative;
    if (place < 0 || place >= list.length) throw new RangeError("Invalid index : " + describe(index));
    const made = copyOf(list);
    made[place] = value;
    return made;
  }

  [Symbol.iterator]() {
    return newArrayIterator(this, 1, "[Symbol.iterator]");
  }
}

// What an iterator keeps: the array, undefined at the end; the next index; 0 for keys, 1 for values, 2 for both.
class ArrayIterator extends Iterator {
  next() {
    return steppedResult(nextOfArray($record_inner(this)));
  }

  $step() {
    return nextOfArray($record_inner(this));
  }

  static {
    $property_delete(ArrayIterator.prototype, "constructor");
  }

  get [Symbol.toStringTag]() {
    return "Array Iterator";
  }
}

function nextOfArray(state: $List): any {
  const source = state[0];
  if (source === undefined) return $value_absent();
  const index: number = state[1];
  const isList = $value_kind(source) === KIND_LIST;
  if (index >= (isList ? listLength(source) : toLength(getElement(source, "length")))) {
    state[0] = undefined;
    return $value_absent();
  }
  state[1] = index + 1;
  if (state[2] === 0) return index;
  const value = getElement(source, index);
  return state[2] === 1 ? value : [index, value];
}

function newArrayIterator(source, kind: number, method: string): any {
  if (source === undefined || source === null) {
    throw new TypeError("Array.prototype." + method + " called on null or undefined");
  }
  const made = $record_new(getProperty(ArrayIterator, "prototype"));
  const state: $List = [source, 0, kind];
  $record_setInner(made, state);
  return made;
}
