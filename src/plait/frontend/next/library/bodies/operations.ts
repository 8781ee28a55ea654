// What operators, properties and calls mean where kernels do not decide: the general code for words.

const KIND_SYMBOL = 5;
const KIND_BIGINT = 6;
const KIND_FUNCTION = 7;
const KIND_LIST = 8;
const KIND_RECORD = 9;
const KIND_ERROR = 10;

const IS_WRITABLE = 1;
const IS_ENUMERABLE = 2;
const IS_CONFIGURABLE = 4;
const IS_ACCESSOR = 8;
const IS_PRIVATE = 16;

// Texts of values for messages.

function symbolText(symbol): string {
  const description = $symbol_description(symbol);
  return description === undefined ? "Symbol()" : "Symbol(" + description + ")";
}

function keyText(key): string {
  return $value_kind(key) === KIND_SYMBOL ? symbolText(key) : toText(key);
}

function describe(x): string {
  const kind = $value_kind(x);
  if (kind === KIND_SYMBOL) return symbolText(x);
  if (kind === KIND_FUNCTION) return functionText(x);
  if (kind === KIND_LIST) return "[object Array]";
  if (kind === KIND_RECORD) {
    const inner = $record_inner(x);
    if ($regexp_isPattern(inner)) return "[object RegExp]";
    return typeof inner === "string" ? "[object String]" : describeRecord(x, inner);
  }
  return primitiveText(x);
}

// By its constructor, if it takes its text from Object and that has a name, else by its tag.
function describeRecord(x, inner): string {
  const method = $property_get(x, "toString");
  if (method !== $property_own($intrinsic_prototype(KIND_RECORD), "toString")) {
    return $value_kind(inner) === KIND_ERROR ? errorText(x) : "[object " + objectTag(x) + "]";
  }
  const name = constructorName(x, "");
  return name === "" ? "[object " + objectTag(x) + "]" : "#<" + name + ">";
}

// The name of the constructor that an object has as a property; another text if there is none.
function constructorName(x, missing: string): string {
  const C = $property_get(x, "constructor");
  const name = $value_kind(C) === KIND_FUNCTION ? functionName(C) : "";
  return name === "" ? missing : name;
}

function typeOf(a): string {
  const kind = $value_kind(a);
  if (kind === 3) return "number";
  if (kind === 4) return "string";
  if (kind === 2) return "boolean";
  if (kind === 0) return "undefined";
  if (kind === KIND_FUNCTION) return "function";
  if (kind === KIND_SYMBOL) return "symbol";
  return kind === KIND_BIGINT ? "bigint" : "object";
}

// Errors that the language itself throws.

function notCallable(value, text: string): $Function {
  throw new TypeError(text + " is not a function");
}

function notInitialized(name: string): any {
  throw new ReferenceError("Cannot access '" + name + "' before initialization");
}

// The key of a static member, which is not that of the prototype.
function staticKey(key): any {
  if (key === "prototype") throw new TypeError("Classes may not have a static property named 'prototype'");
  return key;
}

function superDeleted(): any {
  throw new ReferenceError("Unsupported reference to 'super'");
}

function constantAssigned(name: string): any {
  throw new TypeError("Assignment to constant variable.");
}

function notIterable(text: string): any {
  throw new TypeError(text + " is not iterable");
}

function valueNotIterable(x): any {
  const kind = $value_kind(x);
  const type = typeOf(x);
  const text = kind === 0 || kind > 4 ? type : type + " " + $dynamic_toText(x);
  throw new TypeError(text + " is not iterable (cannot read property Symbol(Symbol.iterator))");
}

// Properties. Whatever stands on a prototype chain has its properties: a function gets them before it becomes a prototype.

function prototypeOf(o) {
  return $record_prototype(o);
}

// Where `super` of the methods of an object begins.
function superOf(home) {
  const prototype = $record_prototype(home);
  if (prototype === null) throw new TypeError("Cannot read properties of null");
  return prototype;
}

// The first object with the property on a chain, from its start on; undefined when there is none.
function holderOf(start, key): any {
  const index = viewKey(start, key);
  if (!$value_isAbsent(index)) return isViewIndex(start, index) ? start : undefined;
  const found = $property_holder(start, key);
  if (!$value_isAbsent(found)) return found;
  let o = start;
  while ($value_isObject(o)) {
    if ($property_attributes(o, key) >= 0) return o;
    o = prototypeOf(o);
  }
  return undefined;
}

