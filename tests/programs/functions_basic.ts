// reference
function add(a: number, b: number): number {
  return a + b;
}
function greet(name: string): string {
  return `Hello, ${name}!`;
}
function nothing(): void {}
function early(x: number): void {
  if (x < 0) return;
  console.log("not negative", x);
}
function inferred(x: number) {
  return x > 0 ? "positive" : "other";
}
console.log(add(1, 2), greet("you"), inferred(3), inferred(-3));
nothing();
early(-1);
early(1);
console.log(hoisted(4), add(add(1, 2), add(3, 4)));
function hoisted(x: number): number {
  function inner(y: number): number {
    return y * 2;
  }
  return inner(x) + inner(1);
}
{
  console.log(local());
  function local(): string {
    return "in a block";
  }
}
function many(a: number, b: int, c: boolean, d: string, e: number[]): string {
  return `${a} ${b} ${c} ${d} ${e.length}`;
}
console.log(many(1.5, 2, true, "four", [5]));
function shadow(add: number): number {
  return add + 1;
}
console.log(shadow(1));
add(1, 2);
