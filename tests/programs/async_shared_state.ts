// reference
let balance = 100;
let history: string[] = [];
async function withdraw(name: string, amount: number): Promise<boolean> {
  const seen = balance;
  await 0;
  if (seen < amount) {
    history.push(`${name} refused`);
    return false;
  }
  balance = seen - amount;
  history.push(`${name} left ${balance}`);
  return true;
}
const first = withdraw("first", 80);
const second = withdraw("second", 50);
console.log(await first, await second, balance);
for (const line of history) console.log(line);
console.log(await withdraw("third", 1000));
