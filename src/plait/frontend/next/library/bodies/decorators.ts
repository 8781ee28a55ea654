// Decorators. The list that belongs to a class has first what is the class's, then an entry for each member with decorators in the
// order of the text. The class's entry: its decorators, what they added, what those of static members that are no fields added, what
// those of others added, the metadata. A member's entry: its decorators, what initialises its value, what they added.
//
// The decorators are functions, each with its `this` behind it. They are called from the last to the first.

function newDecorations(decorators: $List): any {
  return [[decorators, [], [], [], undefined]];
}

function addDecorated(decorations: $List, decorators: $List): void {
  decorations.push([decorators, [], []]);
}

function beginDecorating(decorations: $List, base): void {
  const above = base === undefined || base === null ? null : getProperty(base, symbolMetadata);
  const own: $List = decorations[0];
  own[4] = $record_new(above === undefined ? null : above);
}

function decorateMember(decorations: $List, index: number, home, key, kind: string, isStatic: boolean): void {
  const entry: $List = decorations[index];
  const own: $List = decorations[0];
  const isOfField = kind === "field" || kind === "accessor";
  const added: $List = isOfField ? entry[2] : isStatic ? own[2] : own[3];
  const decorators: $List = entry[0];
  const initializers: $List = entry[1];
  const accessors: $List = [];
  if (kind !== "field" && kind !== "method") {
    const known: $List = $property_raw(home, key);
    accessors.push(known[0]);
    accessors.push(known[1]);
  }
  let value = kind === "method" ? $property_raw(home, key) : undefined;
  for (let i = decorators.length - 2; i >= 0; i -= 2) {
    const adding: $List = [added];
    const context = newDecoratorContext(kind, decoratedName(key));
    $property_define(context, "static", isStatic, 7);
    $property_define(context, "private", isPrivateKey(key), 7);
    $property_define(context, "access", decoratorAccess(key, kind), 7);
    finishDecoratorContext(context, own[4], adding);
    if (kind === "accessor") {
      const target = newObject();
      $property_define(target, "get", accessors[0], 7);
      $property_define(target, "set", accessors[1], 7);
      takeAccessors(callDecorator(decorators, i, target, context), accessors, initializers);
    } else if (kind === "field") {
      const made = acceptedFunction(callDecorator(decorators, i, undefined, context));
      if (made !== undefined) initializers.push(made);
    } else if (kind === "method") {
      const made = acceptedFunction(callDecorator(decorators, i, value, context));
      if (made !== undefined) value = made;
    } else {
      const side = kind === "getter" ? 0 : 1;
      const made = acceptedFunction(callDecorator(decorators, i, accessors[side], context));
      if (made !== undefined) accessors[side] = made;
    }
    adding[0] = undefined;
  }
  if (kind === "method") $property_define(home, key, value, $property_attributes(home, key));
  else if (kind !== "field") $property_define(home, key, accessors, $property_attributes(home, key));
}

function decorateClass(decorations: $List, class_): any {
  const own: $List = decorations[0];
  const decorators: $List = own[0];
  let result = class_;
  for (let i = decorators.length - 2; i >= 0; i -= 2) {
    const adding: $List = [own[1]];
    const context = newDecoratorContext("class", functionName(class_));
    finishDecoratorContext(context, own[4], adding);
    const made = acceptedFunction(callDecorator(decorators, i, result, context));
    if (made !== undefined) result = made;
    adding[0] = undefined;
  }
  functionProperties(result);
  $property_define(result, symbolMetadata, own[4], 7);
  return result;
}

function callDecorator(decorators: $List, index: number, value, context): any {
  const decorator = decorators[index];
  if (typeof decorator !== "function") throw new TypeError("The decorator " + describe(decorator) + " is not a function");
  return $call(decorator, decorators[index + 1], value, context);
}

// What a decorator gives is a function or undefined.
function acceptedFunction(result): any {
  if (result !== undefined && typeof result !== "function") throw new TypeError("Function expected");
  return result;
}

