interface Sale {
  region: string;
  product: string;
  units: number;
  price: number;
}
const csv = `region,product,units,price
north,apple,10,1.5
north,pear,4,2.25
south,apple,7,1.4
"south, far",pear,12,2
south,fig,1,"10"`;
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.split("\n")) {
    const cells: string[] = [];
    let cell = "";
    let quoted = false;
    for (const c of line) {
      if (c === '"') quoted = !quoted;
      else if (c === "," && !quoted) {
        cells.push(cell);
        cell = "";
      } else cell += c;
    }
    rows.push([...cells, cell]);
  }
  return rows;
}
const [header, ...body] = parseCsv(csv);
const sales = body.map((row) => Object.fromEntries(row.map((v, i) => [header[i], i > 1 ? Number(v) : v])) as unknown as Sale);
console.log(sales);
function pivot<R extends keyof Sale, C extends keyof Sale>(rows: Sale[], r: R, c: C, value: (s: Sale) => number) {
  const table: Record<string, Record<string, number>> = {};
  for (const s of rows) {
    const line = (table[String(s[r])] ??= {});
    line[String(s[c])] = (line[String(s[c])] ?? 0) + value(s);
  }
  return table;
}
const table = pivot(sales, "region", "product", (s) => s.units * s.price);
console.log(table);
const columns = [...new Set(Object.values(table).flatMap((r) => Object.keys(r)))].sort();
const lines = [["", ...columns, "total"]];
for (const [name, cells] of Object.entries(table)) {
  const values = columns.map((c) => cells[c] ?? 0);
  lines.push([name, ...[...values, values.reduce((a, b) => a + b)].map((v) => v.toFixed(2))]);
}
const widths = lines[0].map((_, i) => Math.max(...lines.map((l) => l[i].length)));
const rule = "+" + widths.map((w) => "-".repeat(w + 2)).join("+") + "+";
console.log([rule, ...lines.map((l) => `|${l.map((c, i) => ` ${i ? c.padStart(widths[i]) : c.padEnd(widths[i])} `).join("|")}|`), rule].join("\n"));
const best = Object.entries(groupBy(sales, (s) => s.product)).map(([p, list]) => [p, Math.max(...list!.map((s) => s.price))] as const).sort((a, b) => b[1] - a[1]);
console.log(best);
function groupBy<T, K extends string>(items: T[], key: (t: T) => K): Partial<Record<K, T[]>> {
  const out: Partial<Record<K, T[]>> = {};
  for (const i of items) (out[key(i)] ??= []).push(i);
  return out;
}
const bars = Object.entries({ a: 5, bb: 12, ccc: 1 }).map(([k, n]) => `${k.padStart(4)} ${"#".repeat(n)} ${n}`);
console.log(bars.join("\n"));
const toCsv = (rows: unknown[][]) => rows.map((r) => r.map(String).map((c) => (c.includes(",") || c.includes('"') ? `"${c.replaceAll('"', '""')}"` : c)).join(",")).join("\n");
console.log(toCsv([["a", 1, 'say "hi"'], ["x,y", null, undefined]]));
