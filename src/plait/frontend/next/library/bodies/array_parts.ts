// What the methods of Array are made of.

// Whether a value is a list of ordinary elements whose class is Array itself, so that what methods make of it is a list.
function isOfArray(x): boolean {
  return $list_isPlain(x) && $property_get(x, "constructor") === Array;
}

// Whether `concat` joins lists of ordinary elements, and values that are no objects, while nothing says of lists whether
// they are spread.
function areSpread(self, items: $List): boolean {
  if (!isOfArray(self) || $property_attributes(self, symbolIsConcatSpreadable) >= 0) return false;
  if ($property_holder(Array.prototype, symbolIsConcatSpreadable) !== undefined) return false;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (!$value_isObject(item)) continue;
    if (!isOfArray(item) || $property_attributes(item, symbolIsConcatSpreadable) >= 0) return false;
  }
  return true;
}

// Whether something is a list whose elements are ordinary, and stays as it is when these arguments are made numbers or texts.
function isUnchangedBy(list, a, b, c): boolean {
  return $list_isPlain(list) && !$value_isObject(a) && !$value_isObject(b) && !$value_isObject(c);
}

// What a list inherits in the place of a hole; ABSENT where it inherits nothing.
function inheritedElement(list: $List, index: number): any {
  if ($property_holder(list, index) === undefined) return $value_absent();
  return hasProperty(index, list) ? getElement(list, index) : $value_absent();
}

// The elements as an object that a class makes.
function madeBy(C, elements: $List): any {
  if (!isConstructor(C)) return elements;
  const made = construct(C, [elements.length]);
  for (let i = 0; i < elements.length; i++) createElement(made, i, elements[i]);
  setElement(made, "length", elements.length);
  return made;
}

function listLength(list: $List): number {
  return list.length;
}

// A copy without holes.
function copyOf(list: $List): $List {
  const copy: $List = [];
  $array_append(copy, list);
  if (hasHoles(copy)) fillFrom(copy, 0, list);
  return copy;
}

function requireCallable(f): void {
  if (typeof f !== "function") throw new TypeError(describe(f) + " is not a function");
}

function requireComparator(compare): void {
  if (compare === undefined || typeof compare === "function") return;
  throw new TypeError("The comparison function must be either a function or undefined");
}

function requireWritable(list: $List, index: number): void {
  if ($object_integrity(list) === 3) readOnly(list, index);
}

function requireExtensible(list: $List, index: number): void {
  if ($object_integrity(list) !== 0) notExtensible(index);
}

function requireDeletable(list: $List, index: number): void {
  if ($object_integrity(list) >= 2) throw new TypeError("Cannot delete property '" + index + "' of [object Array]");
}

// The index that a relative one stands for, from 0 to the length.
function relativeIndex(index, length: number, missing: number): number {
  if (index === undefined) return missing;
  const place = toInteger(index);
  if (place < 0) return $$FMAX(0, place + length);
  return $$FMIN(place, length);
}

function hasIterator(x, symbol): boolean {
  const method = getElement(x, symbol);
  return method !== undefined && method !== null;
}

// The elements of an iterable or of what looks like an array.
function collect(items): $List {
  const kind = $value_kind(items);
  if (kind === KIND_LIST) return copyOf(items);
  if (items === undefined || items === null) {
    const text = items === null ? "object null" : "undefined";
    throw new TypeError(text + " is not iterable (cannot read property Symbol(Symbol.iterator))");
  }
  const method = getElement(items, symbolIterator);
  if (method !== undefined && method !== null) {
    if (typeof method === "function") return listOf(items);
    throw new TypeError(
      "%Array%.from requires that the property of the first argument, items[Symbol.iterator], when exists, be a function",
    );
  }
  if (kind === KIND_RECORD) return collectIndexed(items);
  return kind === KIND_FUNCTION ? argumentList(items) : [];
}

function collectIndexed(items): $List {
  const length = toLength(getProperty(items, "length"));
  const keys: $List = $property_keys(items, 2);
  if (keys.length > 1) return argumentList(items);
  const list: $List = [];
  setLength(list, length);
  fillHoles(list);
  return list;
}

function flattenInto(made: $List, list: $List, depth: number): void {
  for (let i = 0; i < list.length; i++) {
    if (isHole(list, i)) continue;
    const value = list[i];
    if (depth > 0 && $value_kind(value) === KIND_LIST) flattenInto(made, value, depth - 1);
    else made.push(value);
  }
}

// How many elements `splice` removes, by the arguments it was given.
function removedCount(args: $List, start: number, length: number): number {
  if (args.length === 0) return 0;
  if (args.length === 1) return length - start;
  return $$FMIN($$FMAX(toInteger(args[1]), 0), length - start);
}

// Removes elements and puts those behind the second argument in their place; gives the removed ones.
function spliceList(list: $List, start: number, count: number, args: $List): $List {
  const removed: $List = $array_slice(list, start, start + count);
  const added = $$FMAX(args.length - 2, 0);
  if (added > count) requireExtensible(list, list.length);
  else if (added < count) {
    requireWritable(list, start);
    requireDeletable(list, list.length - 1);
  } else if (count > 0) requireWritable(list, start);
  if (added <= count + 1) {
    const both = $$FMIN(added, count);
    for (let i = 0; i < both; i++) list[start + i] = args[i + 2];
    if (added > count) $array_insert(list, start + both, args[both + 2]);
    else if (added < count) $array_remove(list, start + added, count - added);
    return removed;
  }
  const rest: $List = $array_slice(list, start + count, list.length);
  $list_setLength(list, start);
  for (let i = 0; i < added; i++) list.push(args[i + 2]);
  $array_append(list, rest);
  return removed;
}

// The arrays that are being joined: one inside itself is the empty text.
const joinedArrays: $List = [];

function joinElements(self, list: $List, separator: string): string {
  const length = list.length;
  let text = "";
  for (let i = 0; i < length; i++) {
    const value = list[i];
    if (i > 0) text += separator;
    if (typeof value === "string") text += value;
    else if ($value_isObject(value)) text += textInside(self, value);
    else if (value !== undefined && value !== null) text += toText(value);
  }
  return text;
}

function textInside(self, value): string {
  if (value === self || $array_indexOf_any(joinedArrays, value, 0) >= 0) return "";
  joinedArrays.push(self);
  try {
    return toText(value);
  } finally {
    $list_setLength(joinedArrays, joinedArrays.length - 1);
  }
}
