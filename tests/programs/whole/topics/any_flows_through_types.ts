interface User { name: string; age: number }
const u: User = JSON.parse('{"name": "N", "age": "40"}');
console.log(u.age + 1, typeof u.age, (u.age as any) * 1 + 1);
const wrong = { name: 5 } as unknown as User;
console.log(wrong.name, wrong.age, wrong.age + 1);
try { console.log(wrong.name.toUpperCase()); } catch (e: any) { console.log(e.message); }
const n: number = "text" as any;
console.log(n, n + 1, n * 2, typeof n);
const list: number[] = ["a", 2, null] as any;
let total = 0;
for (const x of list) total += x;
console.log(total, list.map((x) => typeof x));
function add(a: number, b: number): number { return a + b; }
console.log(add("1" as any, 2), add(undefined as any, 2), (add as any)(), (add as any)(1, 2, 3), add([] as any, {} as any));
const f: (n: number) => number = ((s: string) => s + "!") as any;
console.log(f(5), typeof f(1));
class A { x = 1; m() { return this.x; } }
const fake: A = { x: "fake" } as any;
console.log(fake.x, fake.m?.());
const b: boolean = "yes" as any;
console.log(b ? 1 : 2, b === true, !b);
let s: string = 5 as any;
s += 1;
console.log(s, typeof s);
const maybe: string = undefined!;
console.log(maybe, `${maybe}`, maybe === undefined);
const map: Map<string, number> = new Map<any, any>([[1, "one"]]);
console.log(map.get("1"), (map as Map<any, any>).get(1), [...map.values()].map((v) => v.toFixed ?? "no toFixed"));
const tuple: [number, string] = ["swapped", 1] as any;
const [first, second] = tuple;
console.log(first, second, typeof first);
enum E { A, B }
const e: E = 7 as any;
console.log(E[e], e + 1, E["A" as any]);
function overload(x: string): string;
function overload(x: number): number;
function overload(x: any) { return typeof x === "string" ? x.length : String(x); }
console.log(overload("abc") as any, typeof overload(5));
const gen = <T>(x: T): T => (typeof x === "number" ? "lied" : x) as T;
console.log(gen(5), gen("s"));
const opt: { a?: { b: number } } = { a: null as any };
console.log(opt.a?.b, opt.a);
let i: number = 0;
i = ((i as any) + "1") as any;
i++;
console.log(i, typeof i);
const arr: string[] = [];
arr[5 - 5] = 1 as any;
console.log(arr, arr[0].length);
const never: never = "something" as never;
console.log(never, (never as string).length);
