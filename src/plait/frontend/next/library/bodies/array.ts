// Array. Its methods work on lists whose elements are ordinary; everything else is for those of `array_likes.ts`.

class Array {
  constructor(...items: $Length<1>) {
    const made: $List = $value_kind(this) === KIND_LIST ? this : [];
    if (items.length === 1 && typeof items[0] === "number") setLength(made, items[0]);
    else $array_append(made, items);
    return made;
  }

  static isArray(value) {
    return $value_kind(value) === KIND_LIST;
  }

  static of(...items) {
    return this === Array ? items : madeBy(this, items);
  }

  static from(items, callback?, self?) {
    if (callback !== undefined) requireCallable(callback);
    if (this === Array || !isConstructor(this)) {
      if (callback === undefined) return collect(items);
      if ($list_isPlain(items)) return likeFromList(items, callback, self);
    }
    return likeFrom(isConstructor(this) ? this : Array, items, callback, self);
  }

  static async fromAsync(items, callback?, self?) {
    if (callback !== undefined) requireCallable(callback);
    if (items === undefined || items === null) toObject(items);
    let i = 0;
    if (hasIterator(items, symbolAsyncIterator) || hasIterator(items, symbolIterator)) {
      const made = isConstructor(this) ? construct(this, []) : [];
      for await (const item of items) {
        createElement(made, i, callback === undefined ? item : await $call(callback, self, item, i));
        i++;
      }
      setElement(made, "length", i);
      return made;
    }
    const source = $value_isObject(items) ? items : newWrapper(items);
    const length = lengthOfLike(source);
    const made = isConstructor(this) ? construct(this, [length]) : [];
    for (; i < length; i++) {
      const item = await getElement(source, i);
      createElement(made, i, callback === undefined ? item : await $call(callback, self, item, i));
    }
    setElement(made, "length", length);
    return made;
  }

  at(index) {
    const o = likeObject(this, "at");
    const length = lengthOfLike(o);
    const place = toInteger(index);
    return getElement(o, place < 0 ? place + length : place);
  }

  concat(...items: $Length<1>) {
    if (!areSpread(this, items)) return likeConcat(this, items);
    const made: $List = [];
    $array_append(made, this);
    for (let i = 0; i < items.length; i++) {
      if ($value_kind(items[i]) === KIND_LIST) $array_append(made, items[i]);
      else made.push(items[i]);
    }
    return made;
  }

  copyWithin(target, start, end?) {
    if (!isUnchangedBy(this, target, start, end)) return likeCopyWithin(this, target, start, end);
    const list: $List = this;
    const to = relativeIndex(target, list.length, 0);
    const from = relativeIndex(start, list.length, 0);
    const last = relativeIndex(end, list.length, list.length);
    const part: $List = $array_slice(list, from, $$FMAX(from, last));
    requireWritable(list, to);
    for (let i = 0; i < part.length && to + i < list.length; i++) {
      if (isHole(part, i)) $property_delete(list, to + i);
      else list[to + i] = part[i];
    }
    return this;
  }

  entries() {
    return newArrayIterator(this, 2, "entries");
  }

  every(callback, self?) {
    if (!$list_isPlain(this)) return likeVisit(this, "every", callback, self, VISIT_UNTIL_FALSE);
    const list: $List = this;
    requireCallable(callback);
    const length = list.length;
    for (let i = 0; i < length && i < list.length; i++) {
      let value = $element_get(list, i);
      if ($value_isAbsent(value)) value = inheritedElement(list, i);
      if (!$value_isAbsent(value) && !$call(callback, self, value, i, this)) return false;
    }
    return true;
  }

  fill(value, start?, end?) {
    if (!isUnchangedBy(this, start, end, undefined)) return likeFill(this, value, start, end);
    const list: $List = this;
    const from = relativeIndex(start, list.length, 0);
    const to = relativeIndex(end, list.length, list.length);
    if (from < to) {
      requireWritable(list, from);
      $array_fill(list, value, from, to);
    }
    return this;
  }

