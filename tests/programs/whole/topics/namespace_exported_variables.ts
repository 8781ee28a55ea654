namespace Counter {
  export let count = 0;
  export var label: string = "a";
  export const fixed = [1, 2];
  let hidden = 5;
  export function up() { count++; hidden += count; return hidden; }
  export namespace Inner { export let deep: any = null; export function set(x: any) { deep = x; } }
}
console.log(Counter.count, Counter.up(), Counter.count);
Counter.count = 10;
console.log(Counter.up(), Counter.count, Counter.label);
Counter.label += "b";
console.log(Counter);
Counter.Inner.set({ a: 1 });
console.log(Counter.Inner.deep, Counter.Inner);
namespace Counter { export let other = count + 1; count = 100; }
console.log(Counter.other, Counter.count, JSON.stringify(Counter), Object.keys(Counter));
for (let i = 0; i < 3; i++) Counter.count *= 2;
console.log(Counter.count, typeof Counter.count);
function make() { return Counter.count; }
console.log(make(), Object.getOwnPropertyDescriptor(Counter, "count"));
const { count, label } = Counter;
console.log(count, label, { ...Counter.Inner });

namespace Outer {
  export namespace Inner {
    export interface Point {
      x: number;
    }
  }
}
const unknownPoint: unknown = { x: 5 };
console.log((unknownPoint as Outer.Inner.Point).x);
const knownPoint = unknownPoint as Outer.Inner.Point;
console.log(knownPoint.x);
