const o: { a?: number; b?: number; c?: number } = { a: 1, b: 2, c: 3 };
console.log(delete o.b, o, "b" in o, o.b);
o.b = undefined;
console.log("b" in o, o, Object.keys(o).length);
const key: "a" | "c" = "a";
delete o[key];
console.log(o);
const big: Record<string, number> = {};
for (let i = 0; i < 100; i++) big["key" + i] = i;
for (let i = 0; i < 100; i++) if (i % 10 !== 3) delete big["key" + i];
console.log(Object.keys(big).join());
big.key5 = 50;
console.log(Object.entries(big).length, big.key5, big.key6);
class Parent {
  own = 1;
  method() {
    return 1;
  }
}
class Child extends Parent {
  child? = 2;
}
const c = new Child();
console.log("own" in c, "method" in c, "child" in c, "other" in c, delete c.child, "child" in c);
console.log(Object.hasOwn(c, "own"), Object.hasOwn(c, "method"), c.hasOwnProperty("own"));
const frozen: { x?: number } = { x: 1 };
Object.freeze(frozen);
try {
  delete frozen.x;
} catch (e) {
  console.log((e as Error).name);
}
const list: any = [1, 2, 3];
console.log(0 in list, 3 in list, "length" in list, "push" in list);
try {
  console.log("a" in ("text" as any));
} catch (e) {
  console.log((e as Error).name);
}
