class A {
  tag = "a";
  constructor(protected log: string[]) {
    log.push("A:" + this.tag);
    this.init();
  }
  init() {
    this.log.push("A.init");
  }
  who() {
    return "A";
  }
}
class B extends A {
  tag = "b";
  extra = this.tag + "+";
  constructor(log: string[]) {
    log.push("before super");
    super(log);
    log.push("B:" + this.tag + this.extra);
  }
  init() {
    super.init();
    this.log.push("B.init " + this.extra);
  }
  who() {
    return super.who() + "B";
  }
}
class C extends B {
  who() {
    return super.who() + "C";
  }
  up() {
    return [super.who(), A.prototype.who.call(this)];
  }
}
const log: string[] = [];
const c = new C(log);
console.log(log);
console.log(c.who(), c.up());
console.log(c instanceof A, c instanceof C, c.constructor === C, Object.getPrototypeOf(C.prototype) === B.prototype);
const arrowSuper = new (class extends C {
  who() {
    const f = () => super.who();
    return f() + "D";
  }
  get tagged() {
    return (() => this.tag + super.who())();
  }
})([]);
console.log(arrowSuper.who(), arrowSuper.tagged);
