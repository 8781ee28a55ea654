// reference
const scale = 3;
function a(x: number) {
  return b(x) * scale;
}
function b(x: number) {
  return x + offset;
}
const offset = 10;
function c() {
  return a(1) > 5;
}
function d(n: number) {
  if (n > 0) return n;
  return -n;
}
function e(n: number) {
  if (n > 0) {
    return "up";
  } else {
    return "down";
  }
}
function f() {
  return [d(1), d(-2)];
}
function g() {
  while (true) {
    if (d(1) === 1) return 5;
  }
}
function h(i: int) {
  return i * 2;
}
async function k() {
  return 7;
}
console.log(a(1), b(1), c(), d(-4), e(1), e(-1), f()[1], g(), h(4), await k());
