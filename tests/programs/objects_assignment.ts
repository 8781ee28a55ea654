// Assignments to members: chains, compound ones, order of evaluation, elements inside of objects.
class Cell {
  value = 1;
  items: number[] = [1, 2, 3];
  next: Cell | null = null;
  label: string | null = "l";
  count: number | null = null;
}
let calls = 0;
const shared = new Cell();
function get(): Cell {
  calls++;
  return shared;
}
get().value += 5;
get().value++;
--get().value;
console.log(shared.value, calls, get().value++, shared.value, ++get().value);
get().items[1] += 10;
get().items[get().items.length - 1]++;
console.log(shared.items[1], shared.items[2], calls);
const a = new Cell();
const b = new Cell();
a.value = b.value = 7;
console.log(a.value, b.value);
a.next = b;
a.next.value = 8;
a.next.next = a;
console.log(b.value, a.next.next.next?.value, a.next.next === a);
get().label += "!";
shared.label ??= "never";
console.log(shared.label);
get().label = null;
get().label ??= "now";
get().label &&= "then";
console.log(shared.label, shared.label.length);
a.count = 3;
a.count += 4;
a.count++;
console.log(a.count);
b.count ??= 9;
b.count ||= 1;
console.log(b.count, calls);
function order(text: string): number {
  console.log(text);
  return text.length;
}
function cell(text: string): Cell {
  console.log(text);
  return a;
}
cell("object").value = order("value");
cell("object").value += order("more");
cell("object").items[order("i")] = order("element");
console.log(a.value, a.items[1]);
const swap = { x: 1, y: 2, flag: true };
const t = swap.x;
swap.x = swap.y;
swap.y = t;
swap.flag = !swap.flag;
console.log(swap.x, swap.y, swap.flag, (swap.x = 10), (swap.x += 1), swap.x--, swap.x);
let i: int = 0;
class Ints {
  n: int = 1;
  list: int[] = [];
  m: int | null = null;
}
const ints = new Ints();
ints.n += 2;
ints.n *= 3;
ints.list.push(ints.n, i++);
ints.m = ints.n;
ints.m += 1;
console.log(ints.n, ints.list[0], ints.list[1], ints.m, ints.n / 2, ints.n | 0);
if (ints.m !== null && ints.m > 5) console.log(ints.m - 5);
