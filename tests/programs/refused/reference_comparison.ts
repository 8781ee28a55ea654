// expect: P3017 line 6
async function f(): Promise<void> {
  await 1;
}
let a = f();
console.log(a === a);
