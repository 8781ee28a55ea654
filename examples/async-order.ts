// In which order tasks run: a called async function runs at once until it first waits, then its caller goes on.

async function work(name: string, turns: number): Promise<number> {
  for (let turn = 1; turn <= turns; turn++) {
    console.log(`${name}: turn ${turn} of ${turns}`);
    await pause();
  }
  return turns;
}

async function pause(): Promise<number> {
  return 0;
}

const tasks: Promise<number>[] = [];
tasks.push(work("first", 3));
tasks.push(work("second", 2));
console.log("both have begun");

let sum = 0;
for (let index = 0; index < tasks.length; index++) {
  sum += await tasks[index];
}
console.log(`${sum} turns in all`);
