// Arrays with holes: places without an element. What is read of them is undefined; many methods leave them out.
const say: any = console.log;
const holes: any = () => [1, , 3, , undefined, ,];
const show: any = (name: string, f: any) => {
  try {
    say(name, f());
  } catch (e: any) {
    say(name, e.name + ": " + e.message);
  }
};

// Making them.
say([, ,], [1, , ,], [, 1], new Array(3), Array(2), new Array(0), holes(), holes().length);
const grown: any = [1];
grown[3] = 4;
grown.length = 6;
say(grown, grown.length);
const cut: any = [1, 2, 3];
say(delete cut[1], cut, delete cut[7], cut.length, 1 in cut, cut.hasOwnProperty(1), cut[1]);
cut[1] = 5;
say(cut, 1 in cut);
say(Object.keys(holes()), Object.entries(holes()), Object.getOwnPropertyNames([, 1]), Reflect.ownKeys([, 1]));
say(Object.getOwnPropertyDescriptor([, 1], 0), Object.getOwnPropertyDescriptor([, 1], 1), Object.assign({}, [, 1]));

// Reading gives undefined everywhere.
const h: any = holes();
say(h[1], h["1"], h[1] === undefined, typeof h[1], h.at(1), h?.[1], h[1] ?? "none", h[1] === h[99]);
const [p, q, r = "default", s = "other", ...t] = holes();
say(p, q, r, s, t, 0 in t);
const { 1: u, 3: v = "v", length } = holes();
say(u, v, length);
for (const x of holes()) say(x);
for (const k in holes()) say(k);
for (const [i, x] of holes().entries()) say(i, x);
say([...holes()], [...holes(), ...[, 1]], [0, ...holes()].length);
say(((...x: any[]) => x)(...holes()), Math.max(...[1, , 3] as any), ((x: any, y: any) => [x, y]).apply(null, [, 1] as any));
say(Reflect.apply((x: any, y: any) => [x, y], null, [, 1]), new Set(holes()), new Map([[1, [, 1]]]));
function list(): any[] {
  const made: any[] = [, 1];
  made[4] = 2;
  let sum: any = "";
  for (let i = 0; i < made.length; i++) sum += String(made[i]) + ";";
  for (const x of made) sum += String(x) + ",";
  const [a, b = 9, c = 8] = made;
  return [sum, a, b, c, made[0], made[2]];
}
say(list());
say(holes() + "", holes().join("-"), JSON.stringify(holes()), JSON.stringify({ a: [,] }), String([, ,]), `${[, 1]}`);
say(Array.from(holes()), Array.from([, 1], (x) => x), Array.from({ length: 2 }), Array.of(...holes()));
say(structuredClone([1, , 3]), [[, 1], [2, ,]], { a: [,] }, [, { b: [,] }]);
say(Promise.all([, 1] as any) instanceof Promise, await Promise.all([, 1] as any));
say(Object.fromEntries([[1, [, 2]]]), new Array(5).fill(0), Array(3).map(() => 1), [...Array(3)].map(() => 1), [...Array(2).keys()]);

// Methods.
const seen: any = (f: any) => {
  const found: any[] = [];
  const result = f((x: any, i: any) => {
    found.push([x, i]);
    return x;
  });
  return [found, result];
};
for (const name of ["forEach", "map", "filter", "some", "every", "find", "findIndex", "findLast", "findLastIndex", "flatMap"]) {
  show(name, () => seen((f: any) => holes()[name](f)));
}
show("every", () => [1, , 2].every((x: any) => x > 0));
show("reduce", () => holes().reduce((a: any, x: any, i: any) => [a, x, i]));
show("reduceRight", () => holes().reduceRight((a: any, x: any, i: any) => [a, x, i]));
show("reduce", () => holes().reduce((a: any, x: any) => [a, x], 0));
show("reduce of holes", () => [, ,].reduce((a: any) => a));
show("reduceRight of holes", () => new Array(2).reduceRight((a: any) => a));
show("indexOf", () => [holes().indexOf(undefined), [, 1].indexOf(undefined as any), holes().lastIndexOf(undefined), [, 1].lastIndexOf(undefined as any)]);
show("includes", () => [holes().includes(undefined), [, 1].includes(undefined as any), [, 1].includes(undefined as any, 1)]);
show("concat", () => holes().concat([, 1], 2, [,]));
show("slice", () => [holes().slice(1), holes().slice(1, 2), holes().slice(-1)]);
show("splice", () => {
  const x = holes();
  return [x.splice(1, 2), x, x.splice(1, 0, "a", "b", "c"), x, x.splice(2), x];
});
show("reverse", () => [holes().reverse(), holes().toReversed()]);
show("sort", () => [[3, , 1, undefined, , 2].sort(), [3, , 1].sort((a: any, b: any) => b - a), [3, , 1].toSorted()]);
show("flat", () => [[1, , [2, , [3, ,]]].flat(), [[, 1]].flat(Infinity)]);
show("fill", () => [[, , 1].fill(0), [, , 1].fill(0, 1)]);
show("copyWithin", () => [1, , 3, 4].copyWithin(2, 0));
show("push", () => {
  const x = holes();
  return [x.push(1, 2), x, x.pop(), x.pop(), x.pop(), x, x.shift(), x.shift(), x, x.unshift(0), x, x.unshift(7, 8), x];
});
show("with", () => [[, 1].with(1, 2), [, 1].toSpliced(1, 0, 5)]);
show("keys", () => [[...holes().keys()], [...[, 1].values()], [...[, 1].entries()]]);
show("toString", () => [[, 1].toString(), [, [, 1]].toLocaleString()]);
show("freeze", () => {
  const x: any = Object.freeze([1, , 2]);
  x[1] = 5;
});
show("seal", () => {
  const x: any = Object.seal([1, , 2]);
  x[0] = 5;
  say(x);
  x[1] = 5;
});
show("define", () => {
  const x: any = [, 1];
  Object.defineProperty(x, 0, { value: 7, writable: true, enumerable: true, configurable: true });
  return x;
});

// Of what looks like an array, too.
const like: any = { length: 4, 0: "a", 2: "c" };
show("map.call", () => (Array.prototype.map as any).call(like, (x: any) => x + x));
show("forEach.call", () => (Array.prototype.forEach as any).call(like, (x: any, i: any) => say(x, i)));
show("slice.call", () => (Array.prototype.slice as any).call(like));
show("reverse.call", () => (Array.prototype.reverse as any).call({ ...like }));
show("push.call", () => {
  const x: any = { ...like };
  return [(Array.prototype.push as any).call(x, "e"), x];
});
show("splice.call", () => {
  const x: any = { ...like };
  return [(Array.prototype.splice as any).call(x, 0, 1), x];
});
show("join.call", () => (Array.prototype.join as any).call(like));

// Shown.
say([1, , , 4], [, "a"], Object.assign([, 1], { k: 1 }), new Array(101), [...Array(98).keys(), , , , 5], [[[[,]]]]);
class Items extends Array {}
const items: any = new Items(2);
say(items, items.length, items.map((x: any) => x));
const changing: any = [1, 2, 3, 4];
changing.forEach((x: any, i: any) => {
  if (i === 0) delete changing[1];
  say(x, i);
});
