// Properties of functions, and how classes and members of literals are made.

// What a function value says of itself before it has properties: "<kind><length>:<name>", in programs
// "<kind><length>@<file>.<start>.<end>:<name>".
function functionSpecification(f): string {
  const properties = $function_properties(f);
  if (typeof properties === "string") return properties;
  const inner = $record_inner(properties);
  if (typeof inner === "string") return inner;
  return "m0:";
}

// The record of the function's properties, made when there is none yet.
function functionProperties(f): any {
  const properties = $function_properties(f);
  if (typeof properties !== "string") return properties;
  const kind = $$STRING_CHAR_CODE_AT(properties, 0);
  if (kind === KIND_OF_ASYNC || kind === KIND_OF_GENERATORS || kind === KIND_OF_ASYNC_GENERATORS) {
    const family: $List = $table_get(functionFamilies, kind);
    const made = newFunctionProperties(f, properties, family[0]);
    if (family[1] !== undefined) $property_define(made, "prototype", $record_new(family[1]), IS_WRITABLE);
    return made;
  }
  const made = newFunctionProperties(f, properties, intrinsicPrototype(KIND_FUNCTION));
  if (kind === KIND_OF_FUNCTIONS) {
    const prototype = newObject();
    $property_define(prototype, "constructor", f, IS_WRITABLE | IS_CONFIGURABLE);
    $property_define(made, "prototype", prototype, IS_WRITABLE);
  }
  return made;
}

// Async functions and generators, as far as the program has any: by their kind the prototype of these functions, and that of the
// prototypes of generators.
const functionFamilies = $table_new();

// Makes a family, with the function that is its constructor, and enters it into the table of families.
function makeFamily(families, kind: number, name: string, above): any {
  const prototype = $record_new(intrinsicPrototype(KIND_FUNCTION));
  const constructor = () => {
    throw new EvalError("Code generation from strings disallowed for this context");
  };
  const properties = newFunctionProperties(constructor, "b1:" + name, intrinsicPrototype(KIND_FUNCTION));
  $property_define(properties, "prototype", prototype, 0);
  $property_define(prototype, "constructor", constructor, IS_CONFIGURABLE);
  if (above !== undefined) {
    $property_define(prototype, "prototype", above, IS_CONFIGURABLE);
    $property_define(above, "constructor", prototype, IS_CONFIGURABLE);
  }
  $property_define(prototype, symbolToStringTag, name, IS_CONFIGURABLE);
  $table_set(families, kind, [prototype, above]);
  return prototype;
}

// The prototype of the objects that a generator makes, which is a property of it.
function generatorPrototype(f, above): any {
  const prototype = $property_own(functionProperties(f), "prototype");
  return $value_isObject(prototype) ? prototype : above;
}

function newFunctionProperties(f, specification: string, prototype): any {
  const made = $record_new(prototype);
  const colon = $string_indexOf(specification, ":", 0);
  $record_setInner(made, specification);
  $function_setProperties(f, made);
  $property_define(made, "length", $number_parseInt($string_slice(specification, 1, colon), 10), IS_CONFIGURABLE);
  const name = $string_slice(specification, colon + 1, specification.length);
  $property_define(made, "name", name, IS_CONFIGURABLE);
  return made;
}

function functionName(f): string {
  const properties = $function_properties(f);
  if (typeof properties === "string") {
    return $string_slice(properties, $string_indexOf(properties, ":", 0) + 1, properties.length);
  }
  const name = $property_own(properties, "name");
  return typeof name === "string" ? name : "";
}

// Gives a function without a name that of its key.
function nameFunction(f, key, prefix: string): void {
  let name: string = "";
  if ($value_kind(key) !== KIND_SYMBOL) name = prefix + toText(key);
  else {
    const description = $symbol_description(key);
    name = prefix + (description === undefined ? "" : "[" + description + "]");
  }
  const properties = $function_properties(f);
  if (typeof properties === "string") {
    const start = $string_slice(properties, 0, $string_indexOf(properties, ":", 0) + 1);
    $function_setProperties(f, start + name);
  } else if ($property_own(properties, "name") === "") $property_define(properties, "name", name, IS_CONFIGURABLE);
}

// The texts of the program's files, as they are run.
const sourceTexts: $List = [];

function keepSourceText(file: number, text: string): void {
  while (sourceTexts.length <= file) sourceTexts.push("");
  sourceTexts[file] = text;
}

// What stands in the text of the program for a function; undefined for functions of the library.
function sourceOf(f): any {
  const specification = functionSpecification(f);
  const colon = $string_indexOf(specification, ":", 0);
  const place = $string_indexOf(specification, "@", 0);
  if (place < 0 || place > colon) return undefined;
  const parts = splitText($string_slice(specification, place + 1, colon), ".", 3);
  const text: string = sourceTexts[$number_ofString(parts[0])];
  return $string_slice(text, $number_ofString(parts[1]), $number_ofString(parts[2]));
}

function functionText(f): string {
  const source = sourceOf(f);
  if (source !== undefined) return source;
  const name = functionName(f);
  const kind = kindOfFunction(f);
  if (kind === KIND_OF_CLASSES || kind === KIND_OF_LISTS) return "class " + name + " { [native code] }";
  if (kind === KIND_OF_BOUND) return "function () { [native code] }";
  return "function " + ($string_startsWith(name, "#", 0) ? "" : name) + "() { [native code] }";
}

