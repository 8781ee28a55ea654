// reference
function show(a: number, b: number): void {
  console.log(a, b, a % b);
}
show(5, 3);
show(-5, 3);
show(5, -3);
show(-5, -3);
show(-4, 2);
show(4, -2);
show(0, 5);
show(-0, 5);
show(5.5, 2);
show(-5.5, 2.25);
show(5, 0);
show(5, Infinity);
show(-5, -Infinity);
show(Infinity, 5);
show(NaN, 5);
show(1e308, 3);
show(1e-320, 3e-321);
show(2 ** 53, 3);
