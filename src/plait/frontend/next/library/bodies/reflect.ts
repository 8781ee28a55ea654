// Reflect.

function reflectTarget(o, name: string): void {
  if (!$value_isObject(o)) throw new TypeError("Reflect." + name + " called on non-object");
}

const Reflect = {
  get [Symbol.toStringTag]() {
    return "Reflect";
  },
  ownKeys(o) {
    reflectTarget(o, "ownKeys");
    return ownKeys(o, 6);
  },
  has(o, key) {
    reflectTarget(o, "has");
    return hasProperty(toKey(key), o);
  },
  get(o, key, receiver) {
    reflectTarget(o, "get");
    return receiver === undefined ? getElement(o, toKey(key)) : getFrom(lookupStart(o), toKey(key), receiver);
  },
  set(o, key, value, receiver) {
    reflectTarget(o, "set");
    try {
      setFrom(lookupStart(o), toKey(key), value, receiver === undefined ? o : receiver);
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  },
  getPrototypeOf(o) {
    reflectTarget(o, "getPrototypeOf");
    return prototypeOf(o);
  },
  apply(f, self, args) {
    return callWith(f, self, listOf(args));
  },
  deleteProperty(o, key) {
    reflectTarget(o, "deleteProperty");
    try {
      return deleteProperty(o, toKey(key));
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  },
  defineProperty(o, key, descriptor) {
    reflectTarget(o, "defineProperty");
    try {
      defineByDescriptor(o, toKey(key), descriptor);
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  },
  setPrototypeOf(o, prototype) {
    reflectTarget(o, "setPrototypeOf");
    requirePrototype(prototype);
    try {
      changePrototype(o, prototype);
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  },
  getOwnPropertyDescriptor(o, key) {
    reflectTarget(o, "getOwnPropertyDescriptor");
    return ownDescriptor(o, toKey(key));
  },
  isExtensible(o) {
    reflectTarget(o, "isExtensible");
    return $object_integrity(o) === 0;
  },
  preventExtensions(o) {
    reflectTarget(o, "preventExtensions");
    raiseIntegrity(o, 1);
    return true;
  },
  construct(C, args, target) {
    if (!isConstructor(C)) throw new TypeError(describe(C) + " is not a constructor");
    const list: $List = listOf(args);
    if (target === undefined || target === C) return construct(C, list);
    if (!isConstructor(target)) throw new TypeError(describe(target) + " is not a constructor");
    const made = newOf(target);
    if ($value_isAbsent(made)) return construct(target, list);
    const result = callWith(C, made, list);
    return $value_isObject(result) ? result : made;
  },
};
