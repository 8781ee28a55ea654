// reference
// null and undefined: narrowing by comparison, truthiness, early return, loops, assignment, ?. and ??
class Item {
  next: Item | null = null;
  size: number | undefined = undefined;
  constructor(public name: string) {}
  self(): Item {
    return this;
  }
  find(name: string): Item | undefined {
    let item: Item | null = this;
    while (item) {
      if (item.name === name) return item;
      item = item.next;
    }
    return undefined;
  }
}
function last(item: Item): Item {
  while (item.next !== null) item = item.next;
  return item;
}
const first = new Item("a");
first.next = new Item("bb");
first.next.next = new Item("ccc");
console.log(last(first).name, first.next.next.name, first.next.next.next?.name);
console.log(first.find("bb")?.name, first.find("x")?.name, first.find("x")?.self().name.length);
console.log(first.find("bb")?.self().next?.name.length ?? -1, first.find("zz")?.next?.name ?? "none");

function show(text: string | null): string {
  if (text === null) return "null";
  return text.length > 3 ? text + "..." : text;
}
console.log(show(null), show("abc"), show("abcdef"));

function width(value: number | null | undefined): number {
  if (value === undefined) return -1;
  if (value === null) return -2;
  return value * 2;
}
console.log(width(4), width(null), width(undefined), width(NaN), width(0));

function or(value: number | null): number {
  return value ?? 10;
}
function orTruthy(value: number | null): number {
  return value || 10;
}
console.log(or(0), or(null), orTruthy(0), orTruthy(3), orTruthy(null));

function text(value: string | undefined): string {
  if (!value) return "empty";
  return value + value.length;
}
console.log(text(undefined), text(""), text("xy"));

let best: Item | null = null;
let maybe: number | undefined;
for (let item: Item | null = first; item !== null; item = item.next) {
  if (best === null || item.name.length > best.name.length) best = item;
  maybe = (maybe ?? 0) + item.name.length;
}
console.log(best === null ? "?" : best.name, maybe);
console.log(first.size, first.size === undefined, (first.size = 4) + 1, first.size * 2);
first.size ??= 9;
first.next.size ??= 11;
console.log(first.size, first.next.size);
let label: string | null = null;
label ??= "label";
console.log(label.length);
label &&= label + "!";
console.log(label);
let count: number | null = 0;
count ||= 5;
console.log(count + 1);

const list: (string | null)[] = ["a", null, "b"];
let joined = "";
for (const entry of list) joined += entry === null ? "-" : entry;
console.log(joined, list[1], list[0] === null, list.length);
list.push(null);
list[1] = "z";
console.log(list[1], list[3]);

function both(a: Item | null, b: Item | null): string {
  if (a !== null && b !== null) return a.name + b.name;
  if (a || b) return (a ?? b)!.name;
  return "neither";
}
console.log(both(first, first.next), both(null, first), both(first, null), both(null, null));

function mixed(value: string | number | boolean | null): string {
  if (typeof value === "string") return "s" + value.length;
  if (typeof value === "number") return "n" + (value + 1);
  if (value === null) return "null";
  return value ? "yes" : "no";
}
console.log(mixed("abc"), mixed(4), mixed(null), mixed(true), mixed(false));
const values: (string | number | null)[] = [1, "two", null, 2.5, -0];
for (const value of values) console.log(value, typeof value, `${value}`, value === 1, value === "two");

let u: string | null | undefined;
console.log(u, u === null, u === undefined, u ?? "default");
u = null;
console.log(u, u === null);
