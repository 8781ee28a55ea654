// reference
const tasks: Promise<number>[] = [];
async function pause(): Promise<number> {
  return 0;
}
async function waitFor(other: number): Promise<number> {
  await pause();
  await pause();
  return (await tasks[other]) + 1;
}
tasks.push(waitFor(1));
tasks.push(waitFor(0));
console.log("waiting");
// output: waiting
console.log(await tasks[0]);
// limit: deadlock
