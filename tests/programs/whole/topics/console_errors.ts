const e = new Error("message here");
const first = (v: string) => v.split("\n")[0];
console.log(first(e.stack!), first(new TypeError("t").stack!));
class Custom extends Error {}
class Named extends Error {
  name = "NamedError";
}
console.log(first(new Custom("c").stack!), first(new Named("n").stack!), String(new Named("n")), `${new Custom("c")}`);
console.log([e.message], e.name, { message: e.message }, Object.getOwnPropertyNames(e).includes("stack"));
const noStack = new Error("without stack");
noStack.stack = undefined;
console.log(noStack);
const shortStack = new RangeError("r");
shortStack.stack = "RangeError: r";
console.log(shortStack, [shortStack], { error: shortStack });
const withProps: any = new Error("p");
withProps.stack = "Error: p";
withProps.code = "E1";
withProps.details = { a: [1] };
console.log(withProps);
const caused = new Error("outer", { cause: shortStack });
caused.stack = "Error: outer";
console.log(caused);
