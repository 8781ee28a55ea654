// What functions are as texts: their source, with spaces in place of types, as Node has it that runs TypeScript.
function add(a: number, b?: string): number { return a + 1; }
console.log(add.toString());
console.log(String((x: number): void => {}));
class A<T> extends Array<T> implements Iterable<T> {
  private readonly q: number = 1;
  static async foo<U>(this: any, x: U, ...rest: U[]): Promise<void> { const y = x as any; y!.foo; }
  get bar(): number { return 1; }
  override concat(): any { return []; }
}
console.log(A.toString(), `${A.foo}`, Object.getOwnPropertyDescriptor(A.prototype, "bar")!.get!.toString());
console.log("" + A.prototype.concat);
const o = { m<T>(a: T) { return a; }, async *g() {}, ["c" + 1]() {}, arrow: async (a: string) => a };
for (const k of Object.keys(o)) console.log(k, (o as any)[k].toString());
console.log((function* gen<T>(a: T) { yield a as T; }).toString());
console.log(parseInt.toString(), Map.toString(), [].map.toString(), (class {}).toString(), add.bind(null).toString());
const deps = (f: Function) => f.toString().match(/\(([^)]*)\)/)![1].split(",").map((s) => s.trim());
console.log(deps(function (alpha: any, beta: any) {}));
console.log("😀", (() => "😀😀").toString(), (() => 1).toString());

abstract class Shape {
  declare kind: string;
  protected abstract area(): number;
  static of<T extends Shape>(make: () => T): T {
    return make();
  }
  describe?(): string;
}
console.log(String(Shape));
function overloaded(a: string): string;
function overloaded(a: number): number;
function overloaded(a: any): any {
  interface Local {
    a: number;
  }
  type Other = Local | null;
  const made = { a } satisfies Local as Other;
  const list = new Map<string, Array<number>>([["a", [1]]]);
  const [first] = ["x"] as const;
  return (made)!.a + (list as any).size + first;
}
console.log(String(overloaded));
console.log(Object.getOwnPropertyDescriptor({ set v(x: number) {} }, "v")!.set!.toString());
console.log(
  (async function* named() {
    yield* [1];
  }).toString(),
);

const f = (k: string) => (
  // why (
  /* and */ { [k]: 1 }
);
const g = (k: string) => ( /* x */ { a: k });
const h = (k: string) => (
  // one
  // two "http://x"

  { a: k }
);
console.log(f("a"), g("b"), h("c"));

class Commented { static /* before */async f /* a */ ( /* b */ ) /* c */ { /* d */ }/* after */ 
 /* before */ set /* a */ f /* b */ ( /* c */ a: any /* d */ ) /* e */ { /* f */ }/* after */
 // one
 m() {} // two
 static n() { return 1 } /* three */;
 /** doc */
 get g() { return 2 }
 *[Symbol.iterator]() {}
}
const t = (f: any) => console.log("|" + f + "|");
t(Commented.f); t(Object.getOwnPropertyDescriptor(Commented.prototype, "f")!.set); t(Commented.prototype.m); t(Commented.n); t(Object.getOwnPropertyDescriptor(Commented.prototype, "g")!.get);t((Commented.prototype as any)[Symbol.iterator]);
const commented = { /* a */ m() {} /* b */, /* c */ async *k /* d */ () {} /* e */, /* f */ get /* g */ x() { return 1 }, h: /* i */ function /* j */ () {} /* k */, l: /* q */ (x: any) => x /* r */, n: /* z */ class /* zz */ {} /* zzz */};
t(commented.m); t(commented.k); t(Object.getOwnPropertyDescriptor(commented, "x")!.get); t(commented.h); t(commented.l);t(commented.n);
/* before */ function /* 1 */ q /* 2 */ () { } /* after */
t(q); t(/* l */ (a: any /* b */) => /* c */ { } /* d */); t(/* x */ async function* /* y */ () { /* */ } /* z */);
t(Commented);
/* before */ class C /* a */ { /* b */ } /* after */
t(C);
