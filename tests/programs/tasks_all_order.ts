// reference
// Who waits for a promise alone and who waits for it among others go on in the order in which they came.
async function later(turns: number): Promise<number> {
  for (let i = 0; i < turns; i++) await Promise.resolve(i);
  return turns;
}
async function named(name: string, given: Promise<number>): Promise<string> {
  await given;
  console.log(name, "has it");
  return name;
}
async function follow(name: string, given: Promise<string>): Promise<void> {
  await given;
  console.log(name, "follows");
}
async function all(name: string, given: Promise<number>[]): Promise<void> {
  const values = await Promise.all(given);
  console.log(name, values.length);
}
const slow = later(5);
const quick = later(2);
const first = all("first", [slow, quick]);
const alone = follow("alone", named("alone", slow));
const second = all("second", [quick, slow, slow]);
const more = follow("more", named("more", slow));
const third = all("third", [slow]);
const ready = all("ready", [later(0), later(0)]);
const none = all("none", []);
await first;
await alone;
await second;
await more;
await third;
await ready;
await none;
const nested = await Promise.all([later(1), Promise.all([slow, later(3)])]);
console.log(nested[0], nested[1][1]);
