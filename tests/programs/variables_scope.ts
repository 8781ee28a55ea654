// reference
let x = 1;
{
  let x = 2;
  console.log(x);
  {
    let x = "three";
    console.log(x);
  }
  x += 10;
  console.log(x);
}
console.log(x);
for (let x = 0; x < 2; x++) {
  let y = x * 10;
  console.log(x, y);
}
if (x === 1) {
  const x = true;
  console.log(x);
}
function f(x: number): number {
  let result = x;
  {
    let x = 100;
    result += x;
  }
  for (const x of [1, 2]) result += x;
  return result + x;
}
console.log(f(5), x);
const a = 1, b = a + 1, c = b * 2;
let d: number, e = 5;
d = e;
console.log(a, b, c, d, e);
try {
  let x = 9;
  throw new Error(`${x}`);
} catch (x) {
  if (x instanceof Error) console.log(x.message);
}
console.log(x);
