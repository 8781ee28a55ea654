// tsc: 2345 line 9
class Stack<T> {
  items: T[] = [];
  push(v: T) {
    this.items.push(v);
  }
}
const s = new Stack<number>();
s.push("a");
