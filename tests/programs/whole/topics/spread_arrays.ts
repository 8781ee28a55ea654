const a = [1, 2];
const b = [0, ...a, 3, ...a, ...[], ...[4]];
console.log(b, b.length);
console.log([..."añb"], [...new Set([1, 1, 2])], [...new Map([["k", 1]])]);
function* gen() {
  yield "x";
  yield "y";
}
console.log([...gen(), ...gen()]);
console.log(Math.max(...a, 7, ...[9]), Math.min(...([] as number[])));
function count(...args: unknown[]) {
  return args.length + ":" + args.join();
}
console.log(count(...a, "m", ...a), count(...[]), count(...[undefined, null]));
function six(a: number, b: number, c: number, d: number, e: number, f: number) {
  return [a, b, c, d, e, f].join("");
}
const t: [number, number, number] = [1, 2, 3];
console.log(six(...t, ...t));
const copy = [...a];
copy.push(99);
console.log(a, copy);
console.log(new Array(...a, 5), Array.of(...t), String.fromCharCode(...[104, 105]));
class P {
  constructor(public x: number, public y = 0, ...public_: number[]) {
    if (public_.length) this.y += public_[0];
  }
}
console.log(new P(...([1] as [number])), new P(...([1, 2, 3] as [number, number, number])));
try {
  console.log([...(undefined as any)]);
} catch (e) {
  console.log((e as Error).name);
}
try {
  console.log([...({} as any)]);
} catch (e) {
  console.log((e as Error).name);
}
