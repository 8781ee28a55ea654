// What the lowering of programs calls for constructs that need more than operators and properties.

function notDefined(name: string): any {
  throw new ReferenceError(name + " is not defined");
}

// A name that nothing declares, in a program that names the global object.
function globalNamed(object, key): any {
  return hasProperty(key, object) ? getProperty(object, key) : notDefined(key);
}

function setGlobalNamed(object, key, value): void {
  if (!hasProperty(key, object)) notDefined(key);
  setProperty(object, key, value);
}

function classCalled(f): any {
  throw new TypeError("Class constructor " + functionName(f) + " cannot be invoked without 'new'");
}

function superNotCalled(): any {
  throw new ReferenceError(
    "Must call super constructor in derived class before accessing 'this' or returning from derived constructor",
  );
}

function superCalledTwice(): any {
  throw new ReferenceError("Super constructor may only be called once");
}

function noSuperConstructor(base, name: string): any {
  const of = name === "" ? "anonymous class" : name;
  throw new TypeError("Super constructor " + describe(base) + " of " + of + " is not a constructor");
}

// Whether what the constructor of a derived class returns is an object; it may be undefined besides.
function isConstructed(x): boolean {
  if ($value_isObject(x)) return true;
  if (x !== undefined) throw new TypeError("Derived constructors may only return object or undefined");
  return false;
}

// What a pattern takes apart is undefined or null. Without a text it is named by its value.
function cannotDestructure(x, key: string, text: string): any {
  const what = text !== "" ? text : x === null ? "object null" : "undefined";
  const property = key === "" ? "" : "property '" + key + "' of ";
  throw new TypeError("Cannot destructure " + property + "'" + what + "' as it is " + $dynamic_toText(x) + ".");
}

function cannotTakeApart(x): any {
  throw new TypeError("Cannot read properties of " + $dynamic_toText(x));
}

// The text that `+` makes of an operand when the other is a text.
function toAddedText(a): string {
  const text = $dynamic_toText(a);
  if ($value_isAbsent(text)) return toText(toPrimitive(a, "default"));
  return text;
}

function constructNamed(C, args: $List, text: string): any {
  if (!isConstructor(C)) throw new TypeError(text + " is not a constructor");
  return constructKnown(C, args);
}

function newTarget(self): any {
  return getProperty(self, "constructor");
}

function objectPrototype(): any {
  return getProperty(Object, "prototype");
}

// `__proto__: value` in an object literal.
function setLiteralPrototype(o, key, value): void {
  if (value === null || $value_isObject(value)) $record_setPrototype(o, value);
}

// Arguments behind the fourth, and rest parameters.

function laterArgument(more, index: number): any {
  return more === null ? undefined : $element_get(more, index);
}

function restArguments(from: number, count: number, a, b, c, d, more): $List {
  const rest: $List = [];
  if (from < 1 && count > 0) rest.push(a);
  if (from < 2 && count > 1) rest.push(b);
  if (from < 3 && count > 2) rest.push(c);
  if (from < 4 && count > 3) rest.push(d);
  if (count > 4) {
    const others: $List = more;
    for (let i = from > 4 ? from - 4 : 0; i < others.length; i++) rest.push(others[i]);
  }
  return rest;
}

// What `arguments` is. Its inner word is the mark of such objects.

const argumentsMark: $List = [];

function makeArguments(values: $List): any {
  const made = newObject();
  $record_setInner(made, argumentsMark);
  const length = values.length;
  for (let i = 0; i < length; i++) $property_define(made, i, values[i], 7);
  $property_define(made, "length", length, IS_WRITABLE | IS_CONFIGURABLE);
  $property_define(made, "callee", [noCallee, noCallee], IS_ACCESSOR);
  $property_define(made, symbolIterator, getProperty(getProperty(Array, "prototype"), "values"), IS_WRITABLE | IS_CONFIGURABLE);
  return made;
}

function noCallee(): any {
  throw new TypeError(
    "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them",
  );
}

// Private members: the key is the name with the class that declares it, for methods and accessors with what has them.

