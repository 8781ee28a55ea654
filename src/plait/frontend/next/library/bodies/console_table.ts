// console.table.

function tableText(data, given): string {
  const known = $record_inner(data) === undefined || $value_kind(data) !== KIND_RECORD ? undefined : tableOfCollection(data);
  if (known !== undefined) return known;
  const rows: $List = $property_keys(data, 1);
  const table = $table_new();
  const plain: $List = [];
  let hasPlain = false;
  for (let i = 0; i < rows.length; i++) {
    const item = getElement(data, rows[i]);
    if (given !== undefined) {
      addRow(table, item, given, i);
    } else if ($value_isObject(item)) {
      addRow(table, item, shownTextKeys(item), i);
    } else {
      hasPlain = true;
      setCell(plain, i, cellText(item));
    }
  }
  const head: $List = ["(index)"];
  const columns: $List = [rows];
  let cursor = $table_next(table, 0);
  while (cursor >= 0) {
    head.push($table_key(table, cursor));
    columns.push($table_value(table, cursor));
    cursor = $table_next(table, cursor);
  }
  if (hasPlain) {
    head.push("Values");
    columns.push(plain);
  }
  return drawTable(head, columns, rows.length);
}

function shownTextKeys(item): $List {
  return $value_kind(item) === KIND_FUNCTION && typeof $function_properties(item) === "string" ? [] : $property_keys(item, 1);
}

function addRow(table, item, keys: $List, row: number): void {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    let column = $table_get(table, key);
    if ($value_isAbsent(column)) {
      column = [];
      $table_set(table, key, column);
    }
    const isThere = $value_isObject(item) && $property_attributes(item, key) >= 0;
    setCell(column, row, isThere ? cellText(getElement(item, key)) : "");
  }
}

function setCell(column: $List, row: number, text: string): void {
  while (column.length < row) column.push("");
  column.push(text);
}

// A table of the entries of a Map or the values of a Set; undefined for other objects.
function tableOfCollection(data): any {
  const inner = $record_inner(data);
  const method = data.$inspect;
  if (typeof method !== "function") return undefined;
  const known: $List = $call(method, data);
  const isMap = known[INSPECT_NAME] === "Map";
  if (!isMap && known[INSPECT_NAME] !== "Set") return undefined;
  const indices: $List = [];
  const keys: $List = [];
  const values: $List = [];
  let cursor = $table_next(inner, 0);
  while (cursor >= 0) {
    indices.push($dynamic_toText(indices.length));
    keys.push(cellText($table_key(inner, cursor)));
    if (isMap) values.push(cellText($table_value(inner, cursor)));
    cursor = $table_next(inner, cursor);
  }
  if (isMap) return drawTable(["(iteration index)", "Key", "Values"], [indices, keys, values], indices.length);
  return drawTable(["(iteration index)", "Values"], [indices, keys], indices.length);
}

function cellText(value): string {
  let depth = 0;
  if ($value_kind(value) === KIND_RECORD && shownTextKeys(value).length > 2) depth = -1;
  lineLength = Infinity;
  mostElements = 3;
  const text = inspect(value, depth);
  lineLength = 80;
  mostElements = 100;
  return text;
}

function drawTable(head: $List, columns: $List, rows: number): string {
  const widths: $List = [];
  for (let i = 0; i < head.length; i++) {
    let width = textWidth(head[i]);
    const column: $List = columns[i];
    for (let j = 0; j < column.length; j++) width = $$FMAX(width, textWidth(column[j]));
    widths.push(width + 2);
  }
  let made = tableLine(widths, "┌", "┬", "┐\n") + tableRow(head, widths) + tableLine(widths, "├", "┼", "┤\n");
  for (let j = 0; j < rows; j++) {
    const cells: $List = [];
    for (let i = 0; i < columns.length; i++) {
      const column: $List = columns[i];
      cells.push(j < column.length ? column[j] : "");
    }
    made = made + tableRow(cells, widths);
  }
  return made + tableLine(widths, "└", "┴", "┘");
}

function tableLine(widths: $List, left: string, middle: string, right: string): string {
  let made = left;
  for (let i = 0; i < widths.length; i++) made = made + (i === 0 ? "" : middle) + $string_repeat("─", widths[i]);
  return made + right;
}

function tableRow(cells: $List, widths: $List): string {
  let made = "│";
  for (let i = 0; i < cells.length; i++) {
    const cell: string = cells[i];
    made = made + (i === 0 ? " " : "│ ") + cell + $string_repeat(" ", widths[i] - 1 - textWidth(cell));
  }
  return made + "│\n";
}
