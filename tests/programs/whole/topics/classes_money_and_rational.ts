class Rational {
  static readonly zero = new Rational(0, 1);
  private constructor(readonly n: number, readonly d: number) {}
  static of(n: number, d = 1): Rational {
    if (d === 0) throw new RangeError("zero denominator");
    const g = Rational.#gcd(Math.abs(n), Math.abs(d)) * Math.sign(d);
    return new Rational(n / g, d / g);
  }
  static #gcd(a: number, b: number): number {
    return b ? Rational.#gcd(b, a % b) : a;
  }
  static parse(text: string) {
    const [n, d = "1"] = text.split("/");
    return Rational.of(Number(n), Number(d));
  }
  plus(o: Rational) {
    return Rational.of(this.n * o.d + o.n * this.d, this.d * o.d);
  }
  times(o: Rational) {
    return Rational.of(this.n * o.n, this.d * o.d);
  }
  get inverse() {
    return Rational.of(this.d, this.n);
  }
  valueOf() {
    return this.n / this.d;
  }
  toString() {
    return this.d === 1 ? `${this.n}` : `${this.n}/${this.d}`;
  }
  toJSON() {
    return this.toString();
  }
}
const a = Rational.parse("1/2");
const b = Rational.of(-3, -4);
console.log(`${a.plus(b)}`, String(a.times(b)), +a, a < b, b > a, a.plus(b).inverse + "", JSON.stringify([a, b]));
console.log([a, b, Rational.of(1, 3)].sort((x, y) => +x - +y).join(" "), a.plus(Rational.of(1, 2)) + "", Rational.of(6, -8) + "");
try {
  Rational.zero.inverse;
} catch (e) {
  console.log((e as Error).message);
}
let h = Rational.zero;
for (let i = 1; i <= 10; i++) h = h.plus(Rational.of(1, i));
console.log(`${h}`, h.valueOf().toFixed(6), h);
class Complex {
  constructor(public re: number, public im = 0) {}
  add = (o: Complex) => new Complex(this.re + o.re, this.im + o.im);
  mul = (o: Complex) => new Complex(this.re * o.re - this.im * o.im, this.re * o.im + this.im * o.re);
  get abs() {
    return Math.hypot(this.re, this.im);
  }
  toString() {
    return `${this.re}${this.im < 0 ? "-" : "+"}${Math.abs(this.im)}i`;
  }
}
console.log(`${new Complex(1, 2).mul(new Complex(3, -1))}`, new Complex(3, 4).abs);
const rows: string[] = [];
for (let y = -1; y <= 1; y += 0.5) {
  let row = "";
  for (let x = -2; x <= 0.5; x += 0.25) {
    let z = new Complex(0);
    let i = 0;
    for (; i < 30 && z.abs < 2; i++) z = z.mul(z).add(new Complex(x, y));
    row += i === 30 ? "#" : i > 5 ? "+" : ".";
  }
  rows.push(row);
}
console.log(rows.join("\n"));
