// Booleans, symbols, functions, the global functions, and how the prototypes of all values are set up.

const symbolIterator = $symbol_new("Symbol.iterator");
const symbolAsyncIterator = $symbol_new("Symbol.asyncIterator");
const symbolHasInstance = $symbol_new("Symbol.hasInstance");
const symbolToPrimitive = $symbol_new("Symbol.toPrimitive");
const symbolToStringTag = $symbol_new("Symbol.toStringTag");
const symbolIsConcatSpreadable = $symbol_new("Symbol.isConcatSpreadable");
const symbolSpecies = $symbol_new("Symbol.species");
const symbolMatch = $symbol_new("Symbol.match");
const symbolMatchAll = $symbol_new("Symbol.matchAll");
const symbolReplace = $symbol_new("Symbol.replace");
const symbolSearch = $symbol_new("Symbol.search");
const symbolSplit = $symbol_new("Symbol.split");
const symbolUnscopables = $symbol_new("Symbol.unscopables");
const symbolDispose = $symbol_new("Symbol.dispose");
const symbolAsyncDispose = $symbol_new("Symbol.asyncDispose");
const symbolMetadata = $symbol_new("Symbol.metadata");

function newObject(): any {
  return $record_new($intrinsic_prototype(KIND_RECORD));
}

// Registers the prototypes of all values; runs before the program.
function setUpIntrinsics(): void {
  adoptPrototype(Object, KIND_RECORD);
  adoptPrototype(Function, KIND_FUNCTION);
  $intrinsic_setPrototype(2, getProperty(Boolean, "prototype"));
  $intrinsic_setPrototype(3, getProperty(Number, "prototype"));
  $intrinsic_setPrototype(4, getProperty(String, "prototype"));
  $intrinsic_setPrototype(KIND_SYMBOL, getProperty(Symbol, "prototype"));
  $intrinsic_setPrototype(KIND_LIST, getProperty(Array, "prototype"));
}

// Gives a class the prototype that objects have been made with before, and this one what the class has defined.
function adoptPrototype(C, kind: number): void {
  const made = getProperty(C, "prototype");
  const known = intrinsicPrototype(kind);
  if (made === known) return;
  const keys: $List = $property_keys(made, 6);
  for (let i = 0; i < keys.length; i++) {
    $property_define(known, keys[i], $property_raw(made, keys[i]), $property_attributes(made, keys[i]));
  }
  $property_define(functionProperties(C), "prototype", known, 0);
}

// Whether a constructor that can be called without `new` has been called with it.
function isNewOf(self, kind: number): boolean {
  return $value_kind(self) === KIND_RECORD && isAbove($intrinsic_prototype(kind), self);
}

// The object that stands for a primitive.
function newWrapper(x): any {
  const made = $record_new($intrinsic_prototype($value_kind(x)));
  wrap(made, x);
  return made;
}

function wrap(made, x): void {
  $record_setInner(made, x);
  if (typeof x !== "string") return;
  for (let i = 0; i < x.length; i++) $property_define(made, i, $string_charAt(x, i), IS_ENUMERABLE);
  $property_define(made, "length", x.length, 0);
}

// The primitive that a method of its class has been called with: `this` itself, or what it stands for.
function primitiveThis(self, kind: number, method: string): any {
  if ($value_kind(self) === kind) return self;
  const inner = $value_kind(self) === KIND_RECORD ? $record_inner(self) : undefined;
  if ($value_kind(inner) === kind) return inner;
  const dot = $string_indexOf(method, ".", 0);
  throw new TypeError(method + " requires that 'this' be a " + $string_slice(method, 0, dot));
}

class Boolean {
  constructor(value) {
    if (!isNewOf(this, 2)) return value ? true : false;
    $record_setInner(this, value ? true : false);
  }

  toString() {
    return primitiveThis(this, 2, "Boolean.prototype.toString") ? "true" : "false";
  }

  valueOf() {
    return primitiveThis(this, 2, "Boolean.prototype.valueOf");
  }

  static {
    $record_setInner(Boolean.prototype, false);
  }
}

const symbolsByKey = $table_new();
const keysOfSymbols = $table_new();

class Symbol {
  static readonly iterator = symbolIterator;
  static readonly asyncIterator = symbolAsyncIterator;
  static readonly hasInstance = symbolHasInstance;
  static readonly toPrimitive = symbolToPrimitive;
  static readonly toStringTag = symbolToStringTag;
  static readonly isConcatSpreadable = symbolIsConcatSpreadable;
  static readonly species = symbolSpecies;
  static readonly match = symbolMatch;
  static readonly matchAll = symbolMatchAll;
  static readonly replace = symbolReplace;
  static readonly search = symbolSearch;
  static readonly split = symbolSplit;
  static readonly unscopables = symbolUnscopables;
  static readonly dispose = symbolDispose;
  static readonly asyncDispose = symbolAsyncDispose;
  static readonly metadata = symbolMetadata;

