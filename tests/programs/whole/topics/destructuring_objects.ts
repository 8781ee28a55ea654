const point = { x: 1, y: 2, label: { text: "p", size: 12 } };
const { x, y: why, label: { text, size: fontSize = 10 } } = point;
console.log(x, why, text, fontSize);
const { a = 1, b: { c = 2, d = c + 1 } = {} as { c?: number; d?: number } } = {} as { a?: number; b?: { c?: number; d?: number } };
console.log(a, c, d);
const { x: ex, ...rest } = point;
console.log(ex, rest, rest.label === point.label);
let first: number;
let second: string | undefined;
({ first, second = "none" } = { first: 1 } as { first: number; second?: string });
console.log(first, second);
const key = "y";
const { [key]: computed, ["label"]: { text: inner } } = point;
console.log(computed, inner);
const { length, 0: head, [length - 1]: last } = "word" as any;
console.log(length, head, last);
const { n = "default", u = "default" } = { n: null, u: undefined } as { n: string | null; u?: string };
console.log(n, u);
const o: any = {};
({ a: o.p, b: [o.q, o["r"]] } = { a: 1, b: [2, 3] });
console.log(o);
for (const { id, tags: [tag = "untagged"] = [] } of [{ id: 1, tags: ["t"] }, { id: 2 }, { id: 3, tags: [] }] as { id: number; tags?: string[] }[]) {
  console.log(id, tag);
}
for (const v of [null, undefined]) {
  try {
    const { z } = v as any;
    console.log(z);
  } catch (e) {
    console.log((e as Error).name);
  }
}
const { toFixed } = 5 as any;
console.log(toFixed === Number.prototype.toFixed);
