// The methods of Array for what is no list, or has elements that are accessors: step by step as ECMA-262 says, with every
// property looked up when its turn comes.

// The object that a method of Array works on.
function likeObject(self, method: string): any {
  if (self === undefined || self === null) {
    throw new TypeError("Array.prototype." + method + " called on null or undefined");
  }
  return $value_isObject(self) ? self : newWrapper(self);
}

function lengthOfLike(o): number {
  return toLength(getElement(o, "length"));
}

const MAX_LENGTH = 9007199254740991;

function requireLength(length: number): void {
  if (length > MAX_LENGTH) {
    throw new TypeError("Pushing " + length + " elements on an array-like of length " + MAX_LENGTH + " is disallowed by ECMA-262");
  }
}

function deleteElement(o, index: number): void {
  deleteProperty(o, index);
}

// Moves an element, or the hole that it is.
function moveElement(o, from: number, to: number): void {
  if (hasProperty(from, o)) setElement(o, to, getElement(o, from));
  else deleteElement(o, to);
}

// Own elements of what a method makes.
function createElement(o, index: number, value): void {
  if ($list_isPlain(o)) {
    if ($element_set(o, index, value)) return;
  }
  if ($value_kind(o) === KIND_FUNCTION) functionProperties(o);
  const attributes = $property_attributes(o, index);
  if (attributes < 0 ? $object_integrity(o) !== 0 : (attributes & IS_CONFIGURABLE) === 0) {
    throw new TypeError("Cannot add property " + index + ", object is not extensible");
  }
  defineOwn(o, index, value, IS_WRITABLE | IS_ENUMERABLE | IS_CONFIGURABLE);
}

// What the class of an array makes for a result of a length; a list where it is Array itself.
function newAlike(self, length: number): any {
  if ($value_kind(self) !== KIND_LIST) return newListOf(length);
  let C = getElement(self, "constructor");
  if (C === Array) return newListOf(length);
  if ($value_isObject(C)) {
    C = getElement(C, symbolSpecies);
    if (C === null) C = undefined;
  }
  if (C === undefined || C === Array) return newListOf(length);
  if (!isConstructor(C)) throw new TypeError("object.constructor[Symbol.species] is not a constructor");
  return construct(C, [length]);
}

function newListOf(length: number): any {
  if (length > 4294967295) throw new RangeError("Invalid array length");
  return [];
}

function likeVisit(self, method: string, callback, receiver, what: number): any {
  const o = likeObject(self, method);
  const length = lengthOfLike(o);
  requireCallable(callback);
  for (let i = 0; i < length; i++) {
    if (!hasProperty(i, o)) continue;
    const answer = $call(callback, receiver, getElement(o, i), i, o);
    if (what === VISIT_UNTIL_TRUE && answer) return true;
    if (what === VISIT_UNTIL_FALSE && !answer) return false;
  }
  return what === VISIT_ALL ? undefined : what === VISIT_UNTIL_FALSE;
}

// `find` and its kin: the index that is found, -1 if none is; the value is put into a list.
function likeFind(self, method: string, callback, receiver, isFromEnd: boolean, found: $List): number {
  const o = likeObject(self, method);
  const length = lengthOfLike(o);
  requireCallable(callback);
  for (let n = 0; n < length; n++) {
    const i = isFromEnd ? length - 1 - n : n;
    const value = getElement(o, i);
    if ($call(callback, receiver, value, i, o)) {
      found.push(value);
      return i;
    }
  }
  return -1;
}

function likeFound(self, method: string, callback, receiver, isFromEnd: boolean): any {
  const found: $List = [];
  return likeFind(self, method, callback, receiver, isFromEnd, found) < 0 ? undefined : found[0];
}

function likeFilter(self, callback, receiver): any {
  const o = likeObject(self, "filter");
  const length = lengthOfLike(o);
  requireCallable(callback);
  const made = newAlike(o, 0);
  let to = 0;
  for (let i = 0; i < length; i++) {
    if (!hasProperty(i, o)) continue;
    const value = getElement(o, i);
    if ($call(callback, receiver, value, i, o)) {
      createElement(made, to, value);
      to++;
    }
  }
  return made;
}

