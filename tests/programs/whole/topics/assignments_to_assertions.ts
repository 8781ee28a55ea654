// What is assigned to a type assertion must fit the asserted type.
let n: number = 1;
(n as any) = "x";
console.log(n);
let o: { a: number; readonly r: number } = { a: 1, r: 2 };
(o.a as any) = "y";
(o.a as unknown) += "z";
console.log(o);
(o as any) = 5;
console.log(o);
let a: Float64Array = new Float64Array(2);
(<any>a) = undefined;
console.log(a);
function any(x: unknown): any {
  return x;
}
let m: number | undefined = 1;
m! = any("not a number");
console.log(m);
m!++;
console.log(m);
let k = 1;
for ((k as any) of ["a", "b"]) console.log(k);
console.log(k, n);
let w = 1;
(w as any) += "1";
(<any>w) ||= 5;
console.log(w);
