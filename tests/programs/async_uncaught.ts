// reference
async function fail(): Promise<void> {
  await 0;
  throw new Error("from a task");
}
console.log("before");
await fail();
console.log("never");