  filter(callback, self?) {
    if (!isOfArray(this)) return likeFilter(this, callback, self);
    const list: $List = this;
    requireCallable(callback);
    const length = list.length;
    const made: $List = [];
    for (let i = 0; i < length && i < list.length; i++) {
      let value = $element_get(list, i);
      if ($value_isAbsent(value)) value = inheritedElement(list, i);
      if (!$value_isAbsent(value) && $call(callback, self, value, i, this)) made.push(value);
    }
    return made;
  }

  find(callback, self?) {
    if (!$list_isPlain(this)) return likeFound(this, "find", callback, self, false);
    const list: $List = this;
    requireCallable(callback);
    const length = list.length;
    for (let i = 0; i < length; i++) {
      const value = list[i];
      if ($call(callback, self, value, i, this)) return value;
    }
    return undefined;
  }

  findIndex(callback, self?) {
    if (!$list_isPlain(this)) return likeFind(this, "findIndex", callback, self, false, []);
    const list: $List = this;
    requireCallable(callback);
    const length = list.length;
    for (let i = 0; i < length; i++) if ($call(callback, self, list[i], i, this)) return i;
    return -1;
  }

  findLast(callback, self?) {
    if (!$list_isPlain(this)) return likeFound(this, "findLast", callback, self, true);
    const list: $List = this;
    requireCallable(callback);
    for (let i = list.length - 1; i >= 0; i--) {
      const value = list[i];
      if ($call(callback, self, value, i, this)) return value;
    }
    return undefined;
  }

  findLastIndex(callback, self?) {
    if (!$list_isPlain(this)) return likeFind(this, "findLastIndex", callback, self, true, []);
    const list: $List = this;
    requireCallable(callback);
    for (let i = list.length - 1; i >= 0; i--) if ($call(callback, self, list[i], i, this)) return i;
    return -1;
  }

  flat(depth?) {
    const made: $List = [];
    const levels = depth === undefined ? 1 : toInteger(depth);
    if (!isOfArray(this)) {
      const o = likeObject(this, "flat");
      lengthOfLike(o);
      const result = newAlike(o, 0);
      likeFlatten(result, 0, o, levels, undefined, undefined);
      return result;
    }
    flattenInto(made, this, levels);
    return made;
  }

  flatMap(callback, self?) {
    if (typeof callback !== "function") throw new TypeError("flatMap mapper function is not callable");
    if (!isOfArray(this)) {
      const o = likeObject(this, "flatMap");
      const result = newAlike(o, 0);
      likeFlatten(result, 0, o, 1, callback, self);
      return result;
    }
    const list: $List = this;
    const length = list.length;
    const made: $List = [];
    for (let i = 0; i < length && i < list.length; i++) {
      let element = $element_get(list, i);
      if ($value_isAbsent(element)) element = inheritedElement(list, i);
      if ($value_isAbsent(element)) continue;
      const value = $call(callback, self, element, i, this);
      if ($value_kind(value) === KIND_LIST) flattenInto(made, value, 0);
      else made.push(value);
    }
    return made;
  }

  forEach(callback, self?) {
    if (!$list_isPlain(this)) return likeVisit(this, "forEach", callback, self, VISIT_ALL);
    const list: $List = this;
    requireCallable(callback);
    const length = list.length;
    for (let i = 0; i < length && i < list.length; i++) {
      let value = $element_get(list, i);
      if ($value_isAbsent(value)) value = inheritedElement(list, i);
      if (!$value_isAbsent(value)) $call(callback, self, value, i, this);
    }
  }

  includes(value, start?) {
    if (!isUnchangedBy(this, start, undefined, undefined)) return likeIncludes(this, value, start);
    const list: $List = this;
    if (list.length === 0) return false;
    const from = relativeIndex(start, list.length, 0);
    if ($array_find_any(list, value, from) >= 0) return true;
    return value === undefined && $array_indexOf_any(list, $value_absent(), from) >= 0;
  }

  indexOf(value, start?) {
    if (!isUnchangedBy(this, start, undefined, undefined)) return likeIndexOf(this, value, start);
    const list: $List = this;
    if (list.length === 0) return -1;
    return $array_indexOf_any(list, value, relativeIndex(start, list.length, 0));
  }

