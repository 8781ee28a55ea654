// Object.

class Object {
  constructor(value) {
    const objectPrototype = $intrinsic_prototype(KIND_RECORD);
    const isRecord = $value_kind(this) === KIND_RECORD;
    if (isRecord && $record_prototype(this) !== objectPrototype && isAbove(objectPrototype, this)) return;
    if (value === undefined || value === null) return newObject();
    return $value_isObject(value) ? value : newWrapper(value);
  }

  static keys(o) {
    return ownKeys(o, 1);
  }

  static values(o) {
    const keys = ownKeys(o, 1);
    const list: $List = [];
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (isEnumerable(o, key)) list.push(getElement(o, key));
    }
    return list;
  }

  static entries(o) {
    const keys = ownKeys(o, 1);
    const list: $List = [];
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (isEnumerable(o, key)) list.push([key, getElement(o, key)]);
    }
    return list;
  }

  static fromEntries(entries) {
    if (entries === undefined || entries === null) throw new TypeError("undefined is not iterable");
    const made = newObject();
    if ($value_kind(entries) === KIND_LIST) {
      const list: $List = entries;
      for (let i = 0; i < list.length; i++) addEntry(made, list[i]);
      return made;
    }
    const it = iterator(entries);
    let entry = step(it);
    while (!$value_isAbsent(entry)) {
      try {
        addEntry(made, entry);
      } catch (error) {
        closeAfterError(it);
        throw error;
      }
      entry = step(it);
    }
    return made;
  }

  static assign(target, ...sources: $Length<2>) {
    const to = $value_isObject(toObject(target)) ? target : newWrapper(target);
    for (let i = 0; i < sources.length; i++) {
      const source = sources[i];
      if (source === undefined || source === null) continue;
      const keys = ownKeys(source, 5);
      for (let k = 0; k < keys.length; k++) {
        const key = keys[k];
        if (isEnumerable(source, key)) setElement(to, key, getElement(source, key));
      }
    }
    return to;
  }

  static create(prototype, properties) {
    requirePrototype(prototype);
    const made = $record_new(prototype);
    if (properties !== undefined) defineAll(made, properties);
    return made;
  }

  static getPrototypeOf(o) {
    if ($value_kind(o) === KIND_FUNCTION) functionProperties(o);
    return prototypeOf(toObject(o));
  }

  static setPrototypeOf(o, prototype) {
    if (o === undefined || o === null) throw new TypeError("Object.setPrototypeOf called on null or undefined");
    requirePrototype(prototype);
    if ($value_isObject(o)) changePrototype(o, prototype);
    return o;
  }

  static defineProperty(o, key, descriptor) {
    if (!$value_isObject(o)) throw new TypeError("Object.defineProperty called on non-object");
    defineByDescriptor(o, toKey(key), descriptor);
    return o;
  }

  static defineProperties(o, properties) {
    if (!$value_isObject(o)) throw new TypeError("Object.defineProperties called on non-object");
    defineAll(o, properties);
    return o;
  }

  static getOwnPropertyNames(o) {
    return ownKeys(o, 2);
  }

  static getOwnPropertySymbols(o) {
    return ownKeys(o, 4);
  }

  static getOwnPropertyDescriptor(o, key) {
    return ownDescriptor(toObject(o), toKey(key));
  }

  static getOwnPropertyDescriptors(o) {
    const made = newObject();
    const keys = ownKeys(o, 6);
    for (let i = 0; i < keys.length; i++) $property_define(made, keys[i], ownDescriptor(o, keys[i]), 7);
    return made;
  }

  static is(a, b) {
    return $dynamic_sameValue(a, b);
  }

  static hasOwn(o, key) {
    return hasOwnKey(toObject(o), toKey(key));
  }

  static freeze(o) {
    return raiseIntegrity(o, 3);
  }

  static seal(o) {
    return raiseIntegrity(o, 2);
  }

  static preventExtensions(o) {
    return raiseIntegrity(o, 1);
  }

  static isFrozen(o) {
    return hasIntegrity(o, IS_CONFIGURABLE | IS_WRITABLE, 3);
  }

  static isSealed(o) {
    return hasIntegrity(o, IS_CONFIGURABLE, 2);
  }

  static isExtensible(o) {
    return $value_isObject(o) && $object_integrity(o) === 0;
  }

  static groupBy(items, callback) {
    if (typeof callback !== "function") throw new TypeError(describe(callback) + " is not a function");
    const groups = $record_new(null);
    const list = listOf(items);
    for (let i = 0; i < list.length; i++) {
      const key = toKey($call(callback, undefined, list[i], i));
      const known = $property_own(groups, key);
      if ($value_isAbsent(known)) $property_define(groups, key, [list[i]], 7);
      else {
        const group: $List = known;
        group.push(list[i]);
      }
    }
    return groups;
  }

  hasOwnProperty(key) {
    const name = toKey(key);
    return hasOwnKey(toObject(this), name);
  }

  isPrototypeOf(value) {
    return $value_isObject(value) && isAbove(this, value);
  }

  propertyIsEnumerable(key) {
    const name = toKey(key);
    return isEnumerable(toObject(this), name);
  }

  toString() {
    return "[object " + objectTag(this) + "]";
  }

  toLocaleString() {
    return this.toString();
  }

  valueOf() {
    const o = toObject(this);
    return $value_isObject(o) ? o : newWrapper(o);
  }

  __defineGetter__(key, getter) {
    defineAccessor(this, key, getter, "get", "Object.prototype.__defineGetter__: Expecting function");
  }

  __defineSetter__(key, setter) {
    defineAccessor(this, key, setter, "set", "Object.prototype.__defineSetter__: Expecting function");
  }

  __lookupGetter__(key) {
    return accessorPart(this, key, 0);
  }

  __lookupSetter__(key) {
    return accessorPart(this, key, 1);
  }

  get __proto__() {
    return prototypeOf(toObject(this));
  }

  set __proto__(prototype) {
    if ($value_isObject(this) && (prototype === null || $value_isObject(prototype))) changePrototype(this, prototype);
  }
}

