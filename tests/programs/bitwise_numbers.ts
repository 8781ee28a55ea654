// reference
function show(a: number, b: number): void {
  console.log(a & b, a | b, a ^ b, a << b, a >> b, a >>> b, ~a);
}
show(5, 3);
show(-5, 3);
show(5, -3);
show(0xffffffff, 4);
show(2147483648, 1);
show(-2147483648, 31);
show(4294967296, 0);
show(4294967295.9, 0);
show(-1, 0);
show(-1, 1);
show(1e20, 33);
show(-1e20, 2);
show(NaN, 1);
show(Infinity, 1);
show(1.9, 1.9);
show(-1.9, -1.9);
let u = -1 >>> 0;
console.log(u, u + 1, u >>> 31, -2147483648 >>> 0, (-1 >>> 0) / 2);
let h = 5381;
for (let i = 0; i < 20; i++) h = (h << 5) + h + i;
console.log(h, h | 0);
