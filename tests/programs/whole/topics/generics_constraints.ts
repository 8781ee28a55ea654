interface Named {
  name: string;
}
function longest<T extends { length: number }>(a: T, b: T): T {
  return a.length >= b.length ? a : b;
}
function greet<T extends Named>(value: T): T & { greeting: string } {
  return { ...value, greeting: `Hello, ${value.name}` };
}
function pluck<T, K extends keyof T>(items: T[], key: K): T[K][] {
  return items.map((item) => item[key]);
}
function setKey<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): T {
  target[key] = value;
  return target;
}
function compareBy<T>(key: (item: T) => number | string) {
  return (a: T, b: T) => {
    const x = key(a);
    const y = key(b);
    return x < y ? -1 : x > y ? 1 : 0;
  };
}
console.log(longest("abc", "de"), longest([1], [1, 2]));
console.log(greet({ name: "Ada", born: 1815 }));
const people = [
  { name: "Bo", age: 30 },
  { name: "Al", age: 41 },
  { name: "Cy", age: 25 },
];
console.log(pluck(people, "age"), pluck(people, "name"));
console.log(setKey({ a: 1, b: "x" }, "b", "y"));
console.log(people.slice().sort(compareBy((p) => p.age)).map((p) => p.name).join());
console.log(people.slice().sort(compareBy((p) => p.name)).map((p) => p.name).join());