function privateName(key: string): string {
  return $string_slice(key, 0, $string_indexOf(key, "@", 0));
}

// The object that has a private member of an object: itself, or for methods and accessors the prototype of their class.
function privateOwner(o, key): any {
  if (!$value_isObject(o)) return undefined;
  const holder = $property_holder(o, key);
  if (holder === undefined || holder === o) return holder;
  const isInherited = $value_kind(holder) === KIND_FUNCTION || ($property_attributes(holder, key) & IS_WRITABLE) !== 0;
  return isInherited ? undefined : holder;
}

function privateHolder(o, key, verb: string): any {
  const holder = privateOwner(o, key);
  if (holder === undefined) {
    const text: string = key;
    const colon = $string_indexOf(text, ":", 0);
    if (colon >= 0) throw new TypeError("Receiver must be " + $string_slice(text, colon + 1, text.length));
    const preposition = verb === "read" ? " from" : " to";
    const message = "Cannot " + verb + " private member " + privateName(key) + preposition;
    throw new TypeError(message + " an object whose class did not declare it");
  }
  return holder;
}

function privateGet(o, key): any {
  const holder = privateHolder(o, key, "read");
  const raw = $property_raw(holder, key);
  if (($property_attributes(holder, key) & 8) === 0) return raw;
  const accessors: $List = raw;
  const getter = accessors[0];
  if (getter === undefined) throw new TypeError("'" + privateName(key) + "' was defined without a getter");
  return $call(getter, o);
}

function privateSet(o, key, value): void {
  const holder = privateHolder(o, key, "write");
  const attributes = $property_attributes(holder, key);
  if ((attributes & 8) !== 0) {
    const accessors: $List = $property_raw(holder, key);
    const setter = accessors[1];
    if (setter === undefined) throw new TypeError("'" + privateName(key) + "' was defined without a setter");
    $call(setter, o, value);
    return;
  }
  if (holder !== o || (attributes & IS_WRITABLE) === 0) {
    throw new TypeError("Private method '" + privateName(key) + "' is not writable");
  }
  $property_define(o, key, value, 17);
}

function privateIn(o, key): boolean {
  if (!$value_isObject(o)) {
    throw new TypeError("Cannot use 'in' operator to search for '" + privateName(key) + "' in " + describe(o));
  }
  return privateOwner(o, key) !== undefined;
}

function definePrivateField(o, key, value): void {
  $property_define(o, key, value, 17);
}

function definePrivateMethod(o, key, value): void {
  $property_define(o, key, value, 16);
}

// The keys that `for (const key in o)` goes over: strings, own ones first.
function keysForIn(o): $List {
  const keys: $List = [];
  if (o === undefined || o === null) return keys;
  let current = toObject(o);
  const seen = $table_new();
  while (current !== null) {
    const own: $List = ownKeys(current, 2);
    for (let i = 0; i < own.length; i++) {
      const key = own[i];
      if (!$table_has(seen, key)) {
        $table_set(seen, key, true);
        if (isEnumerable(current, key)) keys.push(key);
      }
    }
    current = prototypeOf(current);
  }
  return keys;
}

// Whether a key that `for-in` has found is still there when its turn comes.
function isStillThere(o, key): boolean {
  return $value_isObject(o) ? hasProperty(key, o) : true;
}

// The next value of an asynchronous iterator; ABSENT at the end.
function asyncStep(it): any {
  const result = awaitValue(it.next());
  if (!$value_isObject(result)) throw new TypeError("Iterator result " + describe(result) + " is not an object");
  return result.done ? $value_absent() : result.value;
}

// A member of an enum, and the way back from its value if that is a number.
function defineMember(o, name, value): void {
  $property_define(o, name, value, 7);
  if (typeof value === "number") $property_define(o, toKey(value), name, 7);
}

// The object of an imported namespace.
function newNamespace(): any {
  return $record_new(null);
}

function finishNamespace(o): void {
  $property_define(o, symbolToStringTag, "Module", 0);
  $object_setIntegrity(o, 2);
}

// `import(...)`: the promise of what a function gives that runs the files.
function importModule(runFiles): any {
  return startAsync(runFiles);
}
