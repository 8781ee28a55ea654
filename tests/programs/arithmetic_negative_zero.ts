// reference
let zero = 0;
let minus = -zero;
console.log(minus, zero, 1 / minus, 1 / zero);
console.log(`${minus}`, "" + minus, String(minus));
console.log(minus === zero, minus < zero, minus + zero, minus + minus, minus - zero, zero - zero);
console.log(minus * 5, -5 * zero, zero / -3, -7 % 7);
console.log(Math.floor(-0.5), Math.ceil(-0.5), Math.trunc(-0.5), Math.abs(minus), Math.sqrt(minus), Math.floor(minus));
console.log(-0, 0 * -1, [minus][0]);
const held = -0;
console.log(held, 1 / held);
let i = 5;
console.log((i | 0) * -1 * 0, (i & 0) * -1, -(i & 0), 1 / ((i & 0) * -3));
let n = [1, 2].length;
console.log(-(n - 2), 0 * -n, (n - 2) * (n - 3));
