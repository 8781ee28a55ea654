// reference
class A { who(): string { return "A"; } tell(): string { return "I am " + this.who(); } }
class B extends A { who(): string { return "B>" + super.who(); } }
class C extends B { who(): string { return "C>" + super.who(); } }
const list: A[] = [new A(), new B(), new C()]; for (const x of list) console.log(x.tell(), x instanceof B, x instanceof C);
