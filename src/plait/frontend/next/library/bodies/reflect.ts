// Reflect.

function reflectTarget(o, name: string): void {
  if (!$value_isObject(o)) throw new TypeError("Reflect." + name + " called on non-object");
}

class Reflect {
  static {
    $property_define(Reflect, symbolToStringTag, "Reflect", IS_CONFIGURABLE);
  }

  static ownKeys(o) {
    reflectTarget(o, "ownKeys");
    return ownKeys(o, 6);
  }

  static has(o, key) {
    reflectTarget(o, "has");
    return hasProperty(toKey(key), o);
  }

  static get(o, key, receiver?) {
    reflectTarget(o, "get");
    return receiver === undefined ? getElement(o, toKey(key)) : getFrom(lookupStart(o), toKey(key), receiver);
  }

  static set(o, key, value, receiver?) {
    reflectTarget(o, "set");
    try {
      setFrom(lookupStart(o), toKey(key), value, receiver === undefined ? o : receiver);
      return true;
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  }

  static getPrototypeOf(o) {
    reflectTarget(o, "getPrototypeOf");
    if ($value_kind(o) === KIND_FUNCTION) functionProperties(o);
    return prototypeOf(o);
  }

  static apply(f, self, args) {
    return callWith(f, self, argumentList(args));
  }

  static deleteProperty(o, key) {
    reflectTarget(o, "deleteProperty");
    try {
      return deleteProperty(o, toKey(key));
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  }

  static defineProperty(o, key, descriptor) {
    reflectTarget(o, "defineProperty");
    try {
      defineByDescriptor(o, toKey(key), descriptor);
      return true;
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  }

  static setPrototypeOf(o, prototype) {
    reflectTarget(o, "setPrototypeOf");
    requirePrototype(prototype);
    try {
      changePrototype(o, prototype);
      return true;
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  }

  static getOwnPropertyDescriptor(o, key) {
    reflectTarget(o, "getOwnPropertyDescriptor");
    return ownDescriptor(o, toKey(key));
  }

  static isExtensible(o) {
    reflectTarget(o, "isExtensible");
    return $object_integrity(o) === 0;
  }

  static preventExtensions(o) {
    reflectTarget(o, "preventExtensions");
    raiseIntegrity(o, 1);
    return true;
  }

  static construct(C, args, target?) {
    if (!isConstructor(C)) throw new TypeError(describe(C) + " is not a constructor");
    const list: $List = argumentList(args);
    if (target === undefined || target === C) return construct(C, list);
    if (!isConstructor(target)) throw new TypeError(describe(target) + " is not a constructor");
    if (kindOfFunction(C) === KIND_OF_BOUND) {
      const bound = boundTarget(C);
      return Reflect.construct(bound, $array_concat(boundArguments(C), list), target === C ? bound : target);
    }
    const made = newForTarget(C, target);
    const result = constructWith(C, made, list);
    return $value_isObject(result) ? result : made;
  }
}

// The object that a class makes for another `new.target`: the prototype is that one's, or of what the class extends last.
function newForTarget(C, target): any {
  functionProperties(target);
  let prototype = getFrom(target, "prototype", target);
  if (!$value_isObject(prototype)) prototype = getFrom(lastBase(C), "prototype", C);
  if (kindOfFunction(C) !== KIND_OF_LISTS) return $record_new(prototype);
  const list: $List = [];
  $record_setPrototype(list, prototype);
  return list;
}

function lastBase(C): any {
  let current = C;
  while (kindOfFunction(current) !== KIND_OF_BUILTINS) {
    const above = prototypeOf(current);
    if (!isConstructor(above)) return kindOfFunction(current) === KIND_OF_LISTS ? current : Object;
    current = above;
  }
  return current;
}