// Where the look-up of a property of any value but undefined and null begins.
function lookupStart(o) {
  const kind = $value_kind(o);
  if (kind >= KIND_LIST) return o;
  if (kind !== KIND_FUNCTION) return $intrinsic_prototype(kind);
  functionProperties(o);
  return o;
}

function getProperty(o, key): any {
  if (o === undefined || o === null) cannotRead(o, key);
  return getFrom(lookupStart(o), key, o);
}

function cannotRead(o, key): void {
  const text = o === null ? "null" : "undefined";
  if (key === symbolIterator) valueNotIterable(o);
  throw new TypeError("Cannot read properties of " + text + keyInMessage("reading", key));
}

function cannotSet(o, key): void {
  const text = o === null ? "null" : "undefined";
  throw new TypeError("Cannot set properties of " + text + keyInMessage("setting", key));
}

function keyInMessage(verb: string, key): string {
  return $value_kind(key) === KIND_LIST ? "" : " (" + verb + " '" + describe(key) + "')";
}

function getFrom(start, key, self): any {
  const index = viewKey(start, key);
  if (!$value_isAbsent(index)) return $element_get(start, index);
  const pair = $property_accessor(start, key);
  if (!$value_isAbsent(pair)) return getBy(pair, self);
  const value = $property_get(start, key);
  if (!$value_isAbsent(value)) return value;
  const holder = holderOf(start, key);
  if (holder === undefined) return undefined;
  const raw = $property_raw(holder, key);
  if (($property_attributes(holder, key) & IS_ACCESSOR) === 0) return raw;
  return getBy(raw, self);
}

function getBy(accessors: $List, self): any {
  const getter = accessors[0];
  return getter === undefined ? undefined : $call(getter, self);
}

function setProperty(o, key, value): void {
  if (o === undefined || o === null) cannotSet(o, key);
  const kind = $value_kind(o);
  if (kind === KIND_FUNCTION) functionProperties(o);
  else if (kind === KIND_LIST && key === "length") {
    setLength(o, value);
    return;
  } else if (kind === 4 && $property_attributes(o, key) >= 0) {
    throw refused("Cannot assign to read only property '" + keyText(key) + "' of string '" + o + "'");
  }
  if (kind >= KIND_FUNCTION && $property_set(o, key, value)) return;
  setFrom(lookupStart(o), key, value, o);
}

function toLengthOfList(value): number {
  const length = toNumber(value);
  if (!(length >= 0 && length <= 4294967295 && $$FTRUNC(length) === length)) throw new RangeError("Invalid array length");
  return length;
}

function setLength(list: $List, value): void {
  const length = toLengthOfList(value);
  const integrity = $object_integrity(list);
  if (integrity === 3) readOnly(list, "length");
  if (integrity === 2 && length < list.length) {
    throw refused("Cannot delete property '" + (list.length - 1) + "' of [object Array]");
  }
  if (length > MOST_ELEMENTS) throw new RangeError("Invalid array length");
  if (!$list_isPlain(list)) shortenSpecial(list, length);
  $list_setLength(list, length);
}

// Deletes the elements behind the new length of a list some of whose elements are special.
function shortenSpecial(list: $List, length: number): void {
  if (($property_attributes(list, "length") & IS_WRITABLE) === 0) readOnly(list, "length");
  for (let i = list.length - 1; i >= length; i--) {
    if (!$property_delete(list, i)) {
      $list_setLength(list, i + 1);
      throw refused("Cannot delete property '" + i + "' of [object Array]");
    }
  }
}

// The error of what cannot be done with a property or a prototype, where `Reflect` gives false. The last one is kept, by which
// `Reflect` knows it from the errors of what it has called.
let lastRefusal: any = undefined;

function refused(message: string): any {
  lastRefusal = new TypeError(message);
  return lastRefusal;
}

// Whether an error was such a one.
function isRefusal(error): boolean {
  if (error === undefined || error !== lastRefusal) return false;
  lastRefusal = undefined;
  return true;
}

function readOnly(o, key): void {
  const kind = $value_kind(o);
  const type = kind === KIND_FUNCTION ? "function" : "object";
  throw refused("Cannot assign to read only property '" + keyText(key) + "' of " + type + " '" + describe(o) + "'");
}