function defineAccessor(o, key, f, part: string, message: string): void {
  toObject(o);
  if (typeof f !== "function") throw new TypeError(message);
  const descriptor = newObject();
  $property_define(descriptor, part, f, 7);
  $property_define(descriptor, "enumerable", true, 7);
  $property_define(descriptor, "configurable", true, 7);
  defineByDescriptor(o, toKey(key), descriptor);
}

function accessorPart(o, key, part: number): any {
  const holder = holderOf(lookupStart(toObject(o)), toKey(key));
  if (holder === undefined || ($property_attributes(holder, toKey(key)) & IS_ACCESSOR) === 0) return undefined;
  const accessors: $List = $property_raw(holder, toKey(key));
  return accessors[part];
}

function ownKeys(o, which: number): $List {
  toObject(o);
  const kind = $value_kind(o);
  if (kind < KIND_FUNCTION && kind !== 4) return [];
  if (kind === KIND_FUNCTION) functionProperties(o);
  return $property_keys(o, which);
}

function hasOwnKey(o, key): boolean {
  if ($value_kind(o) === KIND_FUNCTION) functionProperties(o);
  return $property_attributes(o, key) >= 0;
}

function addEntry(made, entry): void {
  if (!$value_isObject(entry)) throw new TypeError("Iterator value " + describe(entry) + " is not an entry object");
  const key = getElement(entry, 0);
  const value = getElement(entry, 1);
  $property_define(made, toKey(key), value, 7);
}

function requirePrototype(prototype): void {
  if (prototype === null) return;
  if (!$value_isObject(prototype)) {
    throw new TypeError("Object prototype may only be an Object or null: " + describe(prototype));
  }
  if ($value_kind(prototype) === KIND_FUNCTION) functionProperties(prototype);
}

function changePrototype(o, prototype): void {
  if (prototypeOf(o) === prototype) return;
  if (o === $intrinsic_prototype(KIND_RECORD)) {
    throw refused("Immutable prototype object 'Object.prototype' cannot have their prototype set");
  }
  if ($object_integrity(o) !== 0) throw refused(describe(o) + " is not extensible");
  if (prototype !== null && (prototype === o || isAbove(o, prototype))) throw refused("Cyclic __proto__ value");
  if ($value_kind(o) === KIND_FUNCTION) functionProperties(o);
  $record_setPrototype(o, prototype);
}

function raiseIntegrity(o, level: number): any {
  if (!$value_isObject(o)) return o;
  if ($value_kind(o) === KIND_FUNCTION) functionProperties(o);
  if ($object_integrity(o) < level) {
    if (level > 1 && hasView(o) && $bytes_view($record_inner(o), VIEW_LENGTH) > 0) {
      throw new TypeError("Cannot " + (level === 2 ? "seal" : "freeze") + " array buffer views with elements");
    }
    $object_setIntegrity(o, level);
  }
  return o;
}

