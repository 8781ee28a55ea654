enum Color { Red, Green = 4, Blue, Also = 4 }
console.log(Color[0], Color[Color.Green], Color[5], Color["Red"], Color.Also);
const color: Color = Color.Blue;
console.log(Color[color], `${Color[color].toLowerCase()}!`, [0, 4, 5].map(n => Color[n]).join());
const o = { "x": 1, ["y"]: 2, "with space": 3, z: { inner: [1, 2] } };
console.log(o["x"] + o.y, o["z"]["inner"]["length"], o?.["y"]);
o["y"] += 10;
o["z"]["inner"].push(3);
console.log(o.y, o["z"].inner.join());
interface Hooks { before?(n: number): string; after?(): void; run(n: number): number }
const first: Hooks = { run: n => n * 2, before(n) { return "b" + n; } };
const second: Hooks = { run(n) { return n; }, after: () => console.log("after") };
for (const h of [first, second]) {
  console.log(h.before?.(2) ?? "none", h.run(3), typeof h.after);
  h.after?.();
  if (h.before) console.log(h.before(9));
}
