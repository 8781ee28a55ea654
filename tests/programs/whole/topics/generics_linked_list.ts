class Node<T> {
  next: Node<T> | null = null;
  constructor(public value: T) {}
}
class LinkedList<T> implements Iterable<T> {
  private head: Node<T> | null = null;
  private tail: Node<T> | null = null;
  private count = 0;
  static from<U>(items: Iterable<U>): LinkedList<U> {
    const list = new LinkedList<U>();
    for (const item of items) list.append(item);
    return list;
  }
  append(value: T): this {
    const node = new Node(value);
    if (this.tail) this.tail.next = node;
    else this.head = node;
    this.tail = node;
    this.count++;
    return this;
  }
  prepend(value: T): this {
    const node = new Node(value);
    node.next = this.head;
    this.head = node;
    this.tail ??= node;
    this.count++;
    return this;
  }
  remove(value: T): boolean {
    let before: Node<T> | null = null;
    for (let node = this.head; node; before = node, node = node.next) {
      if (node.value !== value) continue;
      if (before) before.next = node.next;
      else this.head = node.next;
      if (!node.next) this.tail = before;
      this.count--;
      return true;
    }
    return false;
  }
  reverse(): this {
    let previous: Node<T> | null = null;
    let node = this.head;
    this.tail = node;
    while (node) {
      const next: Node<T> | null = node.next;
      node.next = previous;
      previous = node;
      node = next;
    }
    this.head = previous;
    return this;
  }
  get length(): number {
    return this.count;
  }
  *[Symbol.iterator](): Iterator<T> {
    for (let node = this.head; node; node = node.next) yield node.value;
  }
}
const list = LinkedList.from("abc").prepend("z").append("d");
console.log([...list].join(""), list.length);
console.log(list.remove("b"), list.remove("q"), list.remove("d"), [...list]);
console.log([...list.append("e").reverse()].join(" "));
console.log(Math.max(...LinkedList.from([3, 9, 2])));
console.log(LinkedList.from([1]));
