// WeakMap, WeakSet and WeakRef. They hold what they refer to like any other object: a program cannot see the difference.

class WeakMap {
  constructor(entries = undefined) {
    if (this === undefined) throw new TypeError("Constructor WeakMap requires 'new'");
    keepTable(this, $table_new(), BRAND_WEAK_MAP);
    if (entries !== undefined && entries !== null) addEntries(this, entries, builtInAdders[BRAND_WEAK_MAP]);
  }

  get(key) {
    const table = $record_table(this, BRAND_WEAK_MAP);
    if (table === undefined) throw incompatible("WeakMap.prototype.get", this);
    const value = $table_get(table, key);
    return $value_isAbsent(value) ? undefined : value;
  }

  set(key, value) {
    const table = $record_table(this, BRAND_WEAK_MAP);
    if (table === undefined) throw incompatible("WeakMap.prototype.set", this);
    if (!canBeHeldWeakly(key)) throw new TypeError("Invalid value used as weak map key");
    $table_set(table, key, value);
    return this;
  }

  has(key) {
    const table = $record_table(this, BRAND_WEAK_MAP);
    if (table === undefined) throw incompatible("WeakMap.prototype.has", this);
    return $table_has(table, key);
  }

  delete(key) {
    const table = $record_table(this, BRAND_WEAK_MAP);
    if (table === undefined) throw incompatible("WeakMap.prototype.delete", this);
    return $table_delete(table, key);
  }

  static {
    $property_define(WeakMap.prototype, symbolToStringTag, "WeakMap", IS_CONFIGURABLE);
  }

  $inspect() {
    return ["WeakMap", undefined, inspectWeak, undefined, undefined];
  }
}

class WeakSet {
  constructor(values = undefined) {
    if (this === undefined) throw new TypeError("Constructor WeakSet requires 'new'");
    keepTable(this, $table_new(), BRAND_WEAK_SET);
    if (values !== undefined && values !== null) addValues(this, values, undefined);
  }

  add(value) {
    const table = $record_table(this, BRAND_WEAK_SET);
    if (table === undefined) throw incompatible("WeakSet.prototype.add", this);
    if (!canBeHeldWeakly(value)) throw new TypeError("Invalid value used in weak set");
    $table_set(table, value, undefined);
    return this;
  }

  has(value) {
    const table = $record_table(this, BRAND_WEAK_SET);
    if (table === undefined) throw incompatible("WeakSet.prototype.has", this);
    return $table_has(table, value);
  }

  delete(value) {
    const table = $record_table(this, BRAND_WEAK_SET);
    if (table === undefined) throw incompatible("WeakSet.prototype.delete", this);
    return $table_delete(table, value);
  }

  static {
    $property_define(WeakSet.prototype, symbolToStringTag, "WeakSet", IS_CONFIGURABLE);
  }

  $inspect() {
    return ["WeakSet", undefined, inspectWeak, undefined, undefined];
  }
}

const weakReferenceMark = $symbol_new("weak reference");

class WeakRef {
  constructor(target) {
    if (this === undefined) throw new TypeError("Constructor WeakRef requires 'new'");
    if (!canBeHeldWeakly(target)) throw new TypeError("WeakRef: invalid target");
    $record_setInner(this, [weakReferenceMark, target]);
  }

  deref() {
    const inner = $record_inner(this);
    if ($value_kind(inner) === KIND_LIST) {
      const reference: $List = inner;
      if (reference.length === 2 && reference[0] === weakReferenceMark) return reference[1];
    }
    throw incompatible("WeakRef.prototype.deref", this);
  }

  static {
    $property_define(WeakRef.prototype, symbolToStringTag, "WeakRef", IS_CONFIGURABLE);
  }
}

// What is registered is kept for `unregister` alone: a program cannot see that something is collected.
class FinalizationRegistry {
  constructor(callback) {
    if (this === undefined) throw new TypeError("Constructor FinalizationRegistry requires 'new'");
    if (typeof callback !== "function") throw new TypeError("FinalizationRegistry: cleanup must be callable");
    keepTable(this, $table_new(), BRAND_REGISTRY);
  }

  register(target, held, token?) {
    const table = $record_table(this, BRAND_REGISTRY);
    if (table === undefined) throw incompatible("FinalizationRegistry.prototype.register", this);
    if (!canBeHeldWeakly(target)) throw new TypeError("FinalizationRegistry.prototype.register: invalid target");
    if ($dynamic_sameValue(target, held)) {
      throw new TypeError("FinalizationRegistry.prototype.register: target and holdings must not be same");
    }
    if (token === undefined) return;
    if (!canBeHeldWeakly(token)) throw new TypeError("Invalid unregisterToken ('" + describe(token) + "')");
    $table_set(table, token, true);
  }

  unregister(token) {
    const table = $record_table(this, BRAND_REGISTRY);
    if (table === undefined) throw incompatible("FinalizationRegistry.prototype.unregister", this);
    if (!canBeHeldWeakly(token)) throw new TypeError("Invalid unregisterToken ('" + describe(token) + "')");
    return $table_delete(table, token);
  }

  static {
    $property_define(FinalizationRegistry.prototype, symbolToStringTag, "FinalizationRegistry", IS_CONFIGURABLE);
  }
}

function canBeHeldWeakly(x): boolean {
  if ($value_kind(x) === KIND_SYMBOL) return !$table_has(keysOfSymbols, x);
  return $value_isObject(x);
}
