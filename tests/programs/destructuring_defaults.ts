// Defaults of parts: for what is missing, and for what is undefined; null is there.
const xs: (number | undefined)[] = [1, undefined, 3];
const [a, b = 10] = xs;
console.log(a, b);
const ys: (string | undefined)[] = [undefined, "s"];
const [p = "dp", q = "dq"] = ys;
console.log(p, q);
const t: [number, string | undefined] = [1, undefined];
const [t1, t2 = "dt"] = t;
console.log(t1, t2);
const zs: (number | null | undefined)[] = [null, undefined];
const [z1 = 5, z2 = 6] = zs;
console.log(z1, z2);
function f([u = 1, v = 2]: (number | undefined)[]): void { console.log(u, v); }
f([undefined, undefined]);
const { m = 3, n = "dn" }: { m?: number; n: string | undefined } = { n: undefined };
console.log(m, n);
