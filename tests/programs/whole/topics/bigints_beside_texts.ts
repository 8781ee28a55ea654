// Bigints are compared with texts as bigints; an iterator whose values are awaited is asked for `next` once.
const values: any[] = [1n, 9007199254740993n, "0.", "1", "x", "", "0x10", "  12  ", "9007199254740992", undefined, null, true, 1.5, { valueOf: () => "1" }, [2]];
for (const left of values) {
  if (typeof left !== "bigint") continue;
  for (const right of values) {
    console.log(left, typeof right, left < right, left <= right, right < left, right >= left, left == right, right != left);
  }
}
console.log((12n as any) == "  12  ", (15n as any) < "0x10", ("9007199254740993" as any) == 9007199254740993n);

const log: string[] = [];
const source: any = {
  [Symbol.iterator]() {
    let count = 0;
    return {
      get next() {
        log.push("get next");
        return (given: unknown) => {
          log.push("next " + given);
          return { value: Promise.resolve(++count), done: count > 2 };
        };
      },
    };
  },
};
async function* delegating(): AsyncGenerator<number, number, string> {
  return yield* source;
}
const numbers = delegating();
console.log(await numbers.next("a"), await numbers.next("b"), await numbers.next("c"));
for await (const x of source) console.log(x);
console.log(log.join("; "));