// Kinds of functions by the first unit of their specification: functions, classes, classes of the library, and classes that extend
// Array, whose objects are lists. Bound functions have none.
const KIND_OF_FUNCTIONS = 102;
const KIND_OF_CLASSES = 99;
const KIND_OF_BUILTINS = 98;
const KIND_OF_LISTS = 108;
const KIND_OF_BOUND = 1;
const KIND_OF_ASYNC = 97;
const KIND_OF_GENERATORS = 103;
const KIND_OF_ASYNC_GENERATORS = 104;

// The kind of a function, whose properties are made; 0 for what is no function.
function kindOfFunction(f): number {
  if ($value_kind(f) !== KIND_FUNCTION) return 0;
  const inner = $record_inner(functionProperties(f));
  return typeof inner === "string" ? $$STRING_CHAR_CODE_AT(inner, 0) : KIND_OF_BOUND;
}

// A bound function keeps a list: what it calls, and the arguments that come first.
function boundTarget(f): any {
  const properties = $function_properties(f);
  if (typeof properties === "string") return undefined;
  const inner = $record_inner(properties);
  if ($value_kind(inner) !== KIND_LIST) return undefined;
  const bound: $List = inner;
  return bound[0];
}

function boundArguments(f): $List {
  const bound: $List = $record_inner($function_properties(f));
  return bound[1];
}

function isConstructor(f): boolean {
  const kind = kindOfFunction(f);
  if (kind === KIND_OF_CLASSES || kind === KIND_OF_FUNCTIONS) return true;
  if (kind === KIND_OF_BUILTINS || kind === KIND_OF_LISTS) return true;
  return kind === KIND_OF_BOUND && isConstructor(boundTarget(f));
}

// The prototype of all values of a kind; made here when the class whose prototype it becomes is not there yet.
function intrinsicPrototype(kind: number): any {
  const known = $intrinsic_prototype(kind);
  if ($value_isObject(known)) return known;
  let made = $record_new(kind === KIND_RECORD ? null : intrinsicPrototype(KIND_RECORD));
  if (kind === KIND_FUNCTION) {
    made = () => undefined;
    newFunctionProperties(made, "m0:", intrinsicPrototype(KIND_RECORD));
  }
  $intrinsic_setPrototype(kind, made);
  return made;
}

// Gives the constructor of a class its properties. Without `extends` the base is ABSENT.
function makeClass(constructor, base, name: string): any {
  let above = null;
  let from = intrinsicPrototype(KIND_FUNCTION);
  const isDerived = !$value_isAbsent(base);
  if (!isDerived) above = intrinsicPrototype(KIND_RECORD);
  else if (base !== null) {
    if (!isConstructor(base)) throw new TypeError("Class extends value " + describe(base) + " is not a constructor or null");
    functionProperties(base);
    above = getFrom(base, "prototype", base);
    if (above !== null && !$value_isObject(above)) {
      throw new TypeError("Class extends value does not have valid prototype property " + describe(above));
    }
    from = base;
  }
  const specification = functionSpecification(constructor);
  const isOfLists = isDerived && above !== null && isOnChain($intrinsic_prototype(KIND_LIST), above);
  const kind = isOfLists ? "l" + $string_slice(specification, 1, specification.length) : specification;
  const properties = newFunctionProperties(constructor, kind, from);
  $property_define(properties, "name", name, IS_CONFIGURABLE);
  const prototype = $record_new(above);
  $property_define(prototype, "constructor", constructor, IS_WRITABLE | IS_CONFIGURABLE);
  $property_define(properties, "prototype", prototype, 0);
  return constructor;
}

function isOnChain(o, start): boolean {
  return o === start || isAbove(o, start);
}

function defineMethod(home, key, f, isEnumerable: boolean): void {
  $property_define(home, key, f, isEnumerable ? 7 : IS_WRITABLE | IS_CONFIGURABLE);
}

function defineGetter(home, key, f, isEnumerable: boolean): void {
  defineAccessors(home, key, f, undefined, isEnumerable);
}

function defineSetter(home, key, f, isEnumerable: boolean): void {
  defineAccessors(home, key, undefined, f, isEnumerable);
}

// The property of a namespace's object that stands for a variable, or for what a file exports. The list of its accessors
// has a third element, by which it is shown as what it stands for.
function defineLive(home, key, getter, setter): void {
  const accessors: $List = [getter, setter, true];
  $property_define(home, key, accessors, IS_ACCESSOR | IS_CONFIGURABLE | IS_ENUMERABLE);
}

// A getter or setter that is undefined stays what it was.
function defineAccessors(home, key, getter, setter, isEnumerable: boolean): void {
  const accessors: $List = [getter, setter];
  const old = $property_attributes(home, key);
  if (old >= 0 && (old & IS_ACCESSOR) !== 0) {
    const known: $List = $property_raw(home, key);
    if (getter === undefined) accessors[0] = known[0];
    if (setter === undefined) accessors[1] = known[1];
  }
  const attributes = isPrivateKey(key) ? IS_PRIVATE : isEnumerable ? IS_CONFIGURABLE | IS_ENUMERABLE : IS_CONFIGURABLE;
  $property_define(home, key, accessors, IS_ACCESSOR | attributes);
}

function defineField(o, key, value): void {
  if ($object_integrity(o) !== 0 && $property_attributes(o, key) < 0) {
    throw new TypeError("Cannot define property " + keyText(key) + ", object is not extensible");
  }
  $property_define(o, key, value, 7);
}

// Whether a key is that of a private member: the name, `@`, and a number of the class.
function isPrivateKey(key): boolean {
  return typeof key === "string" && $string_startsWith(key, "#", 0) && $string_includes(key, "@", 1);
}
