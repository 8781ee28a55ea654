// reference
let log = "";
async function leaf(name: string): Promise<string> {
  log += `<${name}`;
  await 0;
  log += `${name}>`;
  return name;
}
async function branch(name: string): Promise<string> {
  const left = leaf(name + "l");
  const right = leaf(name + "r");
  return (await right) + (await left);
}
const a = branch("a");
const b = branch("b");
log += "|";
console.log(1, await a, await b);
console.log(log);
async function chain(n: number): Promise<number> {
  if (n === 0) return 0;
  return (await chain(n - 1)) + 1;
}
async function count(): Promise<number> {
  let n = 0;
  while (!finished) {
    n++;
    await 0;
  }
  return n;
}
let finished = false;
const counter = count();
console.log(await chain(5));
finished = true;
console.log(await counter);
console.log(1 + (await 2) * (await leaf("x")).length, [await 1, await 2].length);
let x = 1;
async function change(): Promise<number> {
  x = 10;
  return 1;
}
console.log(x + (await change()) + x);
