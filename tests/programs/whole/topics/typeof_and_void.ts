const values: unknown[] = [1, "s", true, undefined, null, {}, [], () => 1, class {}, Symbol("x"), NaN, new Map(), Math.max, new Error("e")];
console.log(values.map((v) => typeof v).join(" "));
console.log(typeof undeclaredAnywhere, typeof typeof 1, typeof (void 0), void "anything", typeof null);
declare const undeclaredAnywhere: unknown;
try {
  console.log(undeclaredAnywhere);
} catch (e) {
  console.log((e as Error).name, (e as Error).message);
}
function nothing(): void {}
const r = nothing();
console.log(r, typeof r, [nothing()].length);
const x = (nothing(), "last");
console.log(x, (nothing(), 5));
const truths: any[] = ["", "0", "a", NaN, [], 0, {}, () => 0];
console.log(truths.map((v) => !!v), truths.filter((v) => !v));
console.log(Object.prototype.toString.call(1), Object.prototype.toString.call("s"), Object.prototype.toString.call(undefined), Object.prototype.toString.call(() => 1), Object.prototype.toString.call(Symbol()));
if ((typeof values[1] as string) === "string") console.log("string");
const isObject = (v: unknown) => (typeof v === "object" && v !== null) || typeof v === "function";
console.log(values.filter(isObject).length);
let u;
console.log(u, typeof u, u === undefined, u == null);
console.log([,].length, (function () {}).name === "", (() => {}).name === "", typeof globalThis, typeof Symbol.iterator);
