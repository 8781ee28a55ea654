class Slider {
  static #count = 0;
  static get count() { return Slider.#count; }
  static set count(value) { Slider.#count = value; }
  private _value = 50;
  get value() { return this._value; }
  set value(v) { this._value = Math.min(100, Math.max(0, v)); this.listener?.(this._value); }
  set label(v) { this._label = v.trim(); }
  get label(): string { return this._label.toUpperCase(); }
  private _label = "none";
  listener: ((v: number) => void) | null = null;
}
const s = new Slider();
const seen: number[] = [];
s.listener = v => seen.push(v);
s.value = 70; s.value += 100; s.value -= 500; s.label = "  vol ";
Slider.count += 2; Slider.count++;
const o = { n: 1, get half() { return this.n / 2; }, set half(h: number) { this.n = h * 2; } };
o.half = 10;
console.log(s.value, s.label, seen.join(), Slider.count, o.n, o.half);
