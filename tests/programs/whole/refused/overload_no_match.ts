// tsc: 2769 line 7
function f(a: string): string;
function f(a: number): number;
function f(a: any) {
  return a;
}
console.log(f(true));
