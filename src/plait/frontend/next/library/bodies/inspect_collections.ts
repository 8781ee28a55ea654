// What stands in the braces of collections and promises.

function inspectMapEntries(map, depth: number): any {
  const table = $record_inner(map);
  const output: $List = [];
  let cursor = $table_next(table, 0);
  inspectIndentation += 2;
  while (cursor >= 0 && output.length < mostElements) {
    const key = inspectValue($table_key(table, cursor), depth);
    output.push(key + " => " + inspectValue($table_value(table, cursor), depth));
    cursor = $table_next(table, cursor);
  }
  inspectIndentation -= 2;
  if ($table_size(table) > mostElements) output.push(inspectedRest($table_size(table) - mostElements));
  return output;
}

function inspectSetEntries(set, depth: number): any {
  const table = $record_inner(set);
  const output: $List = [];
  let cursor = $table_next(table, 0);
  inspectIndentation += 2;
  while (cursor >= 0 && output.length < mostElements) {
    output.push(inspectValue($table_key(table, cursor), depth));
    cursor = $table_next(table, cursor);
  }
  inspectIndentation -= 2;
  if ($table_size(table) > mostElements) output.push(inspectedRest($table_size(table) - mostElements));
  return output;
}

// How an iterator of a table is shown: what it has still to give. `kind` is "Map" or "Set".
function inspectTableIterator(it, kind: string): any {
  const state: $List = $record_inner(it);
  const word = state[2] === ITERATE_ENTRIES ? " Entries] {" : " Iterator] {";
  const entries = kind === "Map" ? inspectMapIterator : inspectSetIterator;
  return [kind + " Iterator", undefined, entries, undefined, "[" + kind + word];
}

function inspectMapIterator(it, depth: number): any {
  return inspectIterator(it, depth, ITERATE_VALUES);
}

function inspectSetIterator(it, depth: number): any {
  return inspectIterator(it, depth, ITERATE_KEYS);
}

function inspectIterator(it, depth: number, paired: number): any {
  const output: $List = [];
  const state: $List = $record_inner(it);
  const table = state[0];
  if (table === undefined) return output;
  const what = state[2];
  let count = 0;
  let cursor = $table_next(table, state[1]);
  inspectIndentation += 2;
  while (cursor >= 0) {
    count++;
    if (count <= mostElements) {
      const key = $table_key(table, cursor);
      if (what === ITERATE_KEYS) {
        output.push(inspectValue(key, depth));
      } else {
        const value = paired === ITERATE_KEYS ? key : $table_value(table, cursor);
        if (what === ITERATE_VALUES) output.push(inspectValue(value, depth));
        else output.push(reduceEntries([inspectValue(key, depth), inspectValue(value, depth)], "", "[", "]", undefined, depth));
      }
    }
    cursor = $table_next(table, cursor);
  }
  inspectIndentation -= 2;
  if (count > mostElements) output.push(inspectedRest(count - mostElements));
  return output;
}

function inspectPromise(promise, depth: number): any {
  const state: $List = promiseState(promise);
  const status = state[PROMISE_STATUS];
  if (status === PROMISE_PENDING) return ["<pending>"];
  inspectIndentation += 2;
  const text = inspectValue(state[PROMISE_VALUE], depth);
  inspectIndentation -= 2;
  return [status === JOB_REJECTED ? "<rejected> " + text : text];
}

function inspectWeak(value, depth: number): any {
  return ["<items unknown>"];
}
