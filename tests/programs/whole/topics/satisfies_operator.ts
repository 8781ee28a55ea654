type Color = string | [number, number, number];
const palette = {
  red: [255, 0, 0],
  green: "#00ff00",
  blue: [0, 0, 255],
} satisfies Record<string, Color>;
console.log(palette.red.map((c) => c / 5), palette.green.toUpperCase());
interface Handler {
  name: string;
  run(input: string): number;
}
const handlers = [
  { name: "length", run: (s) => s.length },
  { name: "code", run: (s) => s.charCodeAt(0) },
] satisfies Handler[];
for (const h of handlers) console.log(h.name, h.run("Abc"));
const events = {
  open: (id: number) => `open ${id}`,
  close: () => "close",
} satisfies { [name: string]: (...args: any[]) => string };
console.log(events.open(3), events.close(), Object.keys(events));
const n = 5 satisfies number;
const nested = { a: { b: [1, 2, 3] satisfies number[] } };
console.log(n, nested.a.b.length, (1 + 2) satisfies number, ("s" satisfies string).length);
const strategy = ((a: number, b: number) => a - b) satisfies (a: number, b: number) => number;
console.log([3, 1, 2].sort(strategy));
const defaults = { retries: 3, verbose: false } as const satisfies Partial<{ retries: number; verbose: boolean; name: string }>;
console.log({ ...defaults, name: "x" }, defaults.retries);
