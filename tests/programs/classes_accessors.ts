// Getters and setters: on objects and classes, inherited, compound assignment, order of evaluation.
class Temperature {
  private celsius = 0;
  reads = 0;
  get fahrenheit(): number {
    this.reads++;
    return (this.celsius * 9) / 5 + 32;
  }
  set fahrenheit(value: number) {
    console.log("set", value);
    this.celsius = ((value - 32) * 5) / 9;
  }
  get isCold(): boolean {
    return this.celsius < 10;
  }
}
const t = new Temperature();
console.log(t.fahrenheit, t.isCold);
t.fahrenheit = 212;
console.log(t.fahrenheit, t.isCold, t.reads);
t.fahrenheit += 18;
console.log(t.fahrenheit++, t.fahrenheit, --t.fahrenheit);
const assigned = (t.fahrenheit = 50);
console.log(assigned, t.reads);

class Settings {
  static #level = 1;
  static get level(): number {
    return Settings.#level;
  }
  static set level(value: number) {
    Settings.#level = value * 10;
  }
}
Settings.level = 4;
Settings.level += 1;
console.log(Settings.level);

class Named {
  constructor(protected text: string) {}
  get name(): string {
    return this.text;
  }
  set name(value: string) {
    this.text = value;
  }
}
class Loud extends Named {
  override get name(): string {
    return super.name + "!";
  }
  override set name(value: string) {
    this.text = value + "?";
  }
}
function make(which: string): Named {
  console.log("make", which);
  return which === "loud" ? new Loud("x") : new Named("y");
}
function value(text: string): string {
  console.log("value", text);
  return text;
}
const n = make("loud");
n.name = value("z");
console.log(n.name, make("named").name);
make("loud").name = value("q");
make("loud").name += value("r");
const maybe: Named | null = n.name.length > 1 ? n : null;
console.log(maybe?.name);
