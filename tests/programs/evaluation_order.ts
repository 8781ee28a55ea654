// reference
// Operands are computed from left to right, whatever they are for.
let log: string[] = [];
function t(n: number): number {
  log.push(`${n}`);
  return n;
}
function o(n: number): { b: number; d: number } {
  log.push(`${n}`);
  return { b: n, d: -n };
}
function seen(n: number): { b: number } {
  return {
    get b(): number {
      log.push(`get ${n}`);
      return n;
    },
  };
}
function done(...values: number[]): void {
  console.log(`${log.join(" ")} | ${values.join(" ")}`);
  log = [];
}

const first = { a: t(1), ...o(2), c: t(3) };
done(first.a, first.b, first.c, first.d);
const second = { ...o(1), a: t(2), ...seen(3), c: t(4) };
done(second.a, second.b, second.c, second.d);
const third = { ...seen(1), b: t(2), e: t(3) };
done(third.b, third.e);

let held = { x: 1 };
const before = { ...held, y: (held.x = t(5)) };
done(before.x, before.y, held.x);

function failing(): { b: number; d: number } {
  throw new Error("failing");
}
try {
  const never = { a: t(1), ...failing(), c: t(2) };
  done(never.a);
} catch (error) {
  done(error instanceof Error ? error.message.length : 0);
}

// Closures that the head of a `for` makes see its variables as they were before the first round.
const made: (() => number)[] = [];
for (let i = 0, n = made.push(() => i + 100); i < 2; made.push(() => i * 10), i++) {
  made.push(() => i + n);
  if (i === 0) made.push(() => i++);
}
done(...made.map((f) => f()));
done(...made.map((f) => f()));

// The object of a target is found before the value, which may assign the variable that held it.
class Pair {
  constructor(readonly name: string, public value: number) {}
  get twice(): number {
    return this.value * 2;
  }
  set twice(given: number) {
    log.push(`${this.name}=${given}`);
    this.value = given / 2;
  }
}
const one = new Pair("one", 1);
const two = new Pair("two", 2);
let pair = one;
pair.twice = ((pair = two), t(10));
pair = one;
pair.twice += ((pair = two), t(20));
pair = one;
pair.value += ((pair = two), t(30));
pair = one;
pair.twice &&= ((pair = two), t(40));
done(one.value, two.value, pair.value);

class Sum extends Pair {
  constructor(readonly parts: number[], more = t(60)) {
    super("sum", parts.reduce((sum, part) => sum + t(part), more));
  }
}
done(new Sum([1, 2]).value);