// An assignment that begins its look-up at an object, for a receiver.
function setFrom(start, key, value, self): void {
  const index = viewKey(start, key);
  if (!$value_isAbsent(index)) {
    if (start === self) setViewElement(self, index, value);
    if (start === self || !isViewIndex(start, index)) return;
  }
  const pair = $property_accessor(start, key);
  if (!$value_isAbsent(pair)) {
    const accessors: $List = pair;
    const setter = accessors[1];
    if (setter !== undefined) {
      $call(setter, self, value);
      return;
    }
  }
  const holder = holderOf(start, key);
  if (holder !== undefined) {
    const attributes = $property_attributes(holder, key);
    if ((attributes & IS_ACCESSOR) !== 0) {
      const accessors: $List = $property_raw(holder, key);
      const setter = accessors[1];
      if (setter === undefined) {
        throw refused("Cannot set property " + keyText(key) + " of " + describe(holder) + " which has only a getter");
      }
      $call(setter, self, value);
      return;
    }
    if ((attributes & IS_WRITABLE) === 0) readOnly(self, key);
  }
  if (!$value_isObject(self)) {
    throw refused(
      "Cannot create property '" + keyText(key) + "' on " + typeOf(self) + " '" + describe(self) + "'",
    );
  }
  setOwn(self, key, value);
}

// The number that a key spells as JavaScript does, of an object with a view: such keys are elements or nothing. ABSENT for other
// objects and keys. `-0` is no element.
function viewKey(o, key): any {
  if (typeof key === "number") return hasView(o) ? key : $value_absent();
  if (typeof key !== "string") return $value_absent();
  const text: string = key;
  if (text.length === 0) return $value_absent();
  const first = $$STRING_CHAR_CODE_AT(text, 0);
  // A digit, `-`, `Infinity`, `NaN`.
  if ((first < 48 || first > 57) && first !== 45 && first !== 73 && first !== 78) return $value_absent();
  if (!hasView(o)) return $value_absent();
  if (text === "-0") return NaN;
  const index = $number_ofString(text);
  return $dynamic_toText(index) === text ? index : $value_absent();
}

function isViewIndex(o, index: number): boolean {
  return index >= 0 && $$FTRUNC(index) === index && index < $bytes_view($record_inner(o), VIEW_LENGTH);
}

// Whether an object has elements that stand in a buffer: a typed array.
function hasView(o): boolean {
  const element = $value_kind(o) === KIND_RECORD ? $bytes_view($record_inner(o), VIEW_ELEMENT) : -1;
  return element >= 0 && element < ELEMENT_ANY;
}

function setOwn(o, key, value): void {
  const place = viewKey(o, key);
  if (!$value_isAbsent(place)) {
    if (!isViewIndex(o, place)) throw refused("Invalid typed array index");
    setViewElement(o, place, value);
    return;
  }
  if (key === "length" && $value_kind(o) === KIND_LIST) {
    setLength(o, value);
    return;
  }
  const index = $dynamic_arrayIndex(key);
  const attributes = $property_attributes(o, key);
  if (attributes < 0) {
    if ($object_integrity(o) !== 0) notExtensible(key);
    if ($value_kind(o) === KIND_LIST && index >= 0) requireRoom(o, index);
    $property_define(o, key, value, 7);
  } else {
    if ((attributes & IS_ACCESSOR) !== 0 || (attributes & IS_WRITABLE) === 0) readOnly(o, key);
    $property_define(o, key, value, attributes);
  }
}

// The general code comes to a new element of a list because it is far behind the end, the length is fixed, or special
// elements may stand in its place. In front of one far behind the end, holes are made first.
function requireRoom(list: $List, index: number): void {
  if (index < list.length) return;
  if (($property_attributes(list, "length") & IS_WRITABLE) === 0) readOnly(list, "length");
  if (index >= MOST_ELEMENTS) throw new RangeError("Invalid array length");
  if (index - list.length > MAX_GAP) $list_setLength(list, index);
}

// How many elements a list can have.
const MOST_ELEMENTS = 2147483647;

// How far behind its end a list is set in one step.
const MAX_GAP = 65536;

function notExtensible(key): void {
  throw refused("Cannot add property " + keyText(key) + ", object is not extensible");
}

