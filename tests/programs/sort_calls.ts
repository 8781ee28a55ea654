// The comparator is called for the same pairs in the same order as in Node: even inconsistent ones give the same result.
const lengths = [0, 1, 2, 3, 5, 8, 13, 31, 32, 33, 63, 64, 65, 100, 129, 200, 300];

let seed = 1;
function random(bound: number): number {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return (seed >> 8) % bound;
}

const patterns: { name: string; make: (length: number) => number[] }[] = [
  { name: "random", make: (length) => filled(length, () => random(1000000)) },
  { name: "sorted", make: (length) => filled(length, (i) => i) },
  { name: "reversed", make: (length) => filled(length, (i) => length - i) },
  { name: "equal", make: (length) => filled(length, () => 7) },
  { name: "few", make: (length) => filled(length, () => random(4)) },
  { name: "runs", make: (length) => filled(length, (i) => (i % 50 < 40 ? i % 50 : 200 - i)) },
  { name: "sawtooth", make: (length) => filled(length, (i) => i % 17) },
  { name: "pipe", make: (length) => filled(length, (i) => Math.min(i, length - i)) },
  { name: "halves", make: (length) => filled(length, (i) => (2 * i < length ? 2 * i : 2 * (length - i) + 1)) },
  { name: "blocks", make: (length) => filled(length, (i) => ((i >> 5) * 7919) % 13 * 1000 + (i & 31)) },
  { name: "nearly", make: (length) => filled(length, (i) => (random(20) === 0 ? random(length) : i)) },
  { name: "tail", make: (length) => filled(length, (i) => (i < length - 5 ? i : random(length))) },
];

function filled(length: number, value: (i: number) => number): number[] {
  const made: number[] = [];
  for (let i = 0; i < length; i++) made.push(value(i));
  return made;
}

const comparators: { name: string; compare: (a: number, b: number) => number }[] = [
  { name: "difference", compare: (a, b) => a - b },
  { name: "backwards", compare: (a, b) => b - a },
  { name: "greater or zero", compare: (a, b) => (a > b ? 1 : 0) },
  { name: "less or zero", compare: (a, b) => (a < b ? -1 : 0) },
  { name: "greater or less", compare: (a, b) => (a > b ? 1 : -1) },
  { name: "always one", compare: () => 1 },
  { name: "always minus one", compare: () => -1 },
  { name: "NaN", compare: (a, b) => (a === b ? NaN : (a - b) / 0) },
  { name: "circle", compare: (a, b) => ((a - b + 5000) % 3) - 1 },
  { name: "noise", compare: () => random(3) - 1 },
];

for (const { name, make } of patterns) {
  for (const comparator of comparators) {
    let calls = 0;
    let order = 0;
    let result = 0;
    for (const length of lengths) {
      const values = make(length);
      const compare = comparator.compare;
      values.sort((a, b) => {
        calls++;
        order = (Math.imul(order, 31) + Math.imul(a | 0, 17) + (b | 0)) | 0;
        return compare(a, b);
      });
      for (const value of values) result = (Math.imul(result, 31) + (value | 0)) | 0;
    }
    console.log(name, comparator.name, calls, order, result);
  }
}
