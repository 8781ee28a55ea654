// Decorators in parentheses, and private ones.
const decorators: any = { list: [(v: any, c: any) => console.log("listed", c.name)] };
const isOn: boolean = true;
@((value: any, context: any) => console.log("arrow", context.kind, context.name))
class A {
  @(isOn ? decorators.list[0] : decorators.none) m(): void {}
  @(decorators.list[0]) n(): void {}
  @(function (_v: any, c: any) { console.log("function", c.name); }) static o = 1;
  @(new (class { make = (_v: any, c: any) => console.log("made", c.name); })().make) p = 1;
  x = 1;
}
const B = @((v: any) => v) class {};
console.log(new A(), B.name);
class Private {
  static #dec(_v: unknown, c: { name: unknown }): void {
    console.log("private", c.name);
  }
  static #box = { dec: Private.#dec };
  static make(): unknown {
    class D {
      @Private.#dec m(): void {}
      @Private.#box.dec n(): void {}
    }
    return new D();
  }
  // @ts-ignore: a field without a type.
  accessor
  x = 1;
  // @ts-ignore: as before.
  static accessor
  y = 2;
}
Private.make();
console.log(Object.keys(new Private()), Object.keys(Private));