function takeAccessors(result, accessors: $List, initializers: $List): void {
  if (result === undefined) return;
  if (typeof result !== "object" || result === null) throw new TypeError("Object expected");
  const getter = acceptedFunction(getProperty(result, "get"));
  if (getter !== undefined) accessors[0] = getter;
  const setter = acceptedFunction(getProperty(result, "set"));
  if (setter !== undefined) accessors[1] = setter;
  const initializer = acceptedFunction(getProperty(result, "init"));
  if (initializer !== undefined) initializers.push(initializer);
}

// The second argument of a decorator. `addInitializer` adds to the list that stands in `adding`, as long as one does.
function newDecoratorContext(kind: string, name): any {
  const context = newObject();
  $property_define(context, "kind", kind, 7);
  $property_define(context, "name", name, 7);
  return context;
}

function finishDecoratorContext(context, metadata, adding: $List): void {
  $property_define(context, "metadata", metadata, 7);
  const addInitializer = (initializer) => {
    if (adding[0] === undefined) throw new TypeError("Cannot add initializers after decoration has completed");
    if (typeof initializer !== "function") throw new TypeError("Function expected");
    const added: $List = adding[0];
    added.push(initializer);
  };
  $property_define(context, "addInitializer", addInitializer, 7);
}

function decoratedName(key): any {
  if (isPrivateKey(key)) return privateName(key);
  return typeof key === "number" ? toText(key) : key;
}

// What a decorator is told of how its member is read and written.
function decoratorAccess(key, kind: string): any {
  const isPrivate = isPrivateKey(key);
  const access = newObject();
  const has = (o) => (isPrivate ? privateIn(o, key) : hasProperty(key, o));
  $property_define(access, "has", has, 7);
  if (kind !== "setter") {
    const get = (o) => (isPrivate ? privateGet(o, key) : getElement(o, key));
    $property_define(access, "get", get, 7);
  }
  if (kind !== "method" && kind !== "getter") {
    const set = (o, value) => {
      if (isPrivate) privateSet(o, key, value);
      else setElement(o, key, value);
    };
    $property_define(access, "set", set, 7);
  }
  return access;
}

// Running what decorators have added. Of several initialisers of a value the first decorator's runs first, which was called last.

function runInitializers(decorations: $List, index: number, self, value): any {
  const entry: $List = decorations[index];
  const initializers: $List = entry[1];
  let result = value;
  for (let i = initializers.length - 1; i >= 0; i--) result = $call(initializers[i], self, result);
  return result;
}

function runAllAdded(added: $List, self): void {
  for (let i = 0; i < added.length; i++) $call(added[i], self);
}

function runAdded(decorations: $List, index: number, self): void {
  const entry: $List = decorations[index];
  runAllAdded(entry[2], self);
}

function runClass(decorations: $List, self): void {
  const own: $List = decorations[0];
  runAllAdded(own[1], self);
}

function runStatic(decorations: $List, self): void {
  const own: $List = decorations[0];
  runAllAdded(own[2], self);
}

function runInstance(decorations: $List, self): void {
  const own: $List = decorations[0];
  runAllAdded(own[3], self);
}

// `accessor name`: a getter and a setter over a private field, or, of a static one, over a list that holds the value.

function defineStoredAccessor(home, key, storage): void {
  const name = decoratedName(key);
  const written = {
    get [name]() {
      return privateGet(this, storage);
    },
    set [name](value) {
      privateSet(this, storage, value);
    },
  };
  placeStoredAccessors(home, key, $property_raw(written, name));
}

function newStorage(): any {
  return [$value_absent()];
}

function setStorage(storage: $List, value): void {
  storage[0] = value;
}

function defineStaticAccessor(home, key, storage: $List): void {
  const name = decoratedName(key);
  const written = {
    get [name]() {
      return heldStatically(storage);
    },
    set [name](value) {
      heldStatically(storage);
      storage[0] = value;
    },
  };
  placeStoredAccessors(home, key, $property_raw(written, name));
}

function heldStatically(storage: $List): any {
  const value = storage[0];
  if ($value_isAbsent(value)) throw new TypeError("Cannot access a static accessor before its class initialises it");
  return value;
}

function placeStoredAccessors(home, key, accessors: $List): void {
  defineAccessors(home, key, accessors[0], accessors[1], false);
}

// What replaces a class has the private static methods of the class.
function sharePrivate(from, to, key): void {
  if (from !== to) $property_define(to, key, $property_raw(from, key), $property_attributes(from, key));
}
