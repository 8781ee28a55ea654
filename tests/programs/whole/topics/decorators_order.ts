// In which order decorators are evaluated and called, what they are told, and when what they add runs.
(Symbol as { metadata?: symbol }).metadata ??= Symbol("Symbol.metadata");

function show(value: unknown): string {
  if (typeof value === "function") return `function ${value.name}`;
  return typeof value === "object" && value !== null ? `{${Object.keys(value)}}` : String(value);
}

function d(label: string): any {
  console.log("evaluate", label);
  return function (this: unknown, value: unknown, context: any): unknown {
    const told = [context.kind, String(context.name), context.static, context.private];
    console.log("call", label, show(value), ...told, show(context.access), show(context), this === undefined);
    context.addInitializer(function (this: any) {
      console.log("added by", label, typeof this === "function" ? this.name : this.constructor.name);
    });
    context.metadata[label] = context.kind;
    if (context.kind === "field") {
      return (initial: number) => {
        console.log("initial", label, initial);
        return initial + 1;
      };
    }
    if (context.kind !== "accessor") return undefined;
    return {
      init(initial: number) {
        console.log("initial of accessor", label, initial);
        return initial + 10;
      },
    };
  };
}

function key(name: string): string {
  console.log("key", name);
  return name;
}

@d("C1")
@d("C2")
class C {
  @d("m") @d("m2") [key("m")](): string { return "m"; }
  @d("f") f = (console.log("value of f"), 1);
  @d("sf") @d("sf2") static ["sf"] = (console.log("value of sf"), 2);
  @d("sm") static sm(): void {}
  @d("p") #p(): number { return 3; }
  @d("sp") static #sp(): number { return 4; }
  @d("pf") #pf = 5;
  @d("spf") static #spf = 6;
  @d("g") get g(): number { return 7; }
  @d("s") set g(value: number) { console.log("set", value); }
  @d("a") accessor a = 8;
  @d("sa") static accessor sa = 9;
  @d("pa") accessor #pa = 10;
  @d("spa") static accessor #spa = 11;
  @d("sg") static get sg(): number { return 12; }
  @d("gen") *generated(): Generator<number> { yield this.f; }
  @d("text") "a text" = 14;
  @d("number") 15 = 16;
  @d("symbol") [Symbol.toStringTag] = "Tag";
  plain = 13;
  static { console.log("static block", this.name); }
  constructor(public q: number) { console.log("constructor"); }
  all(): unknown[] { return [this.#p(), this.#pf, this.#pa, C.#sp(), C.#spf, C.#spa]; }
}
const c = new C(1);
console.log(c.all(), c.f, c.a, (C as any).sf, C.sa, [...c.generated()], c["a text"], c[15], c);
console.log((C as any)[(Symbol as any).metadata]);
c.g = 3;

class D extends C {
  @d("Dm") override all(): unknown[] { return super.all().concat(1); }
  constructor() { super(2); console.log("constructor of D"); }
}
console.log(new D().all());
const metadata = (Symbol as any).metadata;
console.log(Object.getPrototypeOf((D as any)[metadata]) === (C as any)[metadata], Object.keys((D as any)[metadata]));

class E extends C {
  @d("ef") x = 1;
}
console.log(new E(3).x);