function likeMap(self, callback, receiver): any {
  const o = likeObject(self, "map");
  const length = lengthOfLike(o);
  requireCallable(callback);
  const made = newAlike(o, length);
  if ($list_isPlain(made)) setElement(made, "length", length);
  for (let i = 0; i < length; i++) {
    if (hasProperty(i, o)) createElement(made, i, $call(callback, receiver, getElement(o, i), i, o));
  }
  return made;
}

function likeReduce(self, method: string, callback, initial: $List, isFromEnd: boolean): any {
  const o = likeObject(self, method);
  const length = lengthOfLike(o);
  requireCallable(callback);
  let n = 0;
  let value = initial[0];
  let isThere = initial.length > 0;
  for (; n < length; n++) {
    const i = isFromEnd ? length - 1 - n : n;
    if (!hasProperty(i, o)) continue;
    const element = getElement(o, i);
    value = isThere ? $call(callback, undefined, value, element, i, o) : element;
    isThere = true;
  }
  if (!isThere) throw new TypeError("Reduce of empty array with no initial value");
  return value;
}

function likeIndexOf(self, value, start): number {
  const o = likeObject(self, "indexOf");
  const length = lengthOfLike(o);
  if (length === 0) return -1;
  for (let i = relativeIndex(start, length, 0); i < length; i++) {
    if (hasProperty(i, o) && getElement(o, i) === value) return i;
  }
  return -1;
}

function likeLastIndexOf(self, value, start: $List): number {
  const o = likeObject(self, "lastIndexOf");
  const length = lengthOfLike(o);
  if (length === 0) return -1;
  const from = start.length > 0 ? toInteger(start[0]) : length - 1;
  for (let i = from < 0 ? length + from : $$FMIN(from, length - 1); i >= 0; i--) {
    if (hasProperty(i, o) && getElement(o, i) === value) return i;
  }
  return -1;
}

function likeIncludes(self, value, start): boolean {
  const o = likeObject(self, "includes");
  const length = lengthOfLike(o);
  if (length === 0) return false;
  for (let i = relativeIndex(start, length, 0); i < length; i++) {
    if ($dynamic_sameValueZero(getElement(o, i), value)) return true;
  }
  return false;
}

function likeJoin(self, separator): string {
  const o = likeObject(self, "join");
  const length = lengthOfLike(o);
  const between = separator === undefined ? "," : toText(separator);
  let text = "";
  for (let i = 0; i < length; i++) {
    if (i > 0) text += between;
    const value = getElement(o, i);
    if (value !== undefined && value !== null) text += textInside(o, value);
  }
  return text;
}

function likeLocaleString(self, locales, options): string {
  const o = likeObject(self, "toLocaleString");
  const length = lengthOfLike(o);
  let text = "";
  for (let i = 0; i < length; i++) {
    if (i > 0) text += ",";
    const value = getElement(o, i);
    if (value !== undefined && value !== null) text += toText(value.toLocaleString(locales, options));
  }
  return text;
}

function likePush(self, items: $List): number {
  const o = likeObject(self, "push");
  const length = lengthOfLike(o);
  requireLength(length + items.length);
  for (let i = 0; i < items.length; i++) setElement(o, length + i, items[i]);
  setElement(o, "length", length + items.length);
  return length + items.length;
}

function likePop(self): any {
  const o = likeObject(self, "pop");
  const length = lengthOfLike(o);
  if (length === 0) {
    setElement(o, "length", 0);
    return undefined;
  }
  const value = getElement(o, length - 1);
  deleteElement(o, length - 1);
  setElement(o, "length", length - 1);
  return value;
}

function likeShift(self): any {
  const o = likeObject(self, "shift");
  const length = lengthOfLike(o);
  if (length === 0) {
    setElement(o, "length", 0);
    return undefined;
  }
  const first = getElement(o, 0);
  for (let i = 1; i < length; i++) moveElement(o, i, i - 1);
  deleteElement(o, length - 1);
  setElement(o, "length", length - 1);
  return first;
}

function likeUnshift(self, items: $List): number {
  const o = likeObject(self, "unshift");
  const length = lengthOfLike(o);
  const count = items.length;
  if (count > 0) {
    requireLength(length + count);
    for (let i = length - 1; i >= 0; i--) moveElement(o, i, i + count);
    for (let i = 0; i < count; i++) setElement(o, i, items[i]);
  }
  setElement(o, "length", length + count);
  return length + count;
}

