// Typed arrays. What one keeps is a view of a buffer; elements are properties that the natives know.

const ELEMENT_CLAMPED = 2;
const ELEMENT_FLOAT16 = 7;
const ELEMENT_BIG_INT64 = 10;
const ELEMENT_BIG_UINT64 = 11;
const ELEMENT_ANY = 12;

const VIEW_ELEMENT = 0;
const VIEW_LENGTH = 1;
const VIEW_OFFSET = 2;
const VIEW_IS_OUTSIDE = 3;
const VIEW_IS_TRACKING = 4;

class TypedArray {
  constructor() {
    if (this === undefined || $record_prototype(this) === TypedArray.prototype) {
      throw new TypeError("Abstract class TypedArray not directly constructable");
    }
  }

  static get [Symbol.species]() {
    return this;
  }

  static of(...items) {
    const made = newOfClass(this, items.length);
    for (let i = 0; i < items.length; i++) setElement(made, i, items[i]);
    return made;
  }

  static from(source, callback?, self?) {
    if (!isConstructor(this)) throw new TypeError(describe(this) + " is not a constructor");
    if (callback !== undefined) requireCallable(callback);
    const items: $List = hasIterator(source, symbolIterator)
      ? listOf(source)
      : $value_isObject(toObject(source))
        ? argumentList(source)
        : [];
    const made = newOfClass(this, items.length);
    for (let i = 0; i < items.length; i++) {
      setElement(made, i, callback === undefined ? items[i] : $call(callback, self, items[i], i));
    }
    return made;
  }

  get buffer() {
    return $bytes_owner(viewOf(this));
  }

  get byteLength() {
    const view = viewOf(this);
    return $bytes_view(view, VIEW_LENGTH) * elementSize($bytes_view(view, VIEW_ELEMENT));
  }

  get byteOffset() {
    return $bytes_view(viewOf(this), VIEW_OFFSET);
  }

  get length() {
    return $bytes_view(viewOf(this), VIEW_LENGTH);
  }

  at(index) {
    const length = typedLength(this, "at");
    const place = toInteger(index);
    return $element_get(this, place < 0 ? place + length : place);
  }

  copyWithin(target, start, end?) {
    const length = typedLength(this, "copyWithin");
    const to = relativeIndex(target, length, 0);
    const from = relativeIndex(start, length, 0);
    const last = relativeIndex(end, length, length);
    const count = $$FMIN(last - from, length - to);
    if (count <= 0) return this;
    const now = typedLength(this, "copyWithin");
    const view = viewOf(this);
    const size = elementSize($bytes_view(view, VIEW_ELEMENT));
    const base = $bytes_view(view, VIEW_OFFSET);
    const buffer = $record_inner($bytes_owner(view));
    const fits = $$FMAX(0, $$FMIN(count, now - $$FMAX(from, to)));
    $bytes_copy(buffer, base + to * size, buffer, base + from * size, fits * size);
    return this;
  }

  entries() {
    return newTypedIterator(this, 2, "entries");
  }

  every(callback, self?) {
    const length = typedLength(this, "every");
    requireCallable(callback);
    for (let i = 0; i < length; i++) if (!$call(callback, self, $element_get(this, i), i, this)) return false;
    return true;
  }

  fill(value, start?, end?) {
    const length = typedLength(this, "fill");
    const converted = elementValue(this, value);
    const from = relativeIndex(start, length, 0);
    const to = relativeIndex(end, length, length);
    typedLength(this, "fill");
    $bytes_fill(viewOf(this), converted, from, to);
    return this;
  }

  filter(callback, self?) {
    const length = typedLength(this, "filter");
    requireCallable(callback);
    const kept: $List = [];
    for (let i = 0; i < length; i++) {
      const value = $element_get(this, i);
      if ($call(callback, self, value, i, this)) kept.push(value);
    }
    const made = newLike(this, kept.length);
    for (let i = 0; i < kept.length; i++) setElement(made, i, kept[i]);
    return made;
  }

  find(callback, self?) {
    const length = typedLength(this, "find");
    requireCallable(callback);
    for (let i = 0; i < length; i++) {
      const value = $element_get(this, i);
      if ($call(callback, self, value, i, this)) return value;
    }
    return undefined;
  }

  findIndex(callback, self?) {
    const length = typedLength(this, "findIndex");
    requireCallable(callback);
    for (let i = 0; i < length; i++) if ($call(callback, self, $element_get(this, i), i, this)) return i;
    return -1;
  }

