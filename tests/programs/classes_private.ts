// Private names: of two classes with the same name, methods, statics; private and protected by word.
class Account {
  #balance = 0;
  static #count = 0;
  #check(amount: number): boolean {
    return amount > 0 && amount <= 1000;
  }
  static create(): Account {
    Account.#count++;
    return new Account();
  }
  static get count(): number {
    return Account.#count;
  }
  deposit(amount: number): boolean {
    if (!this.#check(amount)) return false;
    this.#balance += amount;
    return true;
  }
  merge(other: Account): void {
    this.#balance += other.#balance;
    other.#balance = 0;
  }
  show(): string {
    return "balance " + this.#balance;
  }
}
class Savings extends Account {
  #balance = 5;
  #check(): string {
    return "own";
  }
  interest(): number {
    this.#balance *= 2;
    return this.#balance + this.#check().length;
  }
}
const a = Account.create();
const s = new Savings();
console.log(a.deposit(10), a.deposit(-1), s.deposit(20), s.interest(), s.interest());
a.merge(s);
console.log(a.show(), s.show(), Account.count);

class Node1 {
  private next: Node1 | null = null;
  constructor(private value: number) {}
  add(value: number): Node1 {
    const node = new Node1(value);
    node.next = this;
    return node;
  }
  sum(): number {
    let total = 0;
    let node: Node1 | null = this;
    while (node !== null) {
      total += node.value;
      node = node.next;
    }
    return total;
  }
}
console.log(new Node1(1).add(2).add(3).sum());

class P {
  protected x = 1;
  protected up(): number {
    return ++this.x;
  }
}
class Q extends P {
  run(other: Q): number {
    return this.up() + other.up() + other.x;
  }
}
console.log(new Q().run(new Q()));
