// tsc: 2345 line 6
function f(a: string): string;
function f(a: any) {
  return a;
}
console.log(f(1));
