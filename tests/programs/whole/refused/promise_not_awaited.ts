// tsc: 2322 line 5
async function f() {
  return 5;
}
const n: number = f();
console.log(n);
