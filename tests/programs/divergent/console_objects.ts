// Objects of unknown type cannot be printed yet: an error at run time.
const values: unknown[] = [new Error("e"), { a: 1 }, [1, 2], () => 1];
for (const value of values) {
  try {
    console.log("shown", value);
  } catch (e) {
    if (e instanceof TypeError) console.log(e.message);
  }
}
// output: arrays, functions and objects of a dynamic type have no text yet
// output: arrays, functions and objects of a dynamic type have no text yet
// output: arrays, functions and objects of a dynamic type have no text yet
// output: arrays, functions and objects of a dynamic type have no text yet
function show(label: unknown): void {
  try {
    console.log(label, 1);
  } catch (e) {
    if (e instanceof Error) console.log(e.message);
  }
}
show("%s");
// output: console.log: format strings (%s, %d and so on) are not supported yet; pass one template string