  findLast(callback, self?) {
    const length = typedLength(this, "findLast");
    requireCallable(callback);
    for (let i = length - 1; i >= 0; i--) {
      const value = $element_get(this, i);
      if ($call(callback, self, value, i, this)) return value;
    }
    return undefined;
  }

  findLastIndex(callback, self?) {
    const length = typedLength(this, "findLastIndex");
    requireCallable(callback);
    for (let i = length - 1; i >= 0; i--) if ($call(callback, self, $element_get(this, i), i, this)) return i;
    return -1;
  }

  forEach(callback, self?) {
    const length = typedLength(this, "forEach");
    requireCallable(callback);
    for (let i = 0; i < length; i++) $call(callback, self, $element_get(this, i), i, this);
  }

  includes(value, start?) {
    const length = typedLength(this, "includes");
    if (length === 0) return false;
    const from = relativeIndex(start, length, 0);
    if (value === undefined || value !== value) {
      for (let i = from; i < length; i++) if ($dynamic_sameValueZero($element_get(this, i), value)) return true;
      return false;
    }
    return $bytes_indexOf(viewOf(this), value, from) >= 0;
  }

  indexOf(value, start?) {
    const length = typedLength(this, "indexOf");
    if (length === 0) return -1;
    return $bytes_indexOf(viewOf(this), value, relativeIndex(start, length, 0));
  }

  join(separator) {
    const length = typedLength(this, "join");
    const between = separator === undefined ? "," : toText(separator);
    const texts: $List = [];
    for (let i = 0; i < length; i++) {
      const value = $element_get(this, i);
      texts.push(value === undefined ? "" : $dynamic_toText(value));
    }
    return joinTexts(texts, between);
  }

  keys() {
    return newTypedIterator(this, 0, "keys");
  }

  lastIndexOf(...args: $Length<1>) {
    const length = typedLength(this, "lastIndexOf");
    if (length === 0) return -1;
    const value = args[0];
    const start = args.length > 1 ? toInteger(args[1]) : length - 1;
    for (let i = start < 0 ? start + length : $$FMIN(start, length - 1); i >= 0; i--) {
      if ($element_get(this, i) === value && value !== undefined) return i;
    }
    return -1;
  }

  map(callback, self?) {
    const length = typedLength(this, "map");
    requireCallable(callback);
    const made = newLike(this, length);
    for (let i = 0; i < length; i++) setElement(made, i, $call(callback, self, $element_get(this, i), i, this));
    return made;
  }

  reduce(...args: $Length<1>) {
    const length = typedLength(this, "reduce");
    requireCallable(args[0]);
    if (length === 0 && args.length < 2) throw new TypeError("Reduce of empty array with no initial value");
    const first = args.length < 2 ? 1 : 0;
    let value = first === 0 ? args[1] : $element_get(this, 0);
    for (let i = first; i < length; i++) value = $call(args[0], undefined, value, $element_get(this, i), i, this);
    return value;
  }

  reduceRight(...args: $Length<1>) {
    const length = typedLength(this, "reduceRight");
    requireCallable(args[0]);
    if (length === 0 && args.length < 2) throw new TypeError("Reduce of empty array with no initial value");
    const first = args.length < 2 ? length - 2 : length - 1;
    let value = args.length < 2 ? $element_get(this, length - 1) : args[1];
    for (let i = first; i >= 0; i--) value = $call(args[0], undefined, value, $element_get(this, i), i, this);
    return value;
  }

  reverse() {
    const length = typedLength(this, "reverse");
    reverseElements(this, length);
    return this;
  }

  set(source, offset?) {
    const place = offset === undefined ? 0 : toInteger(offset);
    if (place < 0) throw new RangeError("offset is out of bounds");
    const length = typedLength(this, "set");
    if (hasView(source)) {
      setFromTyped(this, length, source, place);
      return;
    }
    const from = typeof source === "string" ? newWrapper(source) : toObject(source);
    const count = $value_isObject(from) ? toLength(getProperty(from, "length")) : 0;
    if (count + place > length) throw new RangeError("offset is out of bounds");
    for (let i = 0; i < count; i++) setElement(this, place + i, getElement(from, i));
  }

