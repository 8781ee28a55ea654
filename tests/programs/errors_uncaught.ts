// reference
function fail(text: string): number {
  throw new Error(`no ${text}`);
}
console.log("before");
console.log(fail("luck"));
console.log("never");
