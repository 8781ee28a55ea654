// expect: P3012 line 5
async function f(): Promise<void> {
  await 1;
}
if (f()) console.log(1);