  constructor(description?) {
    if (isNewOf(this, KIND_SYMBOL)) throw new TypeError("Symbol is not a constructor");
    return $symbol_new(description === undefined ? undefined : toText(description));
  }

  static for(key) {
    const text = toText(key);
    const known = $table_get(symbolsByKey, text);
    if (!$value_isAbsent(known)) return known;
    const made = $symbol_new(text);
    $table_set(symbolsByKey, text, made);
    $table_set(keysOfSymbols, made, text);
    return made;
  }

  static keyFor(symbol) {
    if (typeof symbol !== "symbol") throw new TypeError(describe(symbol) + " is not a symbol");
    const text = $table_get(keysOfSymbols, symbol);
    return $value_isAbsent(text) ? undefined : text;
  }

  get description() {
    return $symbol_description(primitiveThis(this, KIND_SYMBOL, "Symbol.prototype.description"));
  }

  toString() {
    return symbolText(primitiveThis(this, KIND_SYMBOL, "Symbol.prototype.toString"));
  }

  valueOf() {
    return primitiveThis(this, KIND_SYMBOL, "Symbol.prototype.valueOf");
  }

  [symbolToPrimitive](hint) {
    return primitiveThis(this, KIND_SYMBOL, "Symbol.prototype [ @@toPrimitive ]");
  }

  static {
    $property_define(Symbol.prototype, symbolToPrimitive, $property_raw(Symbol.prototype, symbolToPrimitive), IS_CONFIGURABLE);
  }

  static {
    $property_define(Symbol.prototype, symbolToStringTag, "Symbol", IS_CONFIGURABLE);
  }
}

class Function {
  constructor(...args: $Length<1>) {
    throw new EvalError("Code generation from strings disallowed for this context");
  }

  call(self, ...args) {
    return callWith(this, self, args);
  }

  apply(self, args) {
    if (args === undefined || args === null) return callWith(this, self, []);
    return callWith(this, self, argumentList(args));
  }

  bind(self, ...first) {
    if (typeof this !== "function") throw new TypeError("Bind must be called on a function");
    return bindFunction(this, self, first);
  }

  toString() {
    if (typeof this !== "function") throw new TypeError("Function.prototype.toString requires that 'this' be a Function");
    return functionText(this);
  }

  [Symbol.hasInstance](value) {
    return isOrdinaryInstance(value, this);
  }

  static {
    $property_define(Function.prototype, "length", 0, IS_CONFIGURABLE);
    $property_define(Function.prototype, "name", "", IS_CONFIGURABLE);
    $property_define(Function.prototype, symbolHasInstance, $property_raw(Function.prototype, symbolHasInstance), 0);
    const properties = functionProperties(noCallee);
    $property_define(properties, "name", "", 0);
    $object_setIntegrity(noCallee, 3);
    const accessors: $List = [noCallee, noCallee];
    $property_define(Function.prototype, "caller", accessors, IS_ACCESSOR | IS_CONFIGURABLE);
    $property_define(Function.prototype, "arguments", accessors, IS_ACCESSOR | IS_CONFIGURABLE);
  }
}

// The elements of what looks like an array.
function argumentList(x): $List {
  if ($value_kind(x) === KIND_LIST) return hasHoles(x) ? copyOf(x) : x;
  if (!$value_isObject(x)) throw new TypeError("CreateListFromArrayLike called on non-object");
  const length = toLength(getProperty(x, "length"));
  const list: $List = [];
  for (let i = 0; i < length; i++) list.push(getElement(x, i));
  return list;
}

function bindFunction(target, self, first: $List): any {
  const bound = (...rest) => callWith(target, self, first.length === 0 ? rest : $array_concat(first, rest));
  const length = $property_attributes(functionProperties(target), "length") < 0 ? 0 : getProperty(target, "length");
  const left = typeof length === "number" ? $$FMAX(0, toInteger(length) - first.length) : 0;
  const specification = "m" + left + ":bound " + functionName(target);
  const properties = newFunctionProperties(bound, specification, prototypeOf(target));
  $record_setInner(properties, [target, first]);
  return bound;
}

const globalThis = makeGlobalObject();

function makeGlobalObject(): any {
  const made = newObject();
  $property_define(made, "globalThis", made, IS_WRITABLE | IS_CONFIGURABLE);
  $property_define(made, "undefined", undefined, 0);
  $property_define(made, "NaN", NaN, 0);
  $property_define(made, "Infinity", Infinity, 0);
  return made;
}

function isNaN(value): boolean {
  return $number_isNaN(toNumber(value));
}

function isFinite(value): boolean {
  return $number_isFinite(toNumber(value));
}

function parseInt(text, radix): number {
  const base = radix === undefined ? 0 : toNumber(radix) | 0;
  return $number_parseInt(toText(text), base);
}

function parseFloat(text): number {
  return $number_parseFloat(toText(text));
}
