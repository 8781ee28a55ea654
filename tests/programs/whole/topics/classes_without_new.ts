// @ts-nocheck
// Classes called without `new`, in all the ways there are, and what `new.target` is.
class Point { x = 1; constructor(a = 0) { this.x = a; } }
class Pixel extends Point {}
class Items extends Array {}
const Anonymous = class {};
class Watched { constructor(a = console.log("never seen")) { console.log("body", a); } }
const holder = { Point, Pixel, Items, Anonymous, Watched, Map, Error, String, Number, Date, Object, Array, Promise, RegExp, Symbol };
function tell(name, f) {
  try {
    console.log(name, f());
  } catch (error) {
    console.log(name, error instanceof TypeError, error.message);
  }
}
tell("method", () => holder.Point());
tell("element", () => holder["Pixel"](1));
tell("call", () => Point.call({}, 1));
tell("call on an instance", () => Point.call(new Point(3), 1));
tell("apply", () => Pixel.apply(new Pixel(), [1]));
tell("list", () => holder.Items(3));
tell("anonymous", () => holder.Anonymous());
tell("parameters", () => holder.Watched());
tell("spread", () => holder.Point(...[1, 2]));
tell("many", () => holder.Point(1, 2, 3, 4, 5, 6));
tell("bound", () => Point.bind({ x: 4 })(5));
tell("Reflect.apply", () => Reflect.apply(Point, {}, []));
tell("forEach", () => [1].forEach(Point, {}));
tell("getter", () => {
  const o = {};
  Object.defineProperty(o, "p", { get: Point });
  return o.p;
});
tell("tag", () => holder.Point`text`);
tell("optional", () => holder.Point?.(1));
tell("super", () => {
  class Late extends Point { constructor() { super(7); const again = { Point }; again.Point.call(this); } }
  return new Late();
});

// What the library's constructors do on objects.
tell("Map", () => holder.Map());
tell("Promise", () => holder.Promise(() => {}));
tell("Error", () => { const made = holder.Error("text"); return [made instanceof Error, made.message]; });
tell("Error.call", () => { const o = {}; const made = Error.call(o, "text"); return [o, made !== o, made.message]; });
tell("Error on an error", () => { const old = new Error("old"); const made = Error.call(old, "new"); return [old.message, made.message]; });
tell("String", () => [holder.String(12), String.call(new String("a"), 3)]);
tell("Number", () => [holder.Number("12"), Number.call(new Number(1), "3")]);
tell("Date", () => [typeof holder.Date(), typeof Date.call(new Date(0))]);
tell("Object", () => [holder.Object(1) instanceof Number, Object.call(new Point(2), null)]);
tell("Array", () => [holder.Array(3).length, Array.call([1, 2], 5, 6)]);
tell("RegExp", () => holder.RegExp("a+", "g").source);
tell("Symbol", () => typeof holder.Symbol("a"));

// new.target
function Old(a) {
  if (!new.target) return new Old(a);
  this.a = a;
}
console.log(Old(1), { Old }.Old(2), new Old(3), Old.call({ constructor: 1 }, 4));
function Arrows() {
  const inner = () => [() => new.target === Arrows, () => new.target === undefined];
  this.told = inner().map((f) => f());
  return undefined;
}
console.log(new Arrows().told);
const plain = { constructor: Arrows };
Arrows.call(plain);
console.log(plain.told);
const methods = {
  method() { return new.target; },
  get getter() { return new.target; },
  *generator() { yield new.target; },
  async later() { return new.target; },
  field: class { static own = new.target; own = new.target; },
};
console.log(methods.method(), methods.getter, [...methods.generator()], methods.field.own, new methods.field().own);
methods.later().then((value) => console.log("later", value));
class Abstract {
  constructor() {
    if (new.target === Abstract) throw new TypeError("abstract");
    console.log(new.target.name);
  }
}
class Concrete extends Abstract { constructor(...rest) { const before = new.target; super(...rest); console.log(before === Concrete); } }
tell("abstract", () => new Abstract());
tell("concrete", () => new Concrete(1, 2));

// The number of arguments is right whatever the way.
function Counted(...rest) { return Object.assign(this ?? {}, { rest, count: arguments.length }); }
console.log(new Counted(1, 2), new Counted(1, 2, 3, 4, 5, 6), new Counted(...[1, 2, 3, 4, 5]), new Counted());
class Under extends Counted { constructor() { super(...[1, 2, 3, 4, 5], 6); } }
class Default extends Counted {}
console.log(new Under(), new Default(1, 2, 3, 4, 5), Reflect.construct(Counted, [1, 2, 3], Default));
const BoundCounted = Counted.bind(null, "first");
console.log(new BoundCounted("second"), Counted.call({}, 1));
console.log([1, 2].map(Counted.bind({ n: 1 })).length);

// Fields are there before parameters are looked at.
class Ordered { field = console.log("field"); constructor(a = console.log("parameter"), b = "field" in this) { console.log(b); } }
new Ordered();
