// tsc: 1308 line 3
function f() {
  const x = await Promise.resolve(1);
  return x;
}
console.log(f());
