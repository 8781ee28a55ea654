type Check<T> = (value: T) => string | null;
class Schema<T> {
  protected constructor(protected readonly checks: readonly Check<T>[] = []) {}
  protected with(check: Check<T>): this {
    const Self = this.constructor as new (checks: readonly Check<T>[]) => this;
    return new Self([...this.checks, check]);
  }
  test(value: T): string[] {
    return this.checks.map((c) => c(value)).filter((e): e is string => e !== null);
  }
}
class Text extends Schema<string> {
  static create() {
    return new Text();
  }
  min(n: number) {
    return this.with((s) => (s.length < n ? `shorter than ${n}` : null));
  }
  starts(p: string) {
    return this.with((s) => (s.startsWith(p) ? null : `does not start with ${p}`));
  }
}
class Num extends Schema<number> {
  static create() {
    return new Num();
  }
  int() {
    return this.with((n) => (Number.isInteger(n) ? null : "no integer"));
  }
  between(lo: number, hi: number) {
    return this.with((n) => (n >= lo && n <= hi ? null : `not in ${lo}..${hi}`));
  }
}
const name = Text.create().min(3).starts("A");
const age = Num.create().int().between(0, 150);
console.log(name.test("Ann"), name.test("b"), age.test(5), age.test(200.5));
const base = Text.create().min(2);
const strict = base.starts("x");
console.log(base.test("ab"), strict.test("ab"), strict instanceof Text, base !== (strict as Schema<string>));
function validate<T extends Record<string, any>>(value: T, rules: { [K in keyof T]?: Schema<T[K]> }): Partial<Record<keyof T, string[]>> {
  const errors: Partial<Record<keyof T, string[]>> = {};
  for (const key in rules) {
    const found = rules[key]!.test(value[key]);
    if (found.length) errors[key] = found;
  }
  return errors;
}
console.log(validate({ name: "Al", age: 30, other: true }, { name, age }), validate({ name: "Anna", age: -1 }, { name, age }));