// Whether an object cannot be extended and no property has one of the attributes.
function hasIntegrity(o, forbidden: number, level: number): boolean {
  if (!$value_isObject(o)) return true;
  const integrity = $object_integrity(o);
  if (integrity >= level) return true;
  if (integrity === 0) return false;
  const keys: $List = $property_keys(o, 6);
  for (let i = 0; i < keys.length; i++) {
    const attributes = $property_attributes(o, keys[i]);
    const counted = (attributes & IS_ACCESSOR) !== 0 ? attributes & ~IS_WRITABLE : attributes;
    if ((counted & forbidden) !== 0) return false;
  }
  return true;
}

function objectTag(x): string {
  if (x === undefined) return "Undefined";
  if (x === null) return "Null";
  const kind = $value_kind(x);
  if (kind === KIND_FUNCTION) functionProperties(x);
  const tag = getElement(x, symbolToStringTag);
  if (typeof tag === "string") return tag;
  if (kind === 2) return "Boolean";
  if (kind === 3) return "Number";
  if (kind === 4) return "String";
  if (kind === KIND_FUNCTION) return "Function";
  if (kind === KIND_LIST) return "Array";
  const inner = $record_inner(x);
  if (inner === undefined) return "Object";
  if (inner === argumentsMark) return "Arguments";
  if ($value_kind(inner) === KIND_ERROR) return "Error";
  if ($value_kind(inner) < KIND_FUNCTION) return objectTag(inner);
  const method = x.$inspect;
  const known = typeof method === "function" ? $call(method, x) : undefined;
  const name = known === undefined ? "" : known[INSPECT_NAME];
  return name === "Date" || name === "RegExp" ? name : "Object";
}

// Property descriptors.

function ownDescriptor(o, key): any {
  if ($value_kind(o) === KIND_FUNCTION) functionProperties(o);
  const attributes = $property_attributes(o, key);
  if (attributes < 0) return undefined;
  const raw = $property_raw(o, key);
  const enumerable = (attributes & IS_ENUMERABLE) !== 0;
  const configurable = (attributes & IS_CONFIGURABLE) !== 0;
  if ((attributes & IS_ACCESSOR) !== 0) {
    const accessors: $List = raw;
    if (accessors.length === 3) {
      return { value: $call(accessors[0], o), writable: accessors[1] !== undefined, enumerable, configurable };
    }
    return { get: accessors[0], set: accessors[1], enumerable, configurable };
  }
  return { value: raw, writable: (attributes & IS_WRITABLE) !== 0, enumerable, configurable };
}

function defineAll(o, properties): void {
  const keys = ownKeys(properties, 5);
  for (let i = 0; i < keys.length; i++) {
    if (isEnumerable(properties, keys[i])) defineByDescriptor(o, keys[i], getElement(properties, keys[i]));
  }
}

// The field of a descriptor; ABSENT when it has none.
function descriptorField(descriptor, key: string): any {
  return hasProperty(key, descriptor) ? getProperty(descriptor, key) : $value_absent();
}

// An attribute by a field of a descriptor; without the field it stays what it is.
function attributeBy(field, bit: number, old: number): number {
  if ($value_isAbsent(field)) return old & bit;
  return field ? bit : 0;
}

function requireAccessor(f, name: string): void {
  if ($value_isAbsent(f) || f === undefined || typeof f === "function") return;
  throw new TypeError(name + " must be a function: " + describe(f));
}

