// `Array.from` with a function calls it for each value as soon as the iterator gives it, and closes the iterator when it throws.
const numbers: any = (count: number) => {
  let i = 0;
  return {
    [Symbol.iterator]() {
      console.log("begin");
      return this;
    },
    next() {
      console.log("next", i);
      return i < count ? { value: i++, done: false } : { value: undefined, done: true };
    },
    return() {
      console.log("closed");
      return {};
    },
  };
};
console.log(Array.from(numbers(2), (x: any, i: any) => {
  console.log("call", x, i);
  return x * 2;
}));
try {
  Array.from(numbers(3), (x: any) => {
    if (x === 1) throw new Error("stop");
  });
} catch (e: any) {
  console.log(e.message);
}
console.log(Array.from(new Map([[1, 2]]), (x: any) => x), Array.from("ab", (x, i) => x + i), Array.from({ length: 2 }, (_, i) => i));
console.log(Array.from([3, 4], function (this: any, x) { return [this.k, x]; }, { k: 1 }), Array.from(new Set([1]), String));
