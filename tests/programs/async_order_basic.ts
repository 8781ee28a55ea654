// reference
async function worker(name: string, rounds: number): Promise<void> {
  for (let i = 0; i < rounds; i++) {
    console.log(`${name} ${i}`);
    await 0;
  }
  console.log(`${name} done`);
}
console.log("start");
const a = worker("a", 3);
const b = worker("b", 2);
console.log("spawned");
await a;
console.log("after a");
await b;
console.log("after b");
