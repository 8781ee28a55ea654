class Account {
  static #count = 0;
  #balance = 0;
  readonly #owner: string;
  constructor(owner: string) {
    this.#owner = owner;
    Account.#count++;
  }
  get #label() {
    return `${this.#owner}: ${this.#balance}`;
  }
  set #change(amount: number) {
    this.#balance += amount;
  }
  #check(amount: number): void {
    if (amount <= 0) throw new RangeError(`bad amount ${amount}`);
  }
  deposit(amount: number): this {
    this.#check(amount);
    this.#change = amount;
    return this;
  }
  compare(other: Account): number {
    return this.#balance - other.#balance;
  }
  static #describe(a: Account) {
    return a.#label;
  }
  static describe(a: Account) {
    return `${Account.#describe(a)} of ${Account.#count}`;
  }
  static has(o: object) {
    return #balance in o && #check in o;
  }
  bump() {
    this.#balance++;
    ++this.#balance;
    this.#balance **= 2;
    return this.#balance--;
  }
}
const a = new Account("Ann").deposit(5);
const b = new Account("Bob").deposit(3);
console.log(Account.describe(a), Account.describe(b), a.compare(b));
console.log(Account.has(a), Account.has({}), Object.keys(a), a, JSON.stringify(a));
console.log(a.bump(), Account.describe(a), (a as any).balance, (a as any)["#balance"]);
try {
  a.deposit(-1);
} catch (e: any) {
  console.log(e.name, e.message);
}
try {
  Account.prototype.compare.call({} as any, b);
} catch (e: any) {
  console.log(e.name, e.message);
}
