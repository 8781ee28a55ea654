// @ts-nocheck
// Names that nothing declares are properties of the global object, whatever the library calls its own parts.
function attempt(label, f) {
  try {
    console.log(label, f());
  } catch (error) {
    console.log(label, String(error));
  }
}
attempt("before", () => describe("x"));
attempt("typeof before", () => typeof describe);
attempt("assigned before", () => (describe = 1));
globalThis.describe = (name) => `described ${name}`;
attempt("after", () => describe("x"));
attempt("typeof after", () => typeof describe);
describe = (name) => `again ${name}`;
attempt("assigned", () => describe("y") + globalThis.describe("z"));
Object.assign(globalThis, { counter: 1 });
counter++;
counter += 10;
console.log(counter, globalThis.counter, "counter" in globalThis);
attempt("shorthand", () => ({ counter }).counter);
delete globalThis.counter;
attempt("deleted", () => counter);
attempt("typeof deleted", () => typeof counter);
attempt("tagged", () => describe`a`);
attempt("new", () => new notThere());
attempt("toText", () => toText(1));
attempt("getProperty", () => getProperty({ a: 1 }, "a"));
Object.defineProperty(globalThis, "fixed", { value: 5 });
attempt("fixed", () => (fixed = 6));
attempt("fixed stays", () => fixed);
