// reference
function f(a: number, b = a * 2, c = a + b): string {
  return `${a} ${b} ${c}`;
}
console.log(f(1), f(1, 5), f(1, undefined, 3));
const g = (name: string, greeting = "hello " + name) => greeting;
console.log(g("you"), g("you", "bye"));
class Box {
  constructor(readonly width: number, readonly height = width) {}
}
console.log(new Box(3).height, new Box(3, 4).height);