  slice(start, end) {
    const length = typedLength(this, "slice");
    const from = relativeIndex(start, length, 0);
    const to = relativeIndex(end, length, length);
    const count = $$FMAX(0, to - from);
    const made = newLike(this, count);
    if (count === 0) return made;
    const fits = $$FMIN(count, typedLength(this, "slice") - from);
    copyElements(made, 0, this, from, fits);
    return made;
  }

  some(callback, self?) {
    const length = typedLength(this, "some");
    requireCallable(callback);
    for (let i = 0; i < length; i++) if ($call(callback, self, $element_get(this, i), i, this)) return true;
    return false;
  }

  sort(compare) {
    requireComparator(compare);
    const length = typedLength(this, "sort");
    putBack(this, sortedElements(this, length, compare));
    return this;
  }

  subarray(start, end) {
    const view = viewOf(this);
    const length = $bytes_view(view, VIEW_LENGTH);
    const from = relativeIndex(start, length, 0);
    const size = elementSize($bytes_view(view, VIEW_ELEMENT));
    const offset = $bytes_view(view, VIEW_OFFSET) + from * size;
    const args: $List = [$bytes_owner(view), offset];
    if (end !== undefined || $bytes_view(view, VIEW_IS_TRACKING) === 0) {
      args.push($$FMAX(0, relativeIndex(end, length, length) - from));
    }
    return construct(classOf(this), args);
  }

  toLocaleString(locales?, options?) {
    const length = typedLength(this, "toLocaleString");
    const texts: $List = [];
    for (let i = 0; i < length; i++) {
      const value = $element_get(this, i);
      texts.push(value === undefined ? "" : toText(value.toLocaleString(locales, options)));
    }
    return joinTexts(texts, ",");
  }

  toReversed() {
    const length = typedLength(this, "toReversed");
    const made = newPlain(this, length);
    copyElements(made, 0, this, 0, length);
    reverseElements(made, length);
    return made;
  }

  toSorted(compare) {
    requireComparator(compare);
    const length = typedLength(this, "toSorted");
    const made = newPlain(this, length);
    putBack(made, sortedElements(this, length, compare));
    return made;
  }

  toString() {
    const join = getElement(this, "join");
    return typeof join === "function" ? $call(join, this) : "[object " + objectTag(this) + "]";
  }

  values() {
    return newTypedIterator(this, 1, "values");
  }

  with(index, value) {
    const length = typedLength(this, "with");
    const relative = toInteger(index);
    const place = relative < 0 ? relative + length : relative;
    const converted = elementValue(this, value);
    if (!(place >= 0 && place < typedLength(this, "with"))) throw new RangeError("Invalid typed array index");
    const made = newPlain(this, length);
    copyElements(made, 0, this, 0, length);
    $element_set(made, place, converted);
    return made;
  }

  [Symbol.iterator]() {
    return newTypedIterator(this, 1, "values");
  }

  get [Symbol.toStringTag]() {
    return hasView(this) ? functionName(builtInClass(this)) : undefined;
  }

  $clone(copies) {
    const view = viewOf(this);
    const buffer = cloneValue($bytes_owner(view), copies);
    const element = $bytes_view(view, VIEW_ELEMENT);
    const length = $bytes_view(view, VIEW_IS_TRACKING) === 1 ? -1 : $bytes_view(view, VIEW_LENGTH);
    const copy = $record_new(getProperty(builtInClass(this), "prototype"));
    $record_setInner(copy, $bytes_newView($record_inner(buffer), buffer, element, $bytes_view(view, VIEW_OFFSET), length));
    $table_set(copies, this, copy);
    return copy;
  }

  $inspect() {
    if (!hasView(this)) return undefined;
    const length = $bytes_view(viewOf(this), VIEW_LENGTH);
    const name = functionName(builtInClass(this));
    return [name, length, inspectTyped, undefined, "["];
  }
}

function viewOf(x): any {
  if (!hasView(x)) throw new TypeError("this is not a typed array.");
  return $record_inner(x);
}

// The length of a typed array that lies within its buffer.
function typedLength(x, method: string): number {
  const view = viewOf(x);
  if ($bytes_view(view, VIEW_IS_OUTSIDE) === 1) {
    throw new TypeError("Cannot perform %TypedArray%.prototype." + method + " on a detached ArrayBuffer");
  }
  return $bytes_view(view, VIEW_LENGTH);
}