function defineByDescriptor(o, key, descriptor): void {
  if (!$value_isObject(descriptor)) throw new TypeError("Property description must be an object: " + describe(descriptor));
  const enumerable = descriptorField(descriptor, "enumerable");
  const configurable = descriptorField(descriptor, "configurable");
  const value = descriptorField(descriptor, "value");
  const writable = descriptorField(descriptor, "writable");
  const getter = descriptorField(descriptor, "get");
  const setter = descriptorField(descriptor, "set");
  requireAccessor(getter, "Getter");
  requireAccessor(setter, "Setter");
  const isAccessor = !$value_isAbsent(getter) || !$value_isAbsent(setter);
  const isData = !$value_isAbsent(value) || !$value_isAbsent(writable);
  if (isAccessor && isData) {
    throw new TypeError(
      "Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, " + describe(descriptor),
    );
  }
  if ($value_kind(o) === KIND_FUNCTION) functionProperties(o);
  if ($value_kind(o) === KIND_LIST && key === "length") {
    defineLength(o, value, writable, enumerable, configurable, isAccessor);
    return;
  }
  const index = viewKey(o, key);
  if (!$value_isAbsent(index)) {
    if (!isViewIndex(o, index)) throw refused("Invalid typed array index");
    const isWanted = (field) => $value_isAbsent(field) || (field ? true : false);
    if (isAccessor || !isWanted(configurable) || !isWanted(enumerable) || !isWanted(writable)) {
      throw refused("Cannot redefine property: " + keyText(key));
    }
    if (!$value_isAbsent(value)) setViewElement(o, index, value);
    return;
  }
  const known = $property_attributes(o, key);
  if (known < 0 && $object_integrity(o) !== 0) {
    throw refused("Cannot define property " + keyText(key) + ", object is not extensible");
  }
  const old = known < 0 ? 0 : known;
  const wasAccessor = (old & IS_ACCESSOR) !== 0;
  let attributes = attributeBy(enumerable, IS_ENUMERABLE, old) | attributeBy(configurable, IS_CONFIGURABLE, old);
  let stored = known < 0 ? undefined : $property_raw(o, key);
  if (isAccessor) {
    attributes |= IS_ACCESSOR;
    stored = changedAccessors(wasAccessor ? stored : undefined, getter, setter);
  } else if (isData || !wasAccessor) {
    attributes |= attributeBy(writable, IS_WRITABLE, wasAccessor ? 0 : old);
    if (!$value_isAbsent(value)) stored = value;
    else if (wasAccessor) stored = undefined;
  } else attributes |= IS_ACCESSOR;
  if (known >= 0 && (known & IS_CONFIGURABLE) === 0) requireUnchanged(o, key, known, attributes, stored);
  defineOwn(o, key, stored, attributes);
}

// Gives an object an own property, whatever it has had. An element that is to stand among the properties of a list has its
// place first.
function defineOwn(o, key, value, attributes: number): void {
  const index = $value_kind(o) === KIND_LIST ? $dynamic_arrayIndex(key) : -1;
  if (index >= 0 && $property_attributes(o, key) < 0) {
    requireRoom(o, index);
    const list: $List = o;
    if (attributes !== 7 && index >= list.length) $list_setLength(list, index + 1);
  }
  $property_define(o, key, value, attributes);
}

// The definition of the length of a list, which is enumerable and configurable never.
function defineLength(list: $List, value, writable, enumerable, configurable, isAccessor: boolean): void {
  const isFixed = ($property_attributes(list, "length") & IS_WRITABLE) === 0;
  const isTrue = (field) => !$value_isAbsent(field) && field ? true : false;
  let mayBe = !isAccessor && !isTrue(enumerable) && !isTrue(configurable) && !(isFixed && isTrue(writable));
  if (!$value_isAbsent(value)) {
    const length = toLengthOfList(value);
    if (isFixed && length !== list.length) mayBe = false;
    if (mayBe && !isFixed) {
      try {
        setLength(list, length);
      } catch (error) {
        // Elements that cannot be deleted are in the way: the length is what is left, and fixed all the same.
        if (!$value_isAbsent(writable) && !writable) $list_fixLength(list);
        throw error;
      }
    }
  }
  if (!mayBe) throw refused("Cannot redefine property: length");
  if (!$value_isAbsent(writable) && !writable) $list_fixLength(list);
}

function changedAccessors(old, getter, setter): $List {
  const accessors: $List = [undefined, undefined];
  if (old !== undefined) {
    const known: $List = old;
    accessors[0] = known[0];
    accessors[1] = known[1];
  }
  if (!$value_isAbsent(getter)) accessors[0] = getter;
  if (!$value_isAbsent(setter)) accessors[1] = setter;
  return accessors;
}

// A property that is not configurable may only lose being writable, or get a value while it is.
function requireUnchanged(o, key, old: number, attributes: number, stored): void {
  const raw = $property_raw(o, key);
  let isSame = (attributes & ~IS_WRITABLE) === (old & ~IS_WRITABLE);
  if ((old & IS_ACCESSOR) !== 0) {
    if (isSame) {
      const before: $List = raw;
      const after: $List = stored;
      isSame = before[0] === after[0] && before[1] === after[1];
    }
  } else if ((old & IS_WRITABLE) === 0) {
    isSame = isSame && (attributes & IS_WRITABLE) === 0 && $dynamic_sameValue(raw, stored);
  }
  if (!isSame) throw refused("Cannot redefine property: " + keyText(key));
}
