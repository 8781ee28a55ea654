function Person(this: any, name: string) {
  this.name = name;
}
Person.prototype.greet = function (this: any) {
  return "hi " + this.name;
};
const P: any = Person;
const p = new P("Pat");
console.log(p.greet(), p instanceof P, p.constructor === Person, P.prototype.constructor === P);
function Child(this: any, name: string) {
  P.call(this, name);
  this.child = true;
}
Child.prototype = Object.create(Person.prototype);
Child.prototype.constructor = Child;
const c = new (Child as any)("Cy");
console.log(c.greet(), c instanceof P, c.child, Object.keys(c));
function Returns(this: any) {
  this.ignored = 1;
  return { returned: true };
}
console.log(new (Returns as any)());
function ReturnsPrimitive(this: any) {
  this.kept = 1;
  return 5;
}
console.log(new (ReturnsPrimitive as any)().kept);
function target() {
  return new.target === undefined ? "called" : "constructed";
}
console.log(target());
class T {
  kind: string;
  constructor() {
    this.kind = new.target.name;
  }
}
class U extends T {}
console.log(new T().kind, new U().kind);
try {
  (T as any)();
} catch (e: any) {
  console.log(e.name, e.message);
}
console.log(Reflect.construct(T, [], U) instanceof U);
