function* lazyRange(n: number, log: string[]) {
  for (let i = 0; i < n; i++) {
    log.push("make " + i);
    yield i;
  }
  log.push("end");
}
const log: string[] = [];
for (const x of lazyRange(3, log)) {
  log.push("use " + x);
  if (x === 1) continue;
}
console.log(log.join(", "));
function* nested() {
  for (let i = 0; i < 2; i++) {
    switch (i) {
      case 0:
        yield "zero";
      case 1:
        yield "fall " + i;
        break;
    }
    try {
      if (i) throw i;
      yield "no throw";
    } catch (e) {
      yield "caught " + e;
    } finally {
      yield "finally " + i;
    }
  }
  outer: for (const a of [1, 2, 3]) {
    for (const b of [1, 2]) {
      if (a === 2) continue outer;
      yield a * 10 + b;
    }
  }
}
console.log([...nested()]);
function* deep(n: number): Generator<number> {
  if (n > 0) {
    yield n;
    yield* deep(n - 1);
  }
}
let sum = 0;
for (const x of deep(50)) sum += x;
console.log(sum);
const gens = [1, 2, 3].map((n) => (function* () { yield n; yield n * n; })());
console.log(gens.map((g) => g.next().value), gens.map((g) => g.next().value), gens.every((g) => g.next().done));
function* primes(): Generator<number> {
  const found: number[] = [];
  for (let n = 2; ; n++) {
    if (found.every((p) => n % p)) {
      found.push(n);
      yield n;
    }
  }
}
const p = primes();
console.log(Array.from({ length: 10 }, () => p.next().value).join(" "));
