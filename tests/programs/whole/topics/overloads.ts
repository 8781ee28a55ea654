function format(value: number): string;
function format(value: string, upper: boolean): string;
function format(value: Date0): Date0;
function format(value: number | string | Date0, upper?: boolean): string | Date0 {
  if (typeof value === "number") return value.toFixed(2);
  if (typeof value === "string") return upper ? value.toUpperCase() : value;
  return { day: value.day + 1 };
}
interface Date0 {
  day: number;
}
console.log(format(3), format("x", true), format("y", false), format({ day: 1 }).day);
class Store {
  private data: Record<string, unknown> = {};
  set(key: string, value: unknown): this;
  set(entries: Record<string, unknown>): this;
  set(a: string | Record<string, unknown>, value?: unknown): this {
    if (typeof a === "string") this.data[a] = value;
    else Object.assign(this.data, a);
    return this;
  }
  get(): string[];
  get(key: string): unknown;
  get(key?: string) {
    return key === undefined ? Object.keys(this.data) : this.data[key];
  }
  constructor(initial?: Record<string, unknown>);
  constructor(key: string, value: unknown);
  constructor(a?: any, b?: any) {
    if (typeof a === "string") this.set(a, b);
    else if (a) this.set(a);
  }
}
const s = new Store("k", 1).set("x", 2).set({ y: 3, z: 4 });
console.log(s.get(), s.get("y"), new Store({ q: 1 }).get(), new Store().get());
interface Parse {
  (text: string): number;
  (n: number): string;
  strict: boolean;
}
const parse = ((v: any) => (typeof v === "string" ? Number(v) : String(v))) as Parse;
parse.strict = true;
console.log(parse("5") + 1, parse(5) + 1, parse.strict);
function first<T>(items: T[]): T;
function first(items: string): string;
function first(items: any) {
  return items[0];
}
console.log(first([7, 8]), first("word"));
