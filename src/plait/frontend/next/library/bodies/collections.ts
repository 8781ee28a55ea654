// Map and Set, and their iterators. What a Map or Set keeps is a table; the values of a Set are its keys.

const ITERATE_KEYS = 0;
const ITERATE_VALUES = 1;
const ITERATE_ENTRIES = 2;

// Of which class the record is that keeps a table.
const BRAND_MAP = 1;
const BRAND_SET = 2;
const BRAND_WEAK_MAP = 3;
const BRAND_WEAK_SET = 4;
const BRAND_REGISTRY = 5;

// By brand, the methods that add an entry as long as programs have not replaced them.
const builtInAdders: $List = [undefined, undefined, undefined, undefined, undefined];

function keepTable(o, table, brand: number): void {
  $table_setBrand(table, brand);
  $record_setInner(o, table);
}

class Map {
  constructor(entries = undefined) {
    if (this === undefined) throw new TypeError("Constructor Map requires 'new'");
    keepTable(this, $table_new(), BRAND_MAP);
    if (entries !== undefined && entries !== null) addEntries(this, entries, builtInAdders[BRAND_MAP]);
  }

  static groupBy(items, callback) {
    const table = groupElements(items, callback);
    const map = $record_new(Map.prototype);
    keepTable(map, table, BRAND_MAP);
    return map;
  }

  get(key) {
    const table = $record_table(this, BRAND_MAP);
    if (table === undefined) throw incompatible("Map.prototype.get", this);
    const value = $table_get(table, key);
    return $value_isAbsent(value) ? undefined : value;
  }

  ["set"](key, value) {
    const table = $record_table(this, BRAND_MAP);
    if (table === undefined) throw incompatible("Map.prototype.set", this);
    $table_set(table, key, value);
    return this;
  }

  has(key) {
    const table = $record_table(this, BRAND_MAP);
    if (table === undefined) throw incompatible("Map.prototype.has", this);
    return $table_has(table, key);
  }

  delete(key) {
    const table = $record_table(this, BRAND_MAP);
    if (table === undefined) throw incompatible("Map.prototype.delete", this);
    return $table_delete(table, key);
  }

  clear() {
    const table = $record_table(this, BRAND_MAP);
    if (table === undefined) throw incompatible("Map.prototype.clear", this);
    $table_clear(table);
  }

  get size() {
    const table = $record_table(this, BRAND_MAP);
    if (table === undefined) throw incompatible("get Map.prototype.size", this);
    return $table_size(table);
  }

  forEach(callback, self?) {
    const table = $record_table(this, BRAND_MAP);
    if (table === undefined) throw incompatible("Map.prototype.forEach", this);
    if (typeof callback !== "function") throw new TypeError(describe(callback) + " is not a function");
    let cursor = $table_next(table, 0);
    while (cursor >= 0) {
      $call(callback, self, $table_value(table, cursor), $table_key(table, cursor), this);
      cursor = $table_next(table, cursor);
    }
  }

  ["entries"]() {
    const table = $record_table(this, BRAND_MAP);
    if (table === undefined) throw incompatible("Map.prototype.entries", this);
    return newTableIterator(MapIterator.prototype, table, ITERATE_ENTRIES);
  }

  keys() {
    const table = $record_table(this, BRAND_MAP);
    if (table === undefined) throw incompatible("Map.prototype.keys", this);
    return newTableIterator(MapIterator.prototype, table, ITERATE_KEYS);
  }

  values() {
    const table = $record_table(this, BRAND_MAP);
    if (table === undefined) throw incompatible("Map.prototype.values", this);
    return newTableIterator(MapIterator.prototype, table, ITERATE_VALUES);
  }

  static {
    builtInAdders[BRAND_MAP] = getProperty(Map.prototype, "set");
    $property_define(Map.prototype, symbolIterator, getProperty(Map.prototype, "entries"), IS_WRITABLE | IS_CONFIGURABLE);
  }

  static get [Symbol.species]() {
    return this;
  }

