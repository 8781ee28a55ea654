// structuredClone. A built-in class that can be cloned has a method `$clone`, which is given the copies that were made so far.

function structuredClone(value) {
  return cloneValue(value, $table_new());
}

function cannotClone(value): void {
  throw new DOMException(describe(value) + " could not be cloned.", "DataCloneError");
}

// `copies` is a table of the copies by what they were made of.
function cloneValue(value, copies): any {
  const kind = $value_kind(value);
  if (kind === KIND_SYMBOL || kind === KIND_FUNCTION) cannotClone(value);
  if (kind < KIND_LIST) return value;
  const known = $table_get(copies, value);
  if (!$value_isAbsent(known)) return known;
  if (kind === KIND_LIST) {
    const copy: $List = [];
    $table_set(copies, value, copy);
    const list: $List = value;
    for (let i = 0; i < list.length; i++) {
      if (isHole(list, i)) $list_setLength(copy, i + 1);
      else copy.push(cloneValue(list[i], copies));
    }
    return copy;
  }
  const inner = $record_inner(value);
  if (inner === undefined) return cloneObject(value, copies);
  if ($value_kind(inner) === KIND_ERROR) return cloneError(value, copies);
  const method = value.$clone;
  if (typeof method === "function") return $call(method, value, copies);
  const prototype = $intrinsic_prototype($value_kind(inner));
  if ($value_isObject(inner) || !$value_isObject(prototype) || !isAbove(prototype, value)) cannotClone(value);
  const copy = newWrapper(inner);
  $table_set(copies, value, copy);
  return copy;
}

function cloneObject(value, copies): any {
  const copy = newObject();
  $table_set(copies, value, copy);
  const keys: $List = $property_keys(value, 1);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (isEnumerable(value, key)) $property_define(copy, key, cloneValue(getElement(value, key), copies), 7);
  }
  return copy;
}

function cloneError(error, copies): any {
  const stack = error.stack;
  const copy = $record_new(errorPrototype(toText(error.name)));
  $table_set(copies, error, copy);
  $record_setInner(copy, $error_new("Error", ""));
  $property_define(copy, "stack", stack, IS_WRITABLE | IS_CONFIGURABLE);
  if ($property_attributes(error, "message") >= 0) {
    $property_define(copy, "message", toText(error.message), IS_WRITABLE | IS_CONFIGURABLE);
  }
  if ($property_attributes(error, "cause") >= 0) {
    $property_define(copy, "cause", cloneValue(error.cause, copies), IS_WRITABLE | IS_CONFIGURABLE);
  }
  return copy;
}

// A copy of a Map or Set with the prototype of its class.
function cloneTable(value, prototype, brand: number, copies): any {
  const copy = $record_new(prototype);
  const table = $record_inner(value);
  const made = $table_new();
  keepTable(copy, made, brand);
  $table_set(copies, value, copy);
  let cursor = $table_next(table, 0);
  while (cursor >= 0) {
    const key = cloneValue($table_key(table, cursor), copies);
    $table_set(made, key, cloneValue($table_value(table, cursor), copies));
    cursor = $table_next(table, cursor);
  }
  return copy;
}
