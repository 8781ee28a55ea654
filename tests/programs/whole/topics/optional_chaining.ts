interface Company {
  name: string;
  address?: { street?: string; lines: string[] | null };
  ceo?: { name: string; greet?(): string };
  find?: (id: number) => { id: number } | undefined;
}
const a: Company = { name: "A" };
const b: Company = {
  name: "B",
  address: { lines: ["one", "two"] },
  ceo: { name: "Bo", greet() { return "I am " + this.name; } },
  find: (id) => (id > 0 ? { id } : undefined),
};
for (const c of [a, b]) {
  console.log(c.address?.street, c.address?.lines?.[1], c.address?.lines?.length);
  console.log(c.ceo?.greet?.(), c.find?.(1)?.id, c.find?.(-1)?.id);
  console.log(c.ceo?.name.toUpperCase().length, c.address?.lines?.map((l) => l.length).join("-"));
}
let calls = 0;
const count = () => ++calls;
const nothing = null as { f(n: number): number; [k: string]: any } | null;
console.log(nothing?.f(count()), nothing?.[`k${count()}`], calls);
console.log(delete (b as any).address?.lines, b.address);
const f: ((x: number) => number) | undefined = undefined as any;
console.log(f?.(1), (f ?? ((x) => x + 1))(1));
const zero = 0 as number | null;
console.log(zero?.toFixed(1), ("" as string | null)?.length, (false as boolean | null)?.toString());
try {
  console.log((nothing?.f as any)(1));
} catch (e) {
  console.log(e instanceof TypeError);
}