  static {
    $property_define(Map.prototype, symbolToStringTag, "Map", IS_CONFIGURABLE);
  }

  $clone(copies) {
    return cloneTable(this, Map.prototype, BRAND_MAP, copies);
  }

  $toHost() {
    return [DESCRIBED_MAP, tableForHost($record_inner(this), true)];
  }

  $inspect() {
    return ["Map", $table_size($record_inner(this)), inspectMapEntries, undefined, undefined];
  }
}

class Set {
  constructor(values = undefined) {
    if (this === undefined) throw new TypeError("Constructor Set requires 'new'");
    keepTable(this, $table_new(), BRAND_SET);
    if (values !== undefined && values !== null) addValues(this, values, builtInAdders[BRAND_SET]);
  }

  ["add"](value) {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("Set.prototype.add", this);
    $table_set(table, value, undefined);
    return this;
  }

  has(value) {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("Set.prototype.has", this);
    return $table_has(table, value);
  }

  delete(value) {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("Set.prototype.delete", this);
    return $table_delete(table, value);
  }

  clear() {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("Set.prototype.clear", this);
    $table_clear(table);
  }

  get size() {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("get Set.prototype.size", this);
    return $table_size(table);
  }

  forEach(callback, self?) {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("Set.prototype.forEach", this);
    if (typeof callback !== "function") throw new TypeError(describe(callback) + " is not a function");
    let cursor = $table_next(table, 0);
    while (cursor >= 0) {
      const value = $table_key(table, cursor);
      $call(callback, self, value, value, this);
      cursor = $table_next(table, cursor);
    }
  }

  entries() {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("Set.prototype.entries", this);
    return newTableIterator(SetIterator.prototype, table, ITERATE_ENTRIES);
  }

  ["values"]() {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("Set.prototype.values", this);
    return newTableIterator(SetIterator.prototype, table, ITERATE_KEYS);
  }

  static {
    builtInAdders[BRAND_SET] = getProperty(Set.prototype, "add");
    const values = getProperty(Set.prototype, "values");
    $property_define(Set.prototype, "keys", values, IS_WRITABLE | IS_CONFIGURABLE);
    $property_define(Set.prototype, symbolIterator, values, IS_WRITABLE | IS_CONFIGURABLE);
  }

  static get [Symbol.species]() {
    return this;
  }

  union(other) {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("Set.prototype.union", this);
    return setUnion(table, setOperand(other));
  }

  intersection(other) {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("Set.prototype.intersection", this);
    return setIntersection(table, setOperand(other));
  }

  difference(other) {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("Set.prototype.difference", this);
    return setDifference(table, setOperand(other));
  }

  symmetricDifference(other) {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("Set.prototype.symmetricDifference", this);
    return setSymmetricDifference(table, setOperand(other));
  }

  isSubsetOf(other) {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("Set.prototype.isSubsetOf", this);
    return isSubset(table, setOperand(other));
  }

  isSupersetOf(other) {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("Set.prototype.isSupersetOf", this);
    return isSuperset(table, setOperand(other));
  }

  isDisjointFrom(other) {
    const table = $record_table(this, BRAND_SET);
    if (table === undefined) throw incompatible("Set.prototype.isDisjointFrom", this);
    return isDisjoint(table, setOperand(other));
  }

  static {
    $property_define(Set.prototype, symbolToStringTag, "Set", IS_CONFIGURABLE);
  }

  $clone(copies) {
    return cloneTable(this, Set.prototype, BRAND_SET, copies);
  }

  $toHost() {
    return [DESCRIBED_SET, tableForHost($record_inner(this), false)];
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

  static {
    $property_define(MapIterator.prototype, symbolToStringTag, "Map Iterator", IS_CONFIGURABLE);
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

  static {
    $property_define(SetIterator.prototype, symbolToStringTag, "Set Iterator", IS_CONFIGURABLE);
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
function addEntries(map, entries, builtIn): void {
  const adder = map.set;
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

function addValues(set, values, builtIn): void {
  const adder = set.add;
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
