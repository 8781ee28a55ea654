// Iterator helpers that are asked while they run, and asynchronous iterators that are disposed of.
const attempts: (() => unknown)[] = [];
for (const name of ["map", "filter", "flatMap", "drop", "take"] as const) {
  attempts.push(() => {
    let depth = 0;
    const below: Iterator<number> = {
      next() {
        depth++;
        if (depth < 3) helper.next();
        return { done: depth > 5, value: depth };
      },
    };
    const argument: any = name === "take" || name === "drop" ? 2 : (x: number) => (name === "flatMap" ? [x] : x);
    const helper: any = (Iterator.from(below) as any)[name](argument);
    return [helper.next(), depth];
  });
}
async function* numbers(): AsyncGenerator<number> {
  try {
    yield 1;
    yield 2;
  } finally {
    console.log("closed");
  }
}
const proto = Object.getPrototypeOf(Object.getPrototypeOf(numbers.prototype));
console.log(Reflect.ownKeys(proto).includes(Symbol.asyncIterator), Object.getOwnPropertyNames(Object.getPrototypeOf(numbers.prototype)).sort());
console.log(proto[Symbol.asyncIterator].call(5));
const one = numbers();
console.log(await one.next());
await one[Symbol.asyncDispose]();
console.log(await one.next());
console.log([...[].keys()], [].includes(1 as never, { valueOf() { throw new Error("asked"); } } as any), [].indexOf(1 as never, { valueOf() { throw new Error("asked"); } } as any));
attempts.push(() => (Object.freeze([]) as any).pop(), () => Reflect.construct(Array, { length: 2, 0: "a", 1: "b" } as any), () => Reflect.construct(Array, 1 as any));
for (const attempt of attempts) {
  try {
    console.log(JSON.stringify(attempt()));
  } catch (error) {
    console.log((error as Error).constructor.name);
  }
}