  join(separator) {
    if (!isUnchangedBy(this, separator, undefined, undefined)) return likeJoin(this, separator);
    return joinElements(this, this, separator === undefined ? "," : toText(separator));
  }

  keys() {
    return newArrayIterator(this, 0, "keys");
  }

  lastIndexOf(value, ...start) {
    if (!isUnchangedBy(this, start[0], undefined, undefined)) return likeLastIndexOf(this, value, start);
    const list: $List = this;
    let i = list.length - 1;
    if (start.length > 0) {
      const from = toInteger(start[0]);
      i = from < 0 ? list.length + from : $$FMIN(from, i);
    }
    for (; i >= 0; i--) if (list[i] === value && !isHole(list, i)) return i;
    return -1;
  }

  map(callback, self?) {
    if (!isOfArray(this)) return likeMap(this, callback, self);
    const list: $List = this;
    requireCallable(callback);
    const length = list.length;
    const made: $List = [];
    for (let i = 0; i < length && i < list.length; i++) {
      let value = $element_get(list, i);
      if ($value_isAbsent(value)) value = inheritedElement(list, i);
      if ($value_isAbsent(value)) $list_setLength(made, i + 1);
      else made.push($call(callback, self, value, i, this));
    }
    if (made.length < length) $list_setLength(made, length);
    return made;
  }

  pop() {
    if (!$list_isPlain(this)) return likePop(this);
    const list: $List = this;
    const length = list.length;
    if (length === 0) {
      if ($object_integrity(list) === 3) readOnly(list, "length");
      return undefined;
    }
    requireDeletable(list, length - 1);
    const value = list[length - 1];
    $list_setLength(list, length - 1);
    return value;
  }

  push(...items: $Length<1>) {
    if (!$list_isPlain(this)) return likePush(this, items);
    const list: $List = this;
    requireExtensible(list, list.length);
    $array_append(list, items);
    return list.length;
  }

  reduce(callback, ...initial) {
    if (!$list_isPlain(this)) return likeReduce(this, "reduce", callback, initial, false);
    const list: $List = this;
    requireCallable(callback);
    const length = list.length;
    let i = 0;
    let value = initial[0];
    if (initial.length === 0) {
      while (i < length && isHole(list, i) && !hasProperty(i, list)) i++;
      if (i >= length) throw new TypeError("Reduce of empty array with no initial value");
      value = getElement(list, i);
      i++;
    }
    for (; i < length && i < list.length; i++) {
      let element = $element_get(list, i);
      if ($value_isAbsent(element)) element = inheritedElement(list, i);
      if (!$value_isAbsent(element)) value = $call(callback, undefined, value, element, i, this);
    }
    return value;
  }

  reduceRight(callback, ...initial) {
    if (!$list_isPlain(this)) return likeReduce(this, "reduceRight", callback, initial, true);
    const list: $List = this;
    requireCallable(callback);
    let i = list.length - 1;
    let value = initial[0];
    if (initial.length === 0) {
      while (i >= 0 && isHole(list, i) && !hasProperty(i, list)) i--;
      if (i < 0) throw new TypeError("Reduce of empty array with no initial value");
      value = getElement(list, i);
      i--;
    }
    for (; i >= 0; i--) {
      let element = $element_get(list, i);
      if ($value_isAbsent(element)) element = inheritedElement(list, i);
      if (i < list.length && !$value_isAbsent(element)) value = $call(callback, undefined, value, element, i, this);
    }
    return value;
  }

  reverse() {
    if (!$list_isPlain(this)) return likeReverse(this);
    const list: $List = this;
    if (list.length > 1) requireWritable(list, 0);
    $array_reverse(list);
    return this;
  }

  shift() {
    if (!$list_isPlain(this)) return likeShift(this);
    const list: $List = this;
    if (list.length === 0) return undefined;
    requireWritable(list, 0);
    requireDeletable(list, list.length - 1);
    const value = list[0];
    $array_remove(list, 0, 1);
    return value;
  }

  slice(start, end) {
    if (!isOfArray(this) || !isUnchangedBy(this, start, end, undefined)) return likeSlice(this, start, end);
    const list: $List = this;
    const from = relativeIndex(start, list.length, 0);
    return $array_slice(list, from, $$FMAX(from, relativeIndex(end, list.length, list.length)));
  }

