// tsc: 2394 line 2
function f(a: string): string;
function f(a: number): number {
  return a;
}
console.log(f("a"));
