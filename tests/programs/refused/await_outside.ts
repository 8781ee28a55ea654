// expect: P1008 line 3
function f(): void {
  await 1;
}
