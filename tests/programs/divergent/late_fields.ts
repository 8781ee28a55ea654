// Fields that are read before they have a value: JavaScript gives undefined.
class Base {
  constructor() {
    this.init();
  }
  init(): void {
    console.log("base");
  }
}
class Derived extends Base {
  n = 5;
  text: string | null = "text";
  override init(): void {
    console.log(this.n + 1);
  }
}
class Fine extends Base {
  n = 5;
  override init(): void {
    this.n = 3;
    console.log("fine", this.n++);
  }
}
// output: fine 3
const fine = new Fine();
// output: 5
console.log(fine.n);
try {
  new Derived();
} catch (e) {
// output: TypeError: the field 'n' is read before it has a value
  if (e instanceof TypeError) console.log(`${e}`);
}
class Own {
  a = 1;
  b: number;
  constructor() {
    console.log(this.sum());
    this.b = 2;
  }
  sum(): number {
    return this.a + this.b;
  }
}
// uncaught: TypeError: the field 'b' is read before it has a value
new Own();
