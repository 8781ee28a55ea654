function show(this: any, ...args: unknown[]) {
  return `${this === undefined ? "undef" : this === null ? "null" : (this.id ?? typeof this)}(${args})`;
}
console.log(show.call({ id: "a" }, 1, 2), show.apply({ id: "b" }, [3, 4]), show.bind({ id: "c" }, 5)(6), (show as any)(7));
console.log(show.call(null), show.call(undefined), show.call(5), show.call("s", 1), show.apply(null), show.apply(null, undefined as any));
const bound = show.bind({ id: "first" }, 1);
console.log(bound.call({ id: "ignored" }, 2), bound.bind({ id: "again" }, 3)(4), bound.name, bound.length);
function sum(a: number, b: number, c = 0) {
  return a + b + c;
}
console.log(sum.length, sum.bind(null, 1).length, sum.bind(null, 1)(2), sum.bind(null, 1, 2, 3)());
class P {
  constructor(public x: number, public y: number) {}
}
const B = P.bind(null, 1) as any;
console.log(new B(2), new B(2) instanceof P, B.name);
console.log(Math.max.apply(null, [1, 5, 3]), Math.max.call(null, 7, 8), [].concat.apply([], [[1], [2]] as any));
const log = console.log.bind(console, "prefix:");
log("bound log");
const arrow = () => typeof this;
console.log(arrow.call({ id: 1 }), (() => 5).apply(null), Array.prototype.map.call("abc", (c: string) => c + c));
const uncurry = (f: Function) => (self: any, ...args: any[]) => f.call(self, ...args);
const slice = uncurry(Array.prototype.slice);
console.log(slice([1, 2, 3], 1), uncurry("".toUpperCase)("x"));
const o = { id: "o", show, nested: { id: "n", show } };
console.log(o.show(), o.nested.show(), (0, o.show)(), (o.show)(), o["show"](1), o?.show?.(2));
const { show: detached } = o;
console.log(detached.call(o, 9), [1, 2].map(show, { id: "thisArg" }));
try {
  (Function.prototype.call as any).call(5);
} catch (e: any) {
  console.log(e.name);
}
console.log(typeof Function.prototype.bind, show instanceof Function, Object.getPrototypeOf(show) === Function.prototype);
