// reference
function risky(n: number): number {
  if (n < 0) throw new Error("negative");
  if (n === 0) throw new Error(`zero ${n}`);
  return n;
}
for (let i = -1; i < 2; i++) {
  try {
    console.log("got", risky(i));
  } catch (e) {
    if (e instanceof Error) console.log("caught", `${e.name}: ${e.message}`);
  }
}
try {
  try {
    risky(-5);
  } catch (e) {
    console.log("inner");
    throw e;
  }
} catch (e) {
  if (!(e instanceof Error)) throw e;
  console.log(`outer ${e.message}`);
}
try {
  throw new Error();
} catch {
  console.log("no name");
}
const kept = new Error("kept");
try {
  throw kept;
} catch (e) {
  if (e instanceof Error && e.message === "kept") console.log("same message");
  console.log(e instanceof Error ? e.message.length : -1);
  console.log(e instanceof Error, e instanceof RangeError, e instanceof TypeError);
}
console.log(`${kept.message} ${kept.name}`);
function deep(n: number): number {
  if (n === 0) throw new Error("bottom");
  return deep(n - 1) + 1;
}
try {
  console.log(deep(50));
} catch (e) {
  console.log(e instanceof Error && e.message === "bottom");
}
let x = 1;
try {
  x = 2;
  x += risky(-1);
} catch (e) {
  x *= 10;
}
console.log(x);