function getElement(o, key): any {
  if (typeof key === "number") {
    const element = $element_get(o, key);
    if (!$value_isAbsent(element)) return element;
  }
  if (o === undefined || o === null) cannotRead(o, key);
  const name = toKey(key);
  const value = $property_get(o, name);
  return $value_isAbsent(value) ? getFrom(lookupStart(o), name, o) : value;
}

function getIndexed(o, index: number): any {
  return getElement(o, index);
}

function setIndexed(o, index: number, value): void {
  setElement(o, index, value);
}

function setElement(o, key, value): void {
  if (typeof key === "number") {
    if ($element_set(o, key, value)) return;
    if (hasView(o)) {
      setViewElement(o, key, value);
      return;
    }
    setProperty(o, toKey(key), value);
    return;
  }
  if (o === undefined || o === null) cannotSet(o, key);
  setProperty(o, toKey(key), value);
}

// `super.key`: the look-up begins at an object, or at null, for a receiver.
function superGet(start, key, self): any {
  return $value_isObject(start) ? getFrom(lookupStart(start), key, self) : undefined;
}

function superSet(start, key, value, self): void {
  if ($value_isObject(start)) setFrom(lookupStart(start), key, value, self);
  else setOwn(self, key, value);
}

function deleteProperty(o, key): boolean {
  if (o === undefined || o === null) throw new TypeError("Cannot convert undefined or null to object");
  const name = toKey(key);
  if (!$value_isObject(o)) {
    if ($property_attributes(o, name) >= 0) {
      throw refused("Cannot delete property '" + keyText(name) + "' of [object String]");
    }
    return true;
  }
  if ($value_kind(o) === KIND_FUNCTION) functionProperties(o);
  if (!$property_delete(o, name)) {
    throw refused("Cannot delete property '" + keyText(name) + "' of " + describe(o));
  }
  return true;
}

function hasProperty(key, o): boolean {
  if (!$value_isObject(o)) {
    throw new TypeError("Cannot use 'in' operator to search for '" + describe(key) + "' in " + describe(o));
  }
  return holderOf(lookupStart(o), toKey(key)) !== undefined;
}

function isInstance(value, C): boolean {
  if (!$value_isObject(C)) throw new TypeError("Right-hand side of 'instanceof' is not an object");
  const holder = holderOf(lookupStart(C), symbolHasInstance);
  if (holder !== undefined && holder !== $intrinsic_prototype(KIND_FUNCTION)) {
    const test = getFrom(C, symbolHasInstance, C);
    if (test !== undefined && test !== null) return $call(test, C, value) ? true : false;
  }
  if ($value_kind(C) !== KIND_FUNCTION) throw new TypeError("Right-hand side of 'instanceof' is not callable");
  return isOrdinaryInstance(value, C);
}

function isOrdinaryInstance(value, C): boolean {
  if ($value_kind(C) !== KIND_FUNCTION) return false;
  const target = boundTarget(C);
  if (target !== undefined) return isInstance(value, target);
  if (!$value_isObject(value)) return false;
  const prototype = getFrom(C, "prototype", C);
  if (!$value_isObject(prototype)) {
    throw new TypeError("Function has non-object prototype '" + describe(prototype) + "' in instanceof check");
  }
  return isAbove(prototype, value);
}

// Whether an object is on the prototype chain of another, which does not begin at that one itself.
function isAbove(prototype, o): boolean {
  let above = prototypeOf(o);
  while ($value_isObject(above)) {
    if (above === prototype) return true;
    above = prototypeOf(above);
  }
  return false;
}

// Operators.

function toPrimitive(o, hint: string): any {
  if (!$value_isObject(o)) return o;
  const convert = getFrom(lookupStart(o), symbolToPrimitive, o);
  if (convert !== undefined && convert !== null) {
    if (typeof convert !== "function") throw new TypeError(typeOf(convert) + " " + describe(convert) + " is not a function");
    const result = $call(convert, o, hint);
    if ($value_isObject(result)) throw new TypeError("Cannot convert object to primitive value");
    return result;
  }
  return ordinaryPrimitive(o, hint);
}

// What the methods `toString` and `valueOf` of an object give.
function ordinaryPrimitive(o, hint: string): any {
  const first = hint === "string" ? o.toString : o.valueOf;
  if (typeof first === "function") {
    const result = $call(first, o);
    if (!$value_isObject(result)) return result;
  }
  const second = hint === "string" ? o.valueOf : o.toString;
  if (typeof second === "function") {
    const result = $call(second, o);
    if (!$value_isObject(result)) return result;
  }
  throw new TypeError("Cannot convert object to primitive value");
}

