// Decorators in parentheses.
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
