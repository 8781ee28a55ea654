class Stack<T> {
  #items: T[] = [];
  push(...items: T[]): number {
    return this.#items.push(...items);
  }
  pop(): T | undefined {
    return this.#items.pop();
  }
  peek(): T | undefined {
    return this.#items[this.#items.length - 1];
  }
  get size(): number {
    return this.#items.length;
  }
  map<U>(f: (item: T) => U): Stack<U> {
    const result = new Stack<U>();
    for (const item of this.#items) result.push(f(item));
    return result;
  }
  *[Symbol.iterator](): Generator<T> {
    for (let i = this.#items.length - 1; i >= 0; i--) yield this.#items[i];
  }
}
const stack = new Stack<number>();
console.log(stack.push(1, 2, 3), stack.size, stack.peek());
console.log([...stack]);
const words = stack.map((n) => "n" + n);
console.log([...words], words.pop(), words.size);
while (stack.size > 0) console.log(stack.pop());
console.log(stack.pop(), stack.peek());
class NumberStack extends Stack<number> {
  sum(): number {
    let total = 0;
    for (const n of this) total += n;
    return total;
  }
}
const numbers = new NumberStack();
numbers.push(10, 20, 30);
console.log(numbers.sum(), numbers instanceof Stack);
