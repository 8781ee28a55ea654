// reference
let calls = 0;
function count(): number {
  return ++calls;
}
async function main(): Promise<void> {
  await Promise.resolve();
  console.log("main", calls);
}
function nothing(): void {
  calls += 10;
}
void main();
void count();
void nothing();
console.log(void 0, calls, void count(), calls, typeof void 0);
const ignore = (n: number): void => void (calls += n);
ignore(5);
const missing: number | undefined = calls > 0 ? void 0 : 1;
console.log(calls, missing ?? "none", (void nothing()) === undefined, calls);
function early(n: number): void {
  if (n > 1) return undefined;
  console.log("late");
}
early(1);
early(2);
