// What was thrown, printed without asking what it is.
const thrown: unknown[] = [1, -0, 1.5, "text", "", true, null, undefined, NaN];
for (const value of thrown) {
  try {
    throw value;
  } catch (error) {
    console.log(error);
    console.log("caught", error);
    console.log(`caught ${error}`);
  }
}
async function fails(): Promise<number> {
  await null;
  throw "later";
}
try {
  await fails();
} catch (error) {
  console.log(error, 2);
}
console.log(new Error("a", { cause: "why" }).cause, new Error("b").cause);
