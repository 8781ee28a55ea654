// reference
async function delayed(value: number, milliseconds: number): Promise<number> {
  await sleep(milliseconds);
  return value;
}
async function failing(message: string): Promise<number> {
  await Promise.resolve();
  throw new RangeError(message);
}
async function nothing(): Promise<void> {}
function message(e: unknown): string {
  return e instanceof Error ? e.message : "?";
}

await delayed(1, 2).then((value) => console.log("then", value));
await delayed(2, 1)
  .then((value) => value * 10)
  .then((value) => delayed(value + 1, 1))
  .then((value) => `${value}!`)
  .then((text) => console.log(text));
failing("a").catch((e) => console.log("caught", message(e)));
failing("b").then(
  (value) => console.log("never", value),
  (e) => console.log("second", message(e)),
);
console.log(await failing("c").catch(() => -1));
console.log(await failing("d").then((value) => value + 1).catch((e) => message(e).length));
console.log(await failing("e").then((value) => value + 1, async () => 7));
console.log(await delayed(3, 1).catch(() => "no number"));
console.log(await delayed(4, 1).finally(() => console.log("finally")));
try {
  await failing("f").finally(async () => {
    await sleep(1);
    console.log("waited for");
  });
} catch (e) {
  console.log(message(e));
}
try {
  await nothing().finally(() => {
    throw new TypeError("from finally");
  });
} catch (e) {
  console.log(message(e));
}
try {
  await nothing().then(() => {
    throw new TypeError("from then");
  });
} catch (e) {
  console.log(message(e));
}
await nothing()
  .then(() => console.log("after nothing"))
  .catch(() => console.log("never"))
  .finally(() => console.log("last"));
console.log(await nothing().then(() => 5), await Promise.resolve("7").then(Number), await Promise.resolve(8).then(String));
await Promise.resolve("shown").then(console.log);
failing("g").catch(() => console.log("a value or nothing"));
console.log(await failing("h").catch(message));
function double(x: number): number {
  return 2 * x;
}
console.log(await Promise.all([1, 2, 3].map((x) => delayed(x, 1).then(double))).then((all) => all.join()));

// Turns: everything goes on when it does in JavaScript.
let turn = "";
async function count(label: string, turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) {
    await undefined;
    turn += `${label}${i} `;
  }
}
const chains: Promise<void>[] = [
  count("t", 9),
  Promise.resolve(1).then((x) => x + 1).then(() => { turn += "then "; }),
  Promise.resolve(1).then((x) => Promise.resolve(x)).then(() => { turn += "promise "; }),
  Promise.resolve(1).then(async (x) => x).then(() => { turn += "async "; }),
  Promise.resolve(1).catch(() => 2).then(() => { turn += "catch "; }),
  Promise.resolve(1).finally(() => {}).then(() => { turn += "finally "; }),
  nothing().finally(() => nothing()).then(() => { turn += "nothing "; }),
  failing("x").finally(() => {}).catch(() => 0).then(() => { turn += "failed "; }),
  failing("x").then((x) => x).catch(() => Promise.resolve(3)).then(() => { turn += "caught "; }),
  failing("x").then(() => {}, () => {}).then(() => { turn += "both "; }),
  count("u", 9),
];
await Promise.all(chains);
console.log(turn);

async function positive(n: number): Promise<number> {
  if (n < 0) return Promise.reject(new RangeError(`${n} is negative`));
  return n;
}
function checked(n: number): Promise<string> {
  return n > 9 ? Promise.reject(new Error("too large")) : Promise.resolve(`${n}`);
}
console.log(await positive(1), await positive(-1).catch(message), await checked(3), await checked(12).catch(message));
try {
  await Promise.reject("a reason");
} catch (e) {
  console.log(typeof e, e === "a reason");
}
const given: Promise<number> = Promise.reject(new Error("later"));
console.log(await given.then((x) => `${x}`, message));
let turns = "";
await Promise.all([
  count("v", 3).then(() => { turns += "v"; }),
  Promise.reject(1).catch(() => { turns += "r"; }),
  Promise.resolve(1).then(() => { turns += "s"; }),
]);
console.log(turns);