function elementSize(element: number): number {
  if (element <= ELEMENT_CLAMPED || element === ELEMENT_ANY) return 1;
  if (element <= 4 || element === ELEMENT_FLOAT16) return 2;
  return element <= 8 ? 4 : 8;
}

function hasBigElements(x): boolean {
  return $bytes_view($record_inner(x), VIEW_ELEMENT) >= ELEMENT_BIG_INT64;
}

// The classes of typed arrays that the program has, by the kind of their elements.
const typedClasses: $List = [];

function builtInClass(x): any {
  return typedClasses[$bytes_view($record_inner(x), VIEW_ELEMENT)];
}

// Assigns to an element, if there is one at the index.
function setViewElement(x, index: number, value): void {
  const converted = elementValue(x, value);
  $element_set(x, index, converted);
}

// What stands in an element when a value is assigned to it.
function elementValue(x, value): any {
  return hasBigElements(x) ? toBigInt(value) : toNumber(value);
}

// The class that a typed array says it is of; the built-in one if it says nothing.
function classOf(x): any {
  const C = getProperty(x, "constructor");
  if (C === undefined) return builtInClass(x);
  if (!$value_isObject(C)) throw new TypeError("The .constructor property is not an object");
  const species = getElement(C, symbolSpecies);
  return species === undefined || species === null ? builtInClass(x) : species;
}

function newOfClass(C, length: number): any {
  if (!isConstructor(C)) throw new TypeError(describe(C) + " is not a constructor");
  const made = construct(C, [length]);
  if (!hasView(made)) throw new TypeError("this is not a typed array.");
  if (typedLength(made, "constructor") < length) throw new TypeError("Derived TypedArray constructor created an array which was too small");
  return made;
}

function newLike(x, length: number): any {
  const made = newOfClass(classOf(x), length);
  if (hasBigElements(made) !== hasBigElements(x)) throw new TypeError("Content type of source and derived typed arrays differ");
  return made;
}

function newPlain(x, length: number): any {
  return newOfClass(builtInClass(x), length);
}

// Sets elements to those of another typed array, as they were before.
function copyElements(target, to: number, source, from: number, count: number): void {
  const goal = viewOf(target);
  const view = viewOf(source);
  const element = $bytes_view(view, VIEW_ELEMENT);
  const size = elementSize(element);
  const first = $bytes_view(view, VIEW_OFFSET) + from * size;
  const buffer = $record_inner($bytes_owner(view));
  const others = $record_inner($bytes_owner(goal));
  if (element === $bytes_view(goal, VIEW_ELEMENT)) {
    $bytes_copy(others, $bytes_view(goal, VIEW_OFFSET) + to * size, buffer, first, count * size);
    return;
  }
  if (hasBigElements(target) !== hasBigElements(source)) throw new TypeError("Cannot mix BigInt and other types, use explicit conversions");
  if (buffer !== others) {
    $bytes_convert(goal, to, view, from, count);
    return;
  }
  const copy = $bytes_newBuffer(count * size, -1);
  $bytes_copy(copy, 0, buffer, first, count * size);
  $bytes_convert(goal, to, $bytes_newView(copy, undefined, element, 0, count), 0, count);
}

function setFromTyped(target, length: number, source, place: number): void {
  const count = typedLength(source, "set");
  if (hasBigElements(target) !== hasBigElements(source)) throw new TypeError("Cannot mix BigInt and other types, use explicit conversions");
  if (count + place > length) throw new RangeError("offset is out of bounds");
  copyElements(target, place, source, 0, count);
}

function reverseElements(x, length: number): void {
  for (let i = 0; i < length - 1 - i; i++) {
    const value = $element_get(x, i);
    $element_set(x, i, $element_get(x, length - 1 - i));
    $element_set(x, length - 1 - i, value);
  }
}

function sortedElements(x, length: number, compare): $List {
  const list: $List = [];
  for (let i = 0; i < length; i++) list.push($element_get(x, i));
  if (compare === undefined) sortInPlace(list, compareNumbers);
  else mergeSort(list, $array_slice(list, 0, length), 0, length, compare);
  return list;
}