function likeReverse(self): any {
  const o = likeObject(self, "reverse");
  const length = lengthOfLike(o);
  const middle = $$FTRUNC(length / 2);
  for (let low = 0; low < middle; low++) {
    const high = length - 1 - low;
    const hasLow = hasProperty(low, o);
    const lowValue = hasLow ? getElement(o, low) : undefined;
    const hasHigh = hasProperty(high, o);
    const highValue = hasHigh ? getElement(o, high) : undefined;
    if (hasHigh) setElement(o, low, highValue);
    else if (hasLow) deleteElement(o, low);
    if (hasLow) setElement(o, high, lowValue);
    else if (hasHigh) deleteElement(o, high);
  }
  return o;
}

function likeSlice(self, start, end): any {
  const o = likeObject(self, "slice");
  const length = lengthOfLike(o);
  const from = relativeIndex(start, length, 0);
  const to = relativeIndex(end, length, length);
  const made = newAlike(o, $$FMAX(to - from, 0));
  let n = 0;
  for (let i = from; i < to; i++) {
    if (hasProperty(i, o)) createElement(made, n, getElement(o, i));
    n++;
  }
  setElement(made, "length", n);
  return made;
}

function likeSplice(self, args: $List): any {
  const o = likeObject(self, "splice");
  const length = lengthOfLike(o);
  const start = relativeIndex(args[0], length, 0);
  const removed = removedCount(args, start, length);
  const added = $$FMAX(args.length - 2, 0);
  requireLength(length + added - removed);
  const made = newAlike(o, removed);
  for (let i = 0; i < removed; i++) {
    if (hasProperty(start + i, o)) createElement(made, i, getElement(o, start + i));
  }
  setElement(made, "length", removed);
  if (added < removed) {
    for (let i = start; i < length - removed; i++) moveElement(o, i + removed, i + added);
    for (let i = length; i > length - removed + added; i--) deleteElement(o, i - 1);
  } else if (added > removed) {
    for (let i = length - removed; i > start; i--) moveElement(o, i + removed - 1, i + added - 1);
  }
  for (let i = 0; i < added; i++) setElement(o, start + i, args[i + 2]);
  setElement(o, "length", length - removed + added);
  return made;
}

function likeToSpliced(self, args: $List): any {
  const o = likeObject(self, "toSpliced");
  const length = lengthOfLike(o);
  const start = relativeIndex(args[0], length, 0);
  const removed = removedCount(args, start, length);
  const added = $$FMAX(args.length - 2, 0);
  requireLength(length + added - removed);
  newListOf(length + added - removed);
  const made: $List = [];
  for (let i = 0; i < start; i++) made.push(getElement(o, i));
  for (let i = 0; i < added; i++) made.push(args[i + 2]);
  for (let i = start + removed; i < length; i++) made.push(getElement(o, i));
  return made;
}

function likeCopyWithin(self, target, start, end): any {
  const o = likeObject(self, "copyWithin");
  const length = lengthOfLike(o);
  const to = relativeIndex(target, length, 0);
  const from = relativeIndex(start, length, 0);
  const count = $$FMIN(relativeIndex(end, length, length) - from, length - to);
  const isBackwards = from < to && to < from + count;
  for (let n = 0; n < count; n++) {
    const i = isBackwards ? count - 1 - n : n;
    moveElement(o, from + i, to + i);
  }
  return o;
}

function likeFill(self, value, start, end): any {
  const o = likeObject(self, "fill");
  const length = lengthOfLike(o);
  const from = relativeIndex(start, length, 0);
  const to = relativeIndex(end, length, length);
  for (let i = from; i < to; i++) setElement(o, i, value);
  return o;
}

// The elements from the first to the last that are there, for sorting.
function likeElements(o, length: number, hasHoles: boolean): $List {
  const list: $List = [];
  for (let i = 0; i < length; i++) if (hasHoles || hasProperty(i, o)) list.push(getElement(o, i));
  return list;
}

