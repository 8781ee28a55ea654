// Operands of commas that may have an effect: properties, elements, objects made, and what is left of operators.
let count = 0;
class Counter {
  get next(): number { return ++count; }
  constructor(readonly start = 1) { count += start; }
}
const counter = new Counter();
const list = [1, 2];
function seen(value: number): boolean { console.log("seen", value); return value > 1; }
const last = (counter.next, list[0], new Counter(5), count as number, void seen(1), count > 3 && seen(2), 3);
console.log(last, count, (count > 100 ? seen(3) : seen(4), !seen(5), list.length, "end"));
console.log("a\
b", 'c\\\
d');
