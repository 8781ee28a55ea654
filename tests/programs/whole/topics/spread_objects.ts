const base = { a: 1, b: { c: 2 } };
const copy = { ...base, d: 4 };
console.log(copy, copy.b === base.b);
const partial: { a?: number; b?: object } = base;
console.log({ a: 0, ...partial }, { ...base, a: 0 });
const nothing: null | undefined = undefined;
const nil: { a?: 1 } | null = null;
console.log({ ...(nil as { a?: 1 } | null), ...(nothing as any), ...(false as any), ...(5 as any) });
console.log({ ...("hi" as any) }, { ...["x", "y"] });
let reads = 0;
const withGetter = {
  get g() {
    return ++reads;
  },
};
const snap = { ...withGetter };
console.log(snap, snap.g, snap.g, reads, Object.getOwnPropertyDescriptor(snap, "g"));
class C {
  own = 1;
  #hidden = 2;
  get acc() {
    return this.#hidden;
  }
  method() {}
}
console.log({ ...new C() }, "acc" in { ...new C() });
const hiddenProps = Object.defineProperty({ seen: 1 }, "unseen", { value: 2, enumerable: false });
console.log({ ...hiddenProps });
const s = Symbol("s");
console.log({ ...{ [s]: 1, k: 2 } });
const cond = (flag: boolean) => ({ always: 1, ...(flag && { sometimes: 2 }), ...(flag ? {} : { never: 3 }) });
console.log(cond(true), cond(false));
const setter = { ...{ x: 1 }, set x(v: number) {}, y: 2 };
console.log(setter.x, setter.y);