function noNumber(a, b): void {
  if ($value_kind(a) === KIND_SYMBOL || $value_kind(b) === KIND_SYMBOL) {
    throw new TypeError("Cannot convert a Symbol value to a number");
  }
}

function add(a, b): any {
  const x = toPrimitive(a, "default");
  const y = toPrimitive(b, "default");
  if ($value_kind(x) === KIND_SYMBOL || $value_kind(y) === KIND_SYMBOL) {
    const isText = typeof x === "string" || typeof y === "string";
    throw new TypeError("Cannot convert a Symbol value to a " + (isText ? "string" : "number"));
  }
  const sum = $dynamic_add(x, y);
  if (!$value_isAbsent(sum)) return sum;
  if (typeof x === "string" || typeof y === "string") return toText(x) + toText(y);
  if ($value_kind(x) === KIND_BIGINT && $value_kind(y) === KIND_BIGINT) return $bigint_sum(x, y, false);
  throw new TypeError("Cannot mix BigInt and other types, use explicit conversions");
}

function toNumber(a): number {
  if (typeof a === "number") return a;
  const x = toPrimitive(a, "number");
  const kind = $value_kind(x);
  if (kind === KIND_SYMBOL) throw new TypeError("Cannot convert a Symbol value to a number");
  if (kind === KIND_BIGINT) throw new TypeError("Cannot convert a BigInt value to a number");
  return $dynamic_toNumber(x);
}

// Operands of arithmetic: numbers and bigints.
function toNumeric(a): any {
  if (typeof a === "number") return a;
  const x = toPrimitive(a, "number");
  return $value_kind(x) === KIND_BIGINT ? x : toNumber(x);
}

function toText(a): string {
  if (typeof a === "string") return a;
  const x = toPrimitive(a, "string");
  if ($value_kind(x) === KIND_SYMBOL) throw new TypeError("Cannot convert a Symbol value to a string");
  return primitiveText(x);
}

// The text of a primitive but a symbol: that of a long bigint is for its class to make.
function primitiveText(x): string {
  const text = $dynamic_toText(x);
  return $value_isAbsent(text) ? x.$toText() : text;
}

function toKey(a): any {
  const kind = $value_kind(a);
  if (kind === 3) return $number_isSafeInteger(a) ? a : $dynamic_toText(a);
  if (kind === 4 || kind === KIND_SYMBOL) return a;
  const x = toPrimitive(a, "string");
  return $value_kind(x) === KIND_SYMBOL ? x : primitiveText(x);
}

// 0 for NaN; what is infinite stays.
function toInteger(a): number {
  const x = toNumber(a);
  return x !== x ? 0 : $$FTRUNC(x) + 0;
}

function toLength(a): number {
  const x = toInteger(a);
  if (x <= 0) return 0;
  return x > 9007199254740991 ? 9007199254740991 : x;
}

function toObject(a): any {
  if (a === undefined || a === null) throw new TypeError("Cannot convert undefined or null to object");
  return a;
}

function compare(a, b, which: number): boolean {
  const x = toPrimitive(a, "number");
  const y = toPrimitive(b, "number");
  noNumber(x, y);
  const left = besideBigint(x, y);
  const right = besideBigint(y, x);
  return left !== undefined && right !== undefined && $dynamic_compare(left, right, which);
}

// What a primitive is compared as with another one: a text with a bigint as the bigint that it says, undefined if none.
function besideBigint(x, other): any {
  return typeof x === "string" && $value_kind(other) === KIND_BIGINT ? bigintOfText(x) : x;
}

function looseEquals(a, b): boolean {
  const result = $dynamic_looseEqual(a, b);
  if (!$value_isAbsent(result)) return result;
  const x = toPrimitive(a, "default");
  const y = toPrimitive(b, "default");
  if (typeof x === "string" && $value_kind(y) === KIND_BIGINT) return looseEquals(bigintOfText(x), y);
  if (typeof y === "string" && $value_kind(x) === KIND_BIGINT) return looseEquals(x, bigintOfText(y));
  return looseEquals(x, y);
}

// Calls.