function likeSort(self, compare): any {
  const o = likeObject(self, "sort");
  const length = lengthOfLike(o);
  const list = likeElements(o, length, false);
  sortInPlace(list, compare);
  for (let i = 0; i < list.length; i++) setElement(o, i, list[i]);
  for (let i = list.length; i < length; i++) if (hasProperty(i, o)) deleteElement(o, i);
  return o;
}

// A list of all elements, undefined where there is none.
function likeCopy(self, method: string): $List {
  const o = likeObject(self, method);
  const length = lengthOfLike(o);
  newListOf(length);
  return likeElements(o, length, true);
}

function likeReversed(self): $List {
  const o = likeObject(self, "toReversed");
  const length = lengthOfLike(o);
  newListOf(length);
  const made: $List = [];
  for (let i = length - 1; i >= 0; i--) made.push(getElement(o, i));
  return made;
}

function likeWith(self, index, value): any {
  const o = likeObject(self, "with");
  const length = lengthOfLike(o);
  const relative = toInteger(index);
  const place = relative < 0 ? relative + length : relative;
  if (place < 0 || place >= length) throw new RangeError("Invalid index : " + describe(index));
  newListOf(length);
  const made: $List = [];
  for (let i = 0; i < length; i++) made.push(i === place ? value : getElement(o, i));
  return made;
}

function likeConcat(self, items: $List): any {
  const o = likeObject(self, "concat");
  const made = newAlike(o, 0);
  let to = addSpreaded(made, 0, o);
  for (let i = 0; i < items.length; i++) to = addSpreaded(made, to, items[i]);
  setElement(made, "length", to);
  return made;
}

// Adds an item of `concat`, or its elements; gives where the next one goes.
function addSpreaded(made, to: number, item): number {
  if (!isSpreadable(item)) {
    requireLength(to + 1);
    createElement(made, to, item);
    return to + 1;
  }
  const length = lengthOfLike(item);
  requireLength(to + length);
  for (let i = 0; i < length; i++) if (hasProperty(i, item)) createElement(made, to + i, getElement(item, i));
  return to + length;
}

function isSpreadable(x): boolean {
  if (!$value_isObject(x)) return false;
  const spreadable = getElement(x, symbolIsConcatSpreadable);
  return spreadable === undefined ? $value_kind(x) === KIND_LIST : spreadable ? true : false;
}

// `flat` and `flatMap`: the elements of arrays up to a depth, of what a function makes of each if one is given.
function likeFlatten(made, to: number, o, depth: number, callback, receiver): number {
  const length = lengthOfLike(o);
  for (let i = 0; i < length; i++) {
    if (!hasProperty(i, o)) continue;
    let value = getElement(o, i);
    if (callback !== undefined) value = $call(callback, receiver, value, i, o);
    if (depth > 0 && $value_kind(value) === KIND_LIST) to = likeFlatten(made, to, value, depth - 1, undefined, undefined);
    else {
      createElement(made, to, value);
      to++;
    }
  }
  return to;
}

// `Array.from`: of a list whose elements a function maps, and of everything else for any class.

function likeFromList(list: $List, callback, receiver): $List {
  const made: $List = [];
  for (let i = 0; i < list.length; i++) made.push($call(callback, receiver, list[i], i));
  return made;
}

function likeFrom(C, items, callback, receiver): any {
  if (items === undefined || items === null) return collect(items);
  const method = getElement(items, symbolIterator);
  if (method === undefined || method === null) return likeFromIndexed(C, $value_isObject(items) ? items : newWrapper(items), callback, receiver);
  const made = construct(C, []);
  const it = iterator(items);
  let i = 0;
  let value = step(it);
  while (!$value_isAbsent(value)) {
    try {
      createElement(made, i, callback === undefined ? value : $call(callback, receiver, value, i));
    } catch (error) {
      closeAfterError(it);
      throw error;
    }
    i++;
    value = step(it);
  }
  setElement(made, "length", i);
  return made;
}

function likeFromIndexed(C, items, callback, receiver): any {
  const length = lengthOfLike(items);
  const made = construct(C, [length]);
  for (let i = 0; i < length; i++) {
    const value = getElement(items, i);
    createElement(made, i, callback === undefined ? value : $call(callback, receiver, value, i));
  }
  setElement(made, "length", length);
  return made;
}