// Sorts a part of a list by merging halves, as V8 does with typed arrays and a comparator: the source holds the same elements,
// and changes as well.
function mergeSort(target: $List, source: $List, from: number, to: number, compare): void {
  const middle = from + ((to - from) >> 1);
  if (middle - from > 1) mergeSort(source, target, from, middle, compare);
  if (to - middle > 1) mergeSort(source, target, middle, to, compare);
  let left = from;
  let right = middle;
  for (let at = from; at < to; at++) {
    if (left < middle && (right >= to || !(order(compare, source[left], source[right]) > 0))) target[at] = source[left++];
    else target[at] = source[right++];
  }
}

// The order of numbers and of bigints; NaN comes last, -0 before 0.
function compareNumbers(a, b): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (typeof a !== "number") return 0;
  const x: number = a;
  const y: number = b;
  if (x !== x) return y !== y ? 0 : 1;
  if (y !== y) return -1;
  return x === 0 && y === 0 ? $$FSIGN(1 / x) - $$FSIGN(1 / y) : 0;
}

function putBack(x, list: $List): void {
  for (let i = 0; i < list.length; i++) setElement(x, i, list[i]);
}

function newTypedIterator(x, kind: number, method: string): any {
  typedLength(x, method);
  return newArrayIterator(x, kind, method);
}

function inspectTyped(x, depth: number): any {
  const length = $bytes_view($record_inner(x), VIEW_LENGTH);
  const count = $$FMIN(length, mostElements);
  const output: $List = [];
  for (let i = 0; i < count; i++) output.push(inspectValue($element_get(x, i), depth));
  if (length > count) output.push(inspectedRest(length - count));
  return output;
}

// What the constructor of a class makes of its arguments: nothing, a length, a typed array, a buffer, an iterable or a list.
function fillTyped(made, element: number, args: $List): void {
  const source = args[0];
  if (!$value_isObject(source)) {
    const length = source === undefined ? 0 : toInteger(source);
    if (!(length >= 0 && length <= 9007199254740991)) throw new RangeError("Invalid typed array length: " + toText(source));
    giveElements(made, element, length);
  } else if (isBufferObject(source)) {
    fillFromBuffer(made, element, source, args);
  } else if (hasView(source)) {
    const length = typedLength(source, "constructor");
    giveElements(made, element, length);
    if (hasBigElements(made) !== hasBigElements(source)) {
      throw new TypeError("Cannot mix BigInt and other types, use explicit conversions");
    }
    copyElements(made, 0, source, 0, length);
  } else if (hasIterator(source, symbolIterator)) {
    const list: $List = listOf(source);
    giveElements(made, element, list.length);
    for (let i = 0; i < list.length; i++) setElement(made, i, list[i]);
  } else {
    const length = toLength(getProperty(source, "length"));
    giveElements(made, element, length);
    for (let i = 0; i < length; i++) setElement(made, i, getElement(source, i));
  }
}

function giveElements(made, element: number, length: number): void {
  const size = length * elementSize(element);
  if (size > 4294967232) throw new RangeError("Array buffer allocation failed");
  const buffer = $bytes_newBuffer(size, -1);
  $record_setInner(made, $bytes_newView(buffer, newBufferObject(buffer), element, 0, length));
}

function fillFromBuffer(made, element: number, source, args: $List): void {
  const size = elementSize(element);
  const name = functionName(typedClasses[element]);
  const offset = args[1] === undefined ? 0 : toInteger(args[1]);
  if (!(offset >= 0 && offset <= 9007199254740991)) throw new RangeError("Start offset is too large:");
  if (offset % size !== 0) throw new RangeError("start offset of " + name + " should be a multiple of " + size);
  let length = args[2] === undefined ? -1 : toInteger(args[2]);
  if (args[2] !== undefined && !(length >= 0 && length <= 9007199254740991)) {
    throw new RangeError("Invalid typed array length: " + toText(args[2]));
  }
  const buffer = bufferOf(source, "constructor");
  if ($bytes_limit(buffer) === -2) throw new TypeError("Cannot perform Construct on a detached ArrayBuffer");
  const whole = $bytes_length(buffer);
  if (length < 0) {
    const isFixed = $bytes_limit(buffer) === -1;
    if (isFixed && whole % size !== 0) throw new RangeError("byte length of " + name + " should be a multiple of " + size);
    if (offset > whole) throw new RangeError("Start offset " + offset + " is outside the bounds of the buffer");
    if (isFixed) length = (whole - offset) / size;
  } else if (offset + length * size > whole) {
    throw new RangeError("Invalid typed array length: " + length);
  }
  $record_setInner(made, $bytes_newView(buffer, source, element, offset, length));
}
