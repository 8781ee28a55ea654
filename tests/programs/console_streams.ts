// reference
console.log("one");
console.error("first error", 1, -0, true, null, undefined);
console.info("two", 2);
console.warn();
console.debug("three");
console.error("long ".repeat(20000).length, "é😀".repeat(3));
console.error("100%", "%");
console.error("wide 😀 ".repeat(20000));
console.log("narrow ".repeat(20000));
for (let i = 0; i < 2000; i++) {
  if (i % 3 === 0) console.error(`${i} to errors`);
  else console.log(`${i} to output`);
}
async function later(name: string): Promise<void> {
  console.error(name, "waits");
  await sleep(1);
  console.log(name, "goes on");
}
await Promise.all([later("a"), later("b")]);
console.error("at the end");
