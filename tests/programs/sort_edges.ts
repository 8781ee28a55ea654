// reference
// What a comparator may do besides comparing.
const thrown = [5, 3, 4, 1, 2];
try {
  thrown.sort((a, b) => {
    if (a === 1) throw new Error(`stop at ${a} ${b}`);
    return a - b;
  });
} catch (error) {
  console.log(String(error), thrown.join());
}
const shrunk = [4, 3, 2, 1];
shrunk.sort((a, b) => {
  shrunk.pop();
  return a - b;
});
console.log(shrunk.join());
const grown = [3, 1, 2];
grown.sort((a, b) => {
  grown.push(9);
  return a - b;
});
console.log(grown.join());
const changed = [3, 1, 2];
changed.sort((a, b) => {
  changed[0] = 100;
  return a - b;
});
console.log(changed.join());
const some: (number | undefined)[] = [3, undefined, 1, undefined, 2];
some.sort((a, b) => {
  console.log(`${a} ${b}`);
  return (a ?? 0) - (b ?? 0);
});
console.log(some.map((x) => `${x}`).join());
const pairs: [string, number][] = [["x", 2], ["y", 1], ["z", 2], ["u", 1], ["v", 0]];
pairs.sort(([, a], [, b]) => (a > b ? 1 : 0));
console.log(pairs.map(([name]) => name).join(""));
