class Temperature {
  private celsius = 0;
  static #unit = "C";
  get fahrenheit(): number {
    return (this.celsius * 9) / 5 + 32;
  }
  set fahrenheit(f: number) {
    this.celsius = ((f - 32) * 5) / 9;
  }
  get readOnly() {
    return "fixed";
  }
  set writeOnly(v: string) {
    console.log("set", v);
  }
  static get unit() {
    return Temperature.#unit;
  }
  static set unit(u: string) {
    Temperature.#unit = u.toUpperCase();
  }
}
const t = new Temperature();
t.fahrenheit = 212;
console.log(t.fahrenheit, t);
t.fahrenheit += 9;
t.fahrenheit++;
console.log(t.fahrenheit);
try {
  (t as any).readOnly = "x";
} catch (e: any) {
  console.log(e.name);
}
t.writeOnly = "w";
console.log(t.writeOnly, Temperature.unit);
Temperature.unit = "k";
console.log(Temperature.unit);
class Warm extends Temperature {
  get readOnly() {
    return super.readOnly + "!" as "fixed";
  }
  get fahrenheit() {
    return Math.round(super.fahrenheit);
  }
  set fahrenheit(v) {
    super.fahrenheit = v + 1;
  }
}
const w = new Warm();
w.fahrenheit = 99;
console.log(w.fahrenheit, w.readOnly, "fahrenheit" in w, Object.keys(w));
const d = Object.getOwnPropertyDescriptor(Temperature.prototype, "fahrenheit")!;
console.log(typeof d.get, typeof d.set, d.enumerable, d.configurable);
