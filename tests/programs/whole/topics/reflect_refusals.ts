// Reflect gives false for what cannot be done, and throws what is thrown on the way.
const frozen = Object.freeze({ a: 1, list: [1] });
const getterOnly = { get x() { return 1; } };
const throwing = {
  set x(value: number) {
    throw new TypeError(`setter ${value}`);
  },
};
const sealed = Object.seal([1, 2]);
const fixed = Object.defineProperty({}, "x", { value: 1 });
const key: any = {
  toString() {
    throw new TypeError("key");
  },
};
const tries: [string, () => unknown][] = [
  ["frozen set", () => Reflect.set(frozen, "a", 2)],
  ["frozen new", () => Reflect.set(frozen, "b", 2)],
  ["frozen delete", () => Reflect.deleteProperty(frozen, "a")],
  ["frozen define", () => Reflect.defineProperty(frozen, "b", { value: 1 })],
  ["frozen prototype", () => Reflect.setPrototypeOf(frozen, {})],
  ["getter alone", () => Reflect.set(getterOnly, "x", 2)],
  ["setter throws", () => Reflect.set(throwing, "x", 2)],
  ["primitive receiver", () => Reflect.set({}, "x", 2, 1 as any)],
  ["sealed length", () => Reflect.set(sealed, "length", 0)],
  ["sealed delete", () => Reflect.deleteProperty(sealed, 0)],
  ["fixed define", () => Reflect.defineProperty(fixed, "x", { value: 2 })],
  ["fixed same", () => Reflect.defineProperty(fixed, "x", { value: 1 })],
  ["list length", () => Reflect.defineProperty([1], "length", { enumerable: true })],
  ["string element", () => Reflect.set(new String("abc"), 0, "x")],
  ["cycle", () => Reflect.setPrototypeOf(Object.prototype, Object.create(null))],
  ["own cycle", () => { const o = {}; return Reflect.setPrototypeOf(o, Object.create(o)); }],
  ["key set", () => Reflect.set({}, key, 1)],
  ["key delete", () => Reflect.deleteProperty({}, key)],
  ["key define", () => Reflect.defineProperty({}, key, {})],
  ["descriptor", () => Reflect.defineProperty({}, "x", 1 as any)],
  ["descriptor both", () => Reflect.defineProperty({}, "x", { get() { return 1; }, value: 1 } as any)],
  ["array bound", () => Reflect.set(new Uint8Array(1), 5, 1)],
  ["array other", () => Reflect.set([], 0, 1, new Uint8Array(0))],
  ["function name", () => Reflect.set(() => 1, "name", "x")],
];
for (const [label, act] of tries) {
  try {
    console.log(label, act());
  } catch (error) {
    console.log(label, String(error));
  }
}
try {
  sealed.length = 1;
} catch (error) {
  console.log(String(error), sealed);
}
try {
  Object.setPrototypeOf(Object.prototype, {});
} catch (error) {
  console.log(String(error));
}
const cut = [1, 2, 3];
console.log(Reflect.set(cut, "length", 1), cut, Reflect.set(Object.create(cut), "length", 7), Reflect.ownKeys(cut));
