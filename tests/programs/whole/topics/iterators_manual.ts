class Range implements Iterable<number> {
  constructor(private from: number, private to: number, private step = 1) {}
  [Symbol.iterator](): Iterator<number> {
    let at = this.from;
    const { to, step } = this;
    return {
      next(): IteratorResult<number> {
        if (at >= to) return { done: true, value: undefined };
        const value = at;
        at += step;
        return { done: false, value };
      },
    };
  }
}
console.log([...new Range(0, 5)], Math.max(...new Range(0, 10, 3)), Array.from(new Range(1, 4), (x) => x * x));
const [a, b] = new Range(7, 9);
console.log(a, b, new Set(new Range(0, 3)).size);
const it = new Range(0, 2)[Symbol.iterator]();
console.log(it.next(), it.next(), it.next(), it.next());
function closing(name: string): IterableIterator<number> {
  let n = 0;
  return {
    next: () => ({ done: false, value: n++ }),
    return(value?: any) {
      console.log(name, "closed after", n);
      return { done: true, value };
    },
    [Symbol.iterator]() {
      return this;
    },
  };
}
for (const x of closing("break")) if (x === 2) break;
outer: for (const x of closing("outer")) {
  for (const y of closing("inner")) {
    if (y === 1) continue outer;
    if (x === 1) break outer;
  }
}
function f() {
  for (const x of closing("return")) if (x > 0) return x;
}
console.log(f());
try {
  for (const x of closing("throw")) if (x > 0) throw new Error("out");
} catch (e) {
  console.log((e as Error).message);
}
const [p] = closing("destructuring");
console.log(p);
