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
      if (error instanceof TypeError) return false;
      throw error;
    }
  }

  static getPrototypeOf(o) {
    reflectTarget(o, "getPrototypeOf");
    if ($value_kind(o) === KIND_FUNCTION) functionProperties(o);
    return prototypeOf(o);
  }

  static apply(f, self, args) {
    return callWith(f, self, listOf(args));
  }

  static deleteProperty(o, key) {
    reflectTarget(o, "deleteProperty");
    try {
      return deleteProperty(o, toKey(key));
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  }

  static defineProperty(o, key, descriptor) {
    reflectTarget(o, "defineProperty");
    try {
      defineByDescriptor(o, toKey(key), descriptor);
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
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
      if (error instanceof TypeError) return false;
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
    const list: $List = listOf(args);
    if (target === undefined || target === C) return construct(C, list);
    if (!isConstructor(target)) throw new TypeError(describe(target) + " is not a constructor");
    const made = newOf(target);
    if ($value_isAbsent(made)) return construct(target, list);
    const result = callWith(C, made, list);
    return $value_isObject(result) ? result : made;
  }
}
