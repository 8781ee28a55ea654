const o: { a?: number | null; b: number; c: string; n?: { m?: number } } = { b: 0, c: "" };
o.a ??= 1;
o.b ||= 2;
o.c &&= "never";
o.n ??= {};
o.n.m ??= 5;
console.log(o);
let calls = 0;
const expensive = () => (++calls, 10);
o.a ??= expensive();
o.b ||= expensive();
o.b &&= expensive();
console.log(o.a, o.b, calls);
const list: (number | undefined)[] = [undefined, 0, 1];
list[0] ??= 7;
list[1] ||= 8;
list[2] &&= 9;
list[3] ??= 10;
console.log(list);
let x: string | null = null;
const y = (x ??= "assigned");
console.log(x, y, (x &&= x + "!"), (x ||= "no"));
const cache = new Map<string, number[]>();
const get = (k: string) => cache.get(k) ?? (cache.set(k, []), cache.get(k)!);
get("a").push(1);
get("a").push(2);
console.log(cache);
const frozen: any = Object.freeze({ v: 1 });
frozen.v ||= 2;
frozen.v ??= 3;
try {
  frozen.v &&= 4;
} catch (e: any) {
  console.log(e.name);
}
const counts: Record<string, Record<string, number>> = {};
for (const [p, q] of ["ab", "ac", "ab"]) {
  const inner = (counts[p] ??= {});
  inner[q] ??= 0;
  inner[q]++;
}
console.log(counts);
let i = 0;
const arr = [null, null] as (number | null)[];
arr[i++] ??= i++;
console.log(arr, i);
arr[i - 2] ??= 100;
console.log(arr, i);
class Lazy { #v?: string; get v() { return (this.#v ??= this.#make()); } #made = 0; #make() { return "made " + ++this.#made; } }
const l = new Lazy();
console.log(l.v, l.v);
let n = 5;
n += n *= 2;
n -= n -= 3;
n = n || (n = 42) + 1;
console.log(n, (n = 0) || "zero", n ||= 3);
let s = "a";
s += s += "b";
console.log(s, (s += 1) + (s += 2));
