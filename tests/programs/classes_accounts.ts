// Accounts: private fields, finally, optional properties, unions.
class Account {
  static #next = 1;
  readonly id = Account.#next++;
  #history: { kind: string; amount: number }[] = [];
  protected balance = 0;
  deposit(amount: number): void {
    if (amount <= 0) throw new RangeError(`bad amount ${amount}`);
    this.balance += amount;
    this.#history.push({ kind: "deposit", amount });
  }
  get total(): number { let t = 0; for (const { amount } of this.#history) t += amount; return t; }
  get last(): { kind: string; amount: number } | undefined {
    return this.#history.length > 0 ? this.#history[this.#history.length - 1] : undefined;
  }
}
class Checked extends Account {
  constructor(private readonly limit: number) { super(); }
  override deposit(amount: number): void {
    try { if (this.balance + amount > this.limit) throw new Error("limit"); super.deposit(amount); }
    catch (e) { if (e instanceof RangeError) throw e; if (e instanceof Error) console.log("caught", e.message); }
    finally { console.log("finally", this.balance); }
  }
}
const acc = new Checked(100);
acc.deposit(50); acc.deposit(60);
try { acc.deposit(-1); } catch (e) { console.log(e instanceof RangeError && e.message); }
console.log(acc.id, new Account().id, acc.total, acc.last?.kind, acc.last?.amount, new Account().last?.kind ?? "none");
function process(input: { a?: number; b?: { c?: string } }): string {
  return `${input.a ?? "no a"} ${input.b?.c ?? "no c"} ${input.b?.c?.length}`;
}
console.log(process({}), process({ a: 0, b: {} }), process({ b: { c: "xyz" } }));
const matrix = { rows: [[1, 2], [3, 4]], get: (r: number, c: number) : number => matrix.rows[r][c] };
console.log(matrix.get(1, 0));
label: for (const row of matrix.rows) { for (const v of row) { if (v === 3) break label; console.log(v); } }
let x: number | string = 5;
x = "now";
console.log(x.length);
x = 3;
console.log(x + 1, typeof x);
function g(v: number | string | null | Account): string {
  if (v instanceof Account) return "acc" + v.id;
  if (v === null) return "null";
  if (typeof v === "string") return v;
  return String(v + 1);
}
console.log(g(1), g("s"), g(null), g(acc));
