// reference
const tasks: Promise<number>[] = [];
async function pause(): Promise<number> {
  return 0;
}
async function waitForMyself(): Promise<number> {
  await pause();
  await pause();
  return await tasks[0];
}
tasks.push(waitForMyself());
try {
  console.log(await tasks[0]);
} catch (error) {
  if (error instanceof Error) {
    console.log(error.message);
  }
}
// output: a task cannot await itself
await tasks[0];
// uncaught: TypeError: a task cannot await itself