  some(callback, self?) {
    if (!$list_isPlain(this)) return likeVisit(this, "some", callback, self, VISIT_UNTIL_TRUE);
    const list: $List = this;
    requireCallable(callback);
    const length = list.length;
    for (let i = 0; i < length && i < list.length; i++) {
      let value = $element_get(list, i);
      if ($value_isAbsent(value)) value = inheritedElement(list, i);
      if (!$value_isAbsent(value) && $call(callback, self, value, i, this)) return true;
    }
    return false;
  }

  sort(compare) {
    requireComparator(compare);
    if (!$list_isPlain(this)) return likeSort(this, compare);
    const list: $List = this;
    if (list.length > 1) requireWritable(list, 0);
    sortInPlace(list, compare);
    return this;
  }

  splice(...args: $Length<2>) {
    if (!isOfArray(this) || !isUnchangedBy(this, args[0], args[1], undefined)) return likeSplice(this, args);
    const list: $List = this;
    const start = relativeIndex(args[0], list.length, 0);
    const removed = spliceList(list, start, removedCount(args, start, list.length), args);
    return removed;
  }

  toLocaleString(locales?, options?) {
    return likeLocaleString(this, locales, options);
  }

  toReversed() {
    if (!$list_isPlain(this)) return likeReversed(this);
    const made = copyOf(this);
    $array_reverse(made);
    return made;
  }

  toSorted(compare) {
    requireComparator(compare);
    const made = $list_isPlain(this) ? copyOf(this) : likeCopy(this, "toSorted");
    sortInPlace(made, compare);
    return made;
  }

  toSpliced(...args: $Length<2>) {
    if (!isUnchangedBy(this, args[0], args[1], undefined)) return likeToSpliced(this, args);
    const made = copyOf(this);
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

  unshift(...items: $Length<1>) {
    if (!$list_isPlain(this)) return likeUnshift(this, items);
    const list: $List = this;
    const count = items.length;
    if (count === 0 && $object_integrity(list) === 3) readOnly(list, "length");
    if (count > 0) {
      requireExtensible(list, list.length);
      if (count === 1) $array_insert(list, 0, items[0]);
      else spliceList(list, 0, 0, $array_concat([0, 0], items));
    }
    return list.length;
  }

  ["values"]() {
    return newArrayIterator(this, 1, "values");
  }

  with(index, value) {
    if (!isUnchangedBy(this, index, undefined, undefined)) return likeWith(this, index, value);
    const list: $List = this;
    const relative = toInteger(index);
    const place = relative < 0 ? relative + list.length : relative;
    if (place < 0 || place >= list.length) throw new RangeError("Invalid index : " + describe(index));
    const made = copyOf(list);
    made[place] = value;
    return made;
  }

  static {
    $property_define(Array.prototype, symbolIterator, getProperty(Array.prototype, "values"), IS_WRITABLE | IS_CONFIGURABLE);
  }

  static get [Symbol.species]() {
    return this;
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

  static {
    $property_define(ArrayIterator.prototype, symbolToStringTag, "Array Iterator", IS_CONFIGURABLE);
  }
}

function nextOfArray(state: $List): any {
  const source = state[0];
  if (state[2] === 1) {
    // What is there and is not undefined is an element, whatever the length.
    const place: number = state[1];
    const found = $element_get(source, place);
    if (found !== undefined && !$value_isAbsent(found)) {
      state[1] = place + 1;
      return found;
    }
  }
  if (source === undefined) return $value_absent();
  const index: number = state[1];
  if (index >= iteratedLength(source)) {
    state[0] = undefined;
    return $value_absent();
  }
  state[1] = index + 1;
  if (state[2] === 0) return index;
  const value = getElement(source, index);
  return state[2] === 1 ? value : [index, value];
}

function iteratedLength(source): number {
  if ($value_kind(source) === KIND_LIST) return listLength(source);
  return hasView(source) ? typedLength(source, "values") : toLength(getElement(source, "length"));
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