function callWith(f, self, args: $List): any {
  if ($value_kind(f) !== KIND_FUNCTION) notCallable(f, describe(f));
  const count = args.length;
  if (count === 0) return $call(f, self);
  if (count === 1) return $call(f, self, args[0]);
  if (count === 2) return $call(f, self, args[0], args[1]);
  if (count === 3) return $call(f, self, args[0], args[1], args[2]);
  if (count === 4) return $call(f, self, args[0], args[1], args[2], args[3]);
  return $callRaw(f, self, args[0], args[1], args[2], args[3], $array_slice(args, 4, count), count);
}

// What `new` and `super(...)` add to the number of the arguments.
const CONSTRUCTION = -2147483648;

// Calls a constructor as `new` does on an object that has been made, and as `super(...)` does.
function constructWith(C, self, args: $List): any {
  const count = args.length + CONSTRUCTION;
  if (args.length <= 4) return $callRaw(C, self, args[0], args[1], args[2], args[3], null, count);
  return $callRaw(C, self, args[0], args[1], args[2], args[3], $array_slice(args, 4, args.length), count);
}

function construct(C, args: $List): any {
  if (!isConstructor(C)) throw new TypeError(describe(C) + " is not a constructor");
  return constructKnown(C, args);
}

function constructKnown(C, args: $List): any {
  const made = newOf(C);
  if ($value_isAbsent(made)) return construct(boundTarget(C), $array_concat(boundArguments(C), args));
  const result = constructWith(C, made, args);
  return $value_isObject(result) ? result : made;
}

// `new` with at most four arguments, of what the program calls by a text.
function constructFew(C, a, b, c, d, count: number, text: string): any {
  if (!isConstructor(C)) throw new TypeError(text + " is not a constructor");
  const made = newOf(C);
  if ($value_isAbsent(made)) return constructKnown(C, $array_slice([a, b, c, d], 0, count));
  const result = $callRaw(C, made, a, b, c, d, null, count + CONSTRUCTION);
  return $value_isObject(result) ? result : made;
}

// An object as `new` makes it, before its constructor is called; ABSENT for a bound function, which has none of its own.
function newOf(C): any {
  const kind = kindOfFunction(C);
  if (kind === KIND_OF_BOUND) return $value_absent();
  const prototype = getFrom(C, "prototype", C);
  if (!$value_isObject(prototype)) return $record_new(intrinsicPrototype(KIND_RECORD));
  if (kind !== KIND_OF_LISTS) return $record_new(prototype);
  const list: $List = [];
  $record_setPrototype(list, prototype);
  return list;
}

function templateObject(texts: $List, raw: $List): any {
  $object_setIntegrity(raw, 3);
  $property_define(texts, "raw", raw, 0);
  $object_setIntegrity(texts, 3);
  return texts;
}

// The machine's errors and `Error` records.

function errorPrototype(name: string): any {
  if (name === "TypeError") return TypeError.prototype;
  if (name === "RangeError") return RangeError.prototype;
  if (name === "ReferenceError") return ReferenceError.prototype;
  return Error.prototype;
}

function caught(x): any {
  if ($value_kind(x) !== KIND_ERROR) return x;
  const known = $error_record(x);
  if (known !== undefined) return known;
  const name: string = $error_name(x);
  const made = $record_new(errorPrototype(name));
  if (getProperty(made, "name") !== name) $property_define(made, "name", name, IS_WRITABLE | IS_CONFIGURABLE);
  $record_setInner(made, x);
  $property_define(made, "stack", stackAccessors, IS_ACCESSOR | IS_CONFIGURABLE);
  $property_define(made, "message", $error_message(x), IS_WRITABLE | IS_CONFIGURABLE);
  $error_setRecord(x, made);
  return made;
}

function thrown(x): any {
  if ($value_kind(x) !== KIND_RECORD) return x;
  const inner = $record_inner(x);
  if ($value_kind(inner) !== KIND_ERROR) return x;
  $error_setText(inner, errorPart(x, "name", "Error"), errorPart(x, "message", ""));
  $error_setRecord(inner, x);
  return inner;
}

function errorPart(x, key: string, missing: string): string {
  const part = getFrom(x, key, x);
  if (part === undefined || $value_isObject(part) || $value_kind(part) === KIND_SYMBOL) return missing;
  return $dynamic_toText(part);
}
