const deep = [1, [2, [3, [4, [5, [6]]]]]] as any[];
console.log(JSON.stringify(deep.flat()), JSON.stringify(deep.flat(2)), JSON.stringify(deep.flat(0)), JSON.stringify(deep.flat(Infinity)), deep.flat(-1).length);
console.log(["a b", "c"].flatMap((s) => s.split(" ")), [1, 2].flatMap((x) => [[x, x]]), [1, 2, 3].flatMap((x) => (x === 2 ? [] : x)));
console.log([1, [2, [3]]].join(), [1, [2, [3]]].toString(), [[], [[]]].join().length, [null, [undefined]].join("x"), [{}].join(), [() => 1].length);
console.log(["x"].join("sep"), [1, 2].join(undefined), [1, 2].join(null as any), [1, 2].join(", "), Array(4).fill("").join("-"));
const cyclic: any[] = [1];
cyclic.push(cyclic, 2);
console.log(cyclic.join());
console.log([1, 2].concat(3, [4], [[5]] as any), ([] as unknown[]).concat("s", null, [undefined]), [1].concat([2], [3, 4]).length);
const spreadable: any = { length: 2, 0: "x", 1: "y", [Symbol.isConcatSpreadable]: true };
console.log(([] as any[]).concat(spreadable, { length: 1, 0: "no" }));
function flattenTree(node: { v: string; kids?: any[] }): string[] {
  return [node.v, ...(node.kids ?? []).flatMap(flattenTree)];
}
console.log(flattenTree({ v: "a", kids: [{ v: "b", kids: [{ v: "c" }] }, { v: "d" }] }).join(">"));
