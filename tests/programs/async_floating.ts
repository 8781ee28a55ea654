// reference
async function say(text: string, turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) await 0;
  console.log(text);
}
say("third", 3);
say("first", 1);
say("now", 0);
say("second", 2);
console.log("end of main");
async function both(): Promise<void> {
  say("inner", 1);
  await say("waited", 2);
  console.log("both done");
}
both();
