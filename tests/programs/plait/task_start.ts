// reference
// Tasks that are started as such: arguments, results, turns, and what is there before they begin.
const order: string[] = [];
const sum = Task.start(
  async (a: number, b: string) => {
    order.push("begin");
    await sleep(5);
    return a + b.length;
  },
  2,
  "xyz",
);
order.push("started");
console.log(sum.isDone, sum.isCancelled, sum instanceof Promise);
console.log(await sum, sum.isDone, sum.cancel(), sum.isCancelled);
console.log(order.join(", "));

const plain: Task<number> = Task.start(() => 7);
console.log(await plain);
const nested: Task<string> = Task.start(async () => Task.start(async (x: string) => x + x, "ab"));
console.log(await nested);

class Account {
  balance = 10;
  async add(by: number): Promise<number> {
    await sleep(1);
    return (this.balance += by);
  }
}
const account = new Account();
console.log(await Task.start(account.add.bind(account), 5), account.balance);

const failing = Task.start((): number => {
  throw new RangeError("failed");
});
try {
  await failing;
} catch (error) {
  console.log(String(error), failing.isDone);
}
try {
  (Task as any).start(5);
} catch (error) {
  console.log(String(error));
}
try {
  new (Task as any)();
} catch (error) {
  console.log(String(error));
}

// Many, which take turns.
const turns: number[] = [];
await Promise.all(
  [0, 1, 2].map((n) =>
    Task.start(async () => {
      for (let i = 0; i < 3; i++) {
        turns.push(n);
        await null;
      }
    }),
  ),
);
console.log(turns.join(""));
// output: false false true
// output: 5 true false false
// output: started, begin
// output: 7
// output: abab
// output: 15 15
// output: RangeError: failed true
// output: TypeError: 5 is not a function
// output: TypeError: a task is started by Task.start
// output: 012012012
