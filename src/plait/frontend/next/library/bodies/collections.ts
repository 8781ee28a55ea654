// Map and Set, and their iterators. What a Map or Set keeps is a table; the values of a Set are its keys.

const ITERATE_KEYS = 0;
const ITERATE_VALUES = 1;
const ITERATE_ENTRIES = 2;

class Map {
  constructor(entries = undefined) {
    if (this === undefined) throw new TypeError("Constructor Map requires 'new'");
    $record_setInner(this, $table_new());
    if (entries !== undefined && entries !== null) addEntries(this, entries, this.set, Map.prototype.set);
  }

  static groupBy(items, callback) {
    const table = groupElements(items, callback);
    const map = $record_new(Map.prototype);
    $record_setInner(map, table);
    return map;
  }

  get(key) {
    const value = $table_get($record_inner(this), key);
    return $value_isAbsent(value) ? undefined : value;
  }

  set(key, value) {
    $table_set($record_inner(this), key, value);
    return this;
  }

  has(key) {
    return $table_has($record_inner(this), key);
  }

  delete(key) {
    return $table_delete($record_inner(this), key);
  }

  clear() {
    $table_clear($record_inner(this));
  }

  get size() {
    return $table_size($record_inner(this));
  }

  forEach(callback, self) {
    if (typeof callback !== "function") throw new TypeError(describe(callback) + " is not a function");
    const table = $record_inner(this);
    let cursor = $table_next(table, 0);
    while (cursor >= 0) {
      $call(callback, self, $table_value(table, cursor), $table_key(table, cursor), this);
      cursor = $table_next(table, cursor);
    }
  }

  entries() {
    return newTableIterator(MapIterator.prototype, $record_inner(this), ITERATE_ENTRIES);
  }

  keys() {
    return newTableIterator(MapIterator.prototype, $record_inner(this), ITERATE_KEYS);
  }

  values() {
    return newTableIterator(MapIterator.prototype, $record_inner(this), ITERATE_VALUES);
  }

  [Symbol.iterator]() {
    return newTableIterator(MapIterator.prototype, $record_inner(this), ITERATE_ENTRIES);
  }

  get [Symbol.toStringTag]() {
    return "Map";
  }

  $clone(copies) {
    return cloneTable(this, Map.prototype, copies);
  }

  $inspect() {
    return ["Map", $table_size($record_inner(this)), inspectMapEntries, undefined, undefined];
  }
}

class Set {
  constructor(values = undefined) {
    if (this === undefined) throw new TypeError("Constructor Set requires 'new'");
    $record_setInner(this, $table_new());
    if (values !== undefined && values !== null) addValues(this, values, this.add, Set.prototype.add);
  }

  add(value) {
    $table_set($record_inner(this), value, undefined);
    return this;
  }

  has(value) {
    return $table_has($record_inner(this), value);
  }

  delete(value) {
    return $table_delete($record_inner(this), value);
  }

  clear() {
    $table_clear($record_inner(this));
  }

  get size() {
    return $table_size($record_inner(this));
  }

  forEach(callback, self) {
    if (typeof callback !== "function") throw new TypeError(describe(callback) + " is not a function");
    const table = $record_inner(this);
    let cursor = $table_next(table, 0);
    while (cursor >= 0) {
      const value = $table_key(table, cursor);
      $call(callback, self, value, value, this);
      cursor = $table_next(table, cursor);
    }
  }

  entries() {
    return newTableIterator(SetIterator.prototype, $record_inner(this), ITERATE_ENTRIES);
  }

  keys() {
    return newTableIterator(SetIterator.prototype, $record_inner(this), ITERATE_KEYS);
  }

  values() {
    return newTableIterator(SetIterator.prototype, $record_inner(this), ITERATE_KEYS);
  }

  [Symbol.iterator]() {
    return newTableIterator(SetIterator.prototype, $record_inner(this), ITERATE_KEYS);
  }

  union(other) {
    return setUnion($record_inner(this), setOperand(other));
  }

  intersection(other) {
    return setIntersection($record_inner(this), setOperand(other));
  }

  difference(other) {
    return setDifference($record_inner(this), setOperand(other));
  }

  symmetricDifference(other) {
    return setSymmetricDifference($record_inner(this), setOperand(other));
  }

  isSubsetOf(other) {
    return isSubset($record_inner(this), setOperand(other));
  }

  isSupersetOf(other) {
    return isSuperset($record_inner(this), setOperand(other));
  }

  isDisjointFrom(other) {
    return isDisjoint($record_inner(this), setOperand(other));
  }

  get [Symbol.toStringTag]() {
    return "Set";
  }

  $clone(copies) {
    return cloneTable(this, Set.prototype, copies);
  }

