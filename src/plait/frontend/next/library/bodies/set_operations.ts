// What Set's methods for two sets do. The other set is a list: the object, its size, and its methods `has` and `keys`.

function setOperand(other): $List {
  if (!$value_isObject(other)) throw new TypeError(describe(other) + " is not an object");
  const size = toNumber(other.size);
  if (size !== size) throw new TypeError("The 'size' property must be a number");
  const whole = toInteger(size);
  if (whole < 0) throw new RangeError("'" + whole + "' is an invalid size");
  const has = other.has;
  if (typeof has !== "function") throw new TypeError("The 'has' property must be a function");
  const keys = other.keys;
  if (typeof keys !== "function") throw new TypeError("The 'keys' property must be a function");
  return [other, whole, has, keys];
}

function operandHas(operand: $List, value): boolean {
  return $call(operand[2], operand[0], value) ? true : false;
}

function operandKeys(operand: $List): any {
  const it = $call(operand[3], operand[0]);
  if (!$value_isObject(it)) throw new TypeError(describe(it) + " is not an object");
  return withNext(it);
}

function newSet(table): any {
  const set = $record_new(Set.prototype);
  keepTable(set, table, BRAND_SET);
  return set;
}

function copyKeys(table): any {
  const copy = $table_new();
  let cursor = $table_next(table, 0);
  while (cursor >= 0) {
    $table_set(copy, $table_key(table, cursor), undefined);
    cursor = $table_next(table, cursor);
  }
  return copy;
}

function setUnion(table, operand: $List): any {
  const it = operandKeys(operand);
  const made = copyKeys(table);
  let value = step(it);
  while (!$value_isAbsent(value)) {
    $table_set(made, value, undefined);
    value = step(it);
  }
  return newSet(made);
}

function setIntersection(table, operand: $List): any {
  const made = $table_new();
  if ($table_size(table) <= operand[1]) {
    let cursor = $table_next(table, 0);
    while (cursor >= 0) {
      const value = $table_key(table, cursor);
      if (operandHas(operand, value)) $table_set(made, value, undefined);
      cursor = $table_next(table, cursor);
    }
    return newSet(made);
  }
  const it = operandKeys(operand);
  let value = step(it);
  while (!$value_isAbsent(value)) {
    if ($table_has(table, value)) $table_set(made, value, undefined);
    value = step(it);
  }
  return newSet(made);
}

function setDifference(table, operand: $List): any {
  const made = copyKeys(table);
  if ($table_size(table) <= operand[1]) {
    let cursor = $table_next(table, 0);
    while (cursor >= 0) {
      const value = $table_key(table, cursor);
      if (operandHas(operand, value)) $table_delete(made, value);
      cursor = $table_next(table, cursor);
    }
    return newSet(made);
  }
  const it = operandKeys(operand);
  let value = step(it);
  while (!$value_isAbsent(value)) {
    $table_delete(made, value);
    value = step(it);
  }
  return newSet(made);
}

function setSymmetricDifference(table, operand: $List): any {
  const it = operandKeys(operand);
  const made = copyKeys(table);
  let value = step(it);
  while (!$value_isAbsent(value)) {
    if ($table_has(table, value)) $table_delete(made, value);
    else $table_set(made, value, undefined);
    value = step(it);
  }
  return newSet(made);
}

function isSubset(table, operand: $List): boolean {
  if ($table_size(table) > operand[1]) return false;
  let cursor = $table_next(table, 0);
  while (cursor >= 0) {
    if (!operandHas(operand, $table_key(table, cursor))) return false;
    cursor = $table_next(table, cursor);
  }
  return true;
}

function isSuperset(table, operand: $List): boolean {
  if ($table_size(table) < operand[1]) return false;
  return isEveryKey(table, operandKeys(operand), true);
}

function isDisjoint(table, operand: $List): boolean {
  if ($table_size(table) > operand[1]) return isEveryKey(table, operandKeys(operand), false);
  let cursor = $table_next(table, 0);
  while (cursor >= 0) {
    if (operandHas(operand, $table_key(table, cursor))) return false;
    cursor = $table_next(table, cursor);
  }
  return true;
}

// Whether all values of an iterator are in the table, or none is; closes it at the first that is otherwise.
function isEveryKey(table, it, isIn: boolean): boolean {
  let value = step(it);
  while (!$value_isAbsent(value)) {
    if ($table_has(table, value) !== isIn) {
      closeIterator(it);
      return false;
    }
    value = step(it);
  }
  return true;
}
