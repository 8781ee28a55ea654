// reference
let log = "";
function say(name: string, value: number): number {
  log += name;
  return value;
}
let a = [1, 2, 3];
a[say("i", 0)] = say("v", 5);
a[say("j", 1)] += say("w", 7);
console.log(1, log, a[0], a[1]);
let x = 1;
console.log(x + (x = 2), x, x + (x = 5) + x);
x = 10;
x += (x = 3) + x;
console.log(x);
x = 4;
console.log(x++ + x, x + x++, ++x * x--, x);
let i = 0;
a[i] = i = 2;
console.log(a[0], i);
i = 0;
a[i++] = i;
a[i++] = i++ + i;
console.log(a[0], a[1], i);
i = 1;
a[i] += i = 2;
console.log(a[1], i);
let b = a;
b[0] = (b = [9])[0];
console.log(a[0], b[0]);
let y = (x = 7) * 2;
let z = x = y = 1;
console.log(x, y, z);
console.log(say("1", 1) + say("2", 2) * say("3", 3), log);
function swap(p: number, q: number): string {
  return `${p},${q}`;
}
console.log(1, swap(x++, x++), x);
let m = [[1], [2]];
m[0][0] = m[1][0]++ + m[1][0];
console.log(m[0][0], m[1][0]);
