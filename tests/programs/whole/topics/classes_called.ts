// Classes that are called without `new`, by several ways.
class A {
  x = 1;
  constructor(public y?: number) {}
}
class Names extends Array<string> {}
const a: any = A;
const names: any = Names;
const calls: (() => unknown)[] = [
  () => a(),
  () => a.call({}),
  () => a.apply({}, [1]),
  () => a.bind({}, 1)(),
  () => new (a.bind(null, 5))().y,
  () => Reflect.apply(a, {}, []),
  () => names.call([], "x"),
  () => [1].map(a),
  () => String.call(null, 1),
  () => Array.apply(null, [1, 2] as any),
  () => Reflect.apply(Math.max, undefined, [1, 3]),
  () => (Reflect.apply as any)(Math.max, undefined),
];
for (const call of calls) {
  try {
    console.log(call());
  } catch (error) {
    console.log(String(error));
  }
}

// A length that cannot become what it is defined as, for an element is in the way.
const list = [0, 1];
Object.defineProperty(list, "1", { configurable: false });
try {
  Object.defineProperties(list, { length: { value: 1, writable: false } });
} catch (error) {
  console.log((error as Error).constructor.name);
}
console.log(list, Object.getOwnPropertyDescriptor(list, "length"));
console.log(Object.getOwnPropertyNames(JSON), Object.getOwnPropertyDescriptor(JSON, "parse"), Object.prototype.toString.call(JSON));
const reversed: number[] = [];
const likeList = { length: 2, get 0() { reversed.push(0); return "a"; }, get 1() { reversed.push(1); return "b"; } };
console.log(Array.prototype.toReversed.call(likeList), reversed);
try {
  WeakRef.prototype.deref.call(new Map() as any);
} catch (error) {
  console.log(String(error));
}
