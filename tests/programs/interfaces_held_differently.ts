interface Size { width?: number; height?: number; name: string }
function area(size: Size): number { return (size.width ?? 1) * (size.height ?? 2); }
const known = { name: "known", width: 5 };
class Tall { name = "tall"; height = 7; }
class Taller extends Tall { constructor(public width: number) { super(); } }
const sizes: Size[] = [known, new Tall(), new Taller(3), { name: "literal" }, { name: "both", width: 2, height: 4 }];
console.log(sizes.map(area).join(), sizes.map(size => size.width ?? "-").join(), area(known), area(new Tall()));
for (const size of sizes) {
  if (size.width !== undefined) size.width += 10;
  const { name, height = -1 } = size;
  console.log(name, size.width?.toFixed(1), height, { ...size, name: "copy" }.width ?? "none");
}
console.log(known.width);
sizes[4].height = undefined;
sizes[1].height = 70;
console.log(sizes[4].height, area(sizes[4]), area(sizes[1]), sizes[1] instanceof Tall && sizes[1].height);

interface Wide { value: number | string | null; next: Wide | null }
class Narrow { next: Narrow | null = null; constructor(public value: number) {} }
class Text { next: Text | null = null; value = "text"; }
function show(wide: Wide): string { return wide.value === null ? "null" : typeof wide.value === "number" ? wide.value.toFixed(2) : wide.value.toUpperCase(); }
const wides: Wide[] = [new Narrow(1.5), new Text(), { value: null, next: null }];
console.log(wides.map(show).join());
wides[0].value = 9;
wides[1].value = "new";
console.log(wides.map(show).join(), wides.map(w => w.next === null).join());

interface Hooks { before?(n: number): string; after?: () => void; run(n: number): number }
class Plain implements Hooks { run(n: number): number { return n + 1; } }
class WithBefore implements Hooks { before = (n: number): string => "before " + n; run(n: number): number { return n + 2; } }
const hooks: Hooks[] = [new Plain(), new WithBefore(), { run: n => n, after() { console.log("after"); } }];
for (const hook of hooks) {
  console.log(hook.before?.(1), hook.run(10), hook.after === undefined);
  hook.after?.();
}
interface Flags { on: boolean | number; level?: number | string; tags?: string[] }
const flags: Flags[] = [];
const flag = { on: true, level: 3 };
class Tagged { on = 1; tags = ["a"]; }
flags.push(flag, new Tagged());
console.log(flags.map(f => `${f.on} ${f.level} ${f.tags?.join()}`).join("; "));