  $inspect() {
    return ["Set", $table_size($record_inner(this)), inspectSetEntries, undefined, undefined];
  }
}

class MapIterator extends Iterator {
  next() {
    return steppedResult(nextOfTable($record_inner(this), ITERATE_VALUES));
  }

  $step() {
    return nextOfTable($record_inner(this), ITERATE_VALUES);
  }

  get [Symbol.toStringTag]() {
    return "Map Iterator";
  }

  $inspect() {
    return inspectTableIterator(this, "Map");
  }

  static {
    $property_delete(MapIterator.prototype, "constructor");
  }
}

class SetIterator extends Iterator {
  next() {
    return steppedResult(nextOfTable($record_inner(this), ITERATE_KEYS));
  }

  $step() {
    return nextOfTable($record_inner(this), ITERATE_KEYS);
  }

  get [Symbol.toStringTag]() {
    return "Set Iterator";
  }

  $inspect() {
    return inspectTableIterator(this, "Set");
  }

  static {
    $property_delete(SetIterator.prototype, "constructor");
  }
}

// What an iterator keeps is a list: the table, undefined at the end, the cursor, and what it gives.
function newTableIterator(prototype, table, what: number): any {
  $table_size(table);
  const it = $record_new(prototype);
  $record_setInner(it, [table, 0, what]);
  return it;
}

// What the next step gives, ABSENT at the end; `paired` says what stands beside a key in an entry: the value, or the key again.
function nextOfTable(state: $List, paired: number): any {
  const table = state[0];
  if (table === undefined) return $value_absent();
  const cursor = $table_next(table, state[1]);
  if (cursor < 0) {
    state[0] = undefined;
    return $value_absent();
  }
  state[1] = cursor;
  const what = state[2];
  if (what === ITERATE_VALUES) return $table_value(table, cursor);
  const key = $table_key(table, cursor);
  if (what === ITERATE_KEYS) return key;
  return [key, paired === ITERATE_KEYS ? key : $table_value(table, cursor)];
}

// Fills a new map, by its method `set` when that is not the built-in one.
function addEntries(map, entries, adder, builtIn): void {
  if (typeof adder !== "function") throw new TypeError("'" + describe(adder) + "' returned for property 'set' of object '#<Map>' is not a function");
  if (adder === builtIn && $value_kind(entries) === KIND_LIST) {
    const table = $record_inner(map);
    const list: $List = entries;
    for (let i = 0; i < list.length; i++) {
      const entry = list[i];
      if (!$value_isObject(entry)) throw new TypeError("Iterator value " + describe(entry) + " is not an entry object");
      $table_set(table, getElement(entry, 0), getElement(entry, 1));
    }
    return;
  }
  const it = iterator(entries);
  let entry = step(it);
  while (!$value_isAbsent(entry)) {
    try {
      if (!$value_isObject(entry)) throw new TypeError("Iterator value " + describe(entry) + " is not an entry object");
      const key = getElement(entry, 0);
      const value = getElement(entry, 1);
      if (adder === builtIn) $table_set($record_inner(map), key, value);
      else $call(adder, map, key, value);
    } catch (error) {
      closeAfterError(it);
      throw error;
    }
    entry = step(it);
  }
}

function addValues(set, values, adder, builtIn): void {
  if (typeof adder !== "function") throw new TypeError("'" + describe(adder) + "' returned for property 'add' of object '#<Set>' is not a function");
  if (adder === builtIn && $value_kind(values) === KIND_LIST) {
    const table = $record_inner(set);
    const list: $List = values;
    for (let i = 0; i < list.length; i++) $table_set(table, list[i], undefined);
    return;
  }
  const it = iterator(values);
  let value = step(it);
  while (!$value_isAbsent(value)) {
    try {
      $call(adder, set, value);
    } catch (error) {
      closeAfterError(it);
      throw error;
    }
    value = step(it);
  }
}

// A table of lists of elements by what a function says of them.
function groupElements(items, callback): any {
  if (items === undefined || items === null) throw new TypeError(describe(items) + " is not iterable");
  if (typeof callback !== "function") throw new TypeError(describe(callback) + " is not a function");
  const table = $table_new();
  const it = iterator(items);
  let index = 0;
  let item = step(it);
  while (!$value_isAbsent(item)) {
    let key;
    try {
      key = $call(callback, undefined, item, index);
    } catch (error) {
      closeAfterError(it);
      throw error;
    }
    const known = $table_get(table, key);
    if ($value_isAbsent(known)) {
      $table_set(table, key, [item]);
    } else {
      const group: $List = known;
      group.push(item);
    }
    index++;
    item = step(it);
  }
  return table;
}
