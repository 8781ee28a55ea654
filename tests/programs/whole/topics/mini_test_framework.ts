type Test = { name: string; run: () => void | Promise<void> };
class AssertionError extends Error { override name = "AssertionError"; constructor(readonly actual: unknown, readonly expected: unknown, op: string) { super(`expected ${show(actual)} ${op} ${show(expected)}`); } }
const show = (v: unknown): string => (typeof v === "function" ? `[${v.name}]` : v instanceof Map ? `Map(${v.size})` : v instanceof Error ? String(v) : JSON.stringify(v) ?? String(v));
const equal = (a: any, b: any): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b || a.constructor !== b.constructor) return false;
  if (a instanceof Map) return a.size === b.size && [...a].every(([k, v]) => b.has(k) && equal(v, b.get(k)));
  if (a instanceof Set) return a.size === b.size && [...a].every((x) => b.has(x));
  const [ka, kb] = [Object.keys(a), Object.keys(b)];
  return ka.length === kb.length && ka.every((k) => Object.hasOwn(b, k) && equal(a[k], b[k]));
};
function expect<T>(actual: T, negated = false) {
  const check = (pass: boolean, expected: unknown, op: string) => { if (pass === negated) throw new AssertionError(actual, expected, (negated ? "not " : "") + op); };
  return {
    get not(): ReturnType<typeof expect<T>> { return expect(actual, !negated); },
    toBe: (e: T) => check(Object.is(actual, e), e, "to be"),
    toEqual: (e: unknown) => check(equal(actual, e), e, "to equal"),
    toContain: (e: any) => check((actual as any).includes(e), e, "to contain"),
    toThrow(E: new (...a: any[]) => Error = Error) { let thrown: unknown; try { (actual as any)(); } catch (e) { thrown = e; } check(thrown instanceof E, E, "to throw"); },
  } as { not: any; toBe(e: T): void; toEqual(e: unknown): void; toContain(e: any): void; toThrow(E?: new (...a: any[]) => Error): void };
}
const suites: { path: string[]; tests: Test[]; before: (() => void)[] }[] = [];
const stack: { path: string[]; tests: Test[]; before: (() => void)[] }[] = [];
const describe = (name: string, body: () => void) => { const parent = stack.at(-1); const suite = { path: [...(parent?.path ?? []), name], tests: [] as Test[], before: [...(parent?.before ?? [])] }; suites.push(suite); stack.push(suite); body(); stack.pop(); };
const it = (name: string, run: Test["run"]) => void stack.at(-1)!.tests.push({ name, run });
const beforeEach = (f: () => void) => void stack.at(-1)!.before.push(f);
async function run() { let [passed, failed] = [0, 0]; for (const { path, tests, before } of suites) for (const t of tests) { try { before.forEach((f) => f()); await t.run(); passed++; console.log(`ok   ${path.join(" > ")}: ${t.name}`); } catch (e) { failed++; console.log(`FAIL ${path.join(" > ")}: ${t.name} (${e instanceof Error ? `${e.name}: ${e.message}` : e})`); } } return { passed, failed }; }
describe("array", () => {
  let xs: number[];
  beforeEach(() => (xs = [1, 2, 3]));
  it("pushes", () => { xs.push(4); expect(xs).toEqual([1, 2, 3, 4]); });
  it("is fresh", () => expect(xs.length).toBe(3));
  it("fails", () => expect(xs).toContain(9));
  describe("nested", () => { beforeEach(() => xs.reverse()); it("sees both hooks", () => expect(xs).toEqual([3, 2, 1])); it("negates", () => expect(xs).not.toEqual([3, 2, 1])); });
});
describe("misc", () => {
  it("throws", () => { expect(() => { throw new RangeError("x"); }).toThrow(RangeError); expect(() => 1).not.toThrow(); });
  it("wrong class", () => expect(() => { throw new TypeError("t"); }).toThrow(RangeError));
  it("async", async () => { await null; expect(await Promise.resolve("v")).toBe("w"); });
  it("deep", () => { expect(new Map([["a", { b: [new Set([1])] }]])).toEqual(new Map([["a", { b: [new Set([1])] }]])); expect({ a: NaN }).toEqual({ a: NaN }); expect([0]).not.toEqual([-0]); expect({ a: undefined }).not.toEqual({}); });
  it("throws text", () => { throw "plain text"; });
});
console.log(await run());
