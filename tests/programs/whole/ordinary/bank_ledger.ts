// A bank's ledger by event sourcing: commands give events, events fold to state, projections read them.
type Money = number; // cents
type AccountId = `acc-${number}`;
type LedgerEvent =
  | { type: "opened"; account: AccountId; owner: string; limit: Money }
  | { type: "deposited"; account: AccountId; amount: Money; memo?: string }
  | { type: "withdrawn"; account: AccountId; amount: Money; memo?: string }
  | { type: "transferred"; from: AccountId; to: AccountId; amount: Money; fee: Money }
  | { type: "frozen"; account: AccountId; reason: string }
  | { type: "closed"; account: AccountId };
type EventOf<T extends LedgerEvent["type"]> = Extract<LedgerEvent, { type: T }>;
type Stored = LedgerEvent & { readonly sequence: number };

interface Account {
  readonly id: AccountId;
  readonly owner: string;
  readonly balance: Money;
  readonly limit: Money;
  readonly status: "open" | "frozen" | "closed";
  readonly movements: number;
}
type State = ReadonlyMap<AccountId, Account>;

abstract class LedgerError extends Error {
  abstract readonly code: string;
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}
class UnknownAccount extends LedgerError {
  readonly code = "E_UNKNOWN";
  constructor(id: AccountId) {
    super(`no account ${id}`);
  }
}
class InsufficientFunds extends LedgerError {
  readonly code = "E_FUNDS";
  constructor(readonly missing: Money) {
    super(`${money(missing)} missing`);
  }
}
class NotOpen extends LedgerError {
  readonly code = "E_STATUS";
  constructor(id: AccountId, status: string) {
    super(`${id} is ${status}`);
  }
}
class BadAmount extends LedgerError {
  readonly code = "E_AMOUNT";
}

function money(cents: Money): string {
  const sign = cents < 0 ? "-" : "";
  const [whole, rest] = (Math.abs(cents) / 100).toFixed(2).split(".");
  let grouped = "";
  for (let i = 0; i < whole.length; i++) grouped += (i > 0 && (whole.length - i) % 3 === 0 ? "," : "") + whole[i];
  return `${sign}$${grouped}.${rest}`;
}

function apply(state: State, event: LedgerEvent): State {
  const next = new Map(state);
  const change = (id: AccountId, f: (a: Account) => Partial<Account>) => {
    const account = next.get(id);
    if (!account) throw new UnknownAccount(id);
    next.set(id, { ...account, ...f(account) });
  };
  const move = (id: AccountId, amount: Money) => change(id, (a) => ({ balance: a.balance + amount, movements: a.movements + 1 }));
  switch (event.type) {
    case "opened":
      next.set(event.account, { id: event.account, owner: event.owner, balance: 0, limit: event.limit, status: "open", movements: 0 });
      break;
    case "deposited":
      move(event.account, event.amount);
      break;
    case "withdrawn":
      move(event.account, -event.amount);
      break;
    case "transferred":
      move(event.from, -event.amount - event.fee);
      move(event.to, event.amount);
      break;
    case "frozen":
      change(event.account, () => ({ status: "frozen" }));
      break;
    case "closed":
      change(event.account, () => ({ status: "closed" }));
      break;
    default:
      return event satisfies never;
  }
  return next;
}

class Ledger {
  readonly #events: Stored[] = [];
  #state: State = new Map();
  #next = 1;
  readonly #watchers: ((e: Stored) => void)[] = [];

  watch(f: (e: Stored) => void): this {
    this.#watchers.push(f);
    return this;
  }
  get events(): readonly Stored[] {
    return this.#events;
  }
  get(id: AccountId): Account {
    const account = this.#state.get(id);
    if (!account) throw new UnknownAccount(id);
    return account;
  }
  get total(): Money {
    return [...this.#state.values()].reduce((sum, a) => sum + a.balance, 0);
  }

  open(owner: string, limit: Money = 0): AccountId {
    const account: AccountId = `acc-${this.#next++}`;
    this.#record({ type: "opened", account, owner, limit });
    return account;
  }
  deposit(account: AccountId, amount: Money, memo?: string): void {
    this.#check(amount);
    this.#usable(account);
    this.#record({ type: "deposited", account, amount, ...(memo !== undefined && { memo }) });
  }
  withdraw(account: AccountId, amount: Money): void {
    this.#check(amount);
    this.#cover(this.#usable(account), amount);
    this.#record({ type: "withdrawn", account, amount });
  }
  transfer(from: AccountId, to: AccountId, amount: Money): void {
    this.#check(amount);
    const fee = Math.min(500, Math.ceil(amount / 100));
    this.#cover(this.#usable(from), amount + fee);
    this.#usable(to);
    this.#record({ type: "transferred", from, to, amount, fee });
  }
  freeze(account: AccountId, reason: string): void {
    this.#usable(account);
    this.#record({ type: "frozen", account, reason });
  }
  close(account: AccountId): void {
    const { balance } = this.#usable(account);
    if (balance !== 0) throw new BadAmount(`balance is ${money(balance)}`);
    this.#record({ type: "closed", account });
  }
  transaction<T>(work: (ledger: this) => T): T {
    const [state, length, next] = [this.#state, this.#events.length, this.#next];
    try {
      return work(this);
    } catch (e) {
      this.#state = state;
      this.#events.length = length;
      this.#next = next;
      throw e;
    }
  }
  at(sequence: number): State {
    return this.#events.filter((e) => e.sequence <= sequence).reduce<State>(apply, new Map());
  }

  #check(amount: Money): void {
    if (!Number.isInteger(amount) || amount <= 0) throw new BadAmount(`bad amount ${amount}`);
  }
  #usable(id: AccountId): Account {
    const account = this.get(id);
    if (account.status !== "open") throw new NotOpen(id, account.status);
    return account;
  }
  #cover(account: Account, amount: Money): void {
    const missing = amount - account.balance - account.limit;
    if (missing > 0) throw new InsufficientFunds(missing);
  }
  #record(event: LedgerEvent): void {
    this.#state = apply(this.#state, event);
    const stored: Stored = { ...event, sequence: this.#events.length + 1 };
    this.#events.push(stored);
    for (const watcher of this.#watchers) watcher(stored);
  }
}

const ofType = <T extends LedgerEvent["type"]>(events: readonly Stored[], type: T) => events.filter((e): e is Stored & EventOf<T> => e.type === type);

function statement(ledger: Ledger, id: AccountId): string[] {
  let balance = 0;
  const lines: string[] = [];
  const line = (text: string, amount: Money) => {
    balance += amount;
    lines.push(`${text.padEnd(24)}${money(amount).padStart(12)}${money(balance).padStart(12)}`);
  };
  for (const e of ledger.events) {
    if (e.type === "deposited" && e.account === id) line(e.memo ?? "deposit", e.amount);
    else if (e.type === "withdrawn" && e.account === id) line("withdrawal", -e.amount);
    else if (e.type === "transferred") {
      if (e.from === id) line(`to ${e.to} (fee ${money(e.fee)})`, -e.amount - e.fee);
      if (e.to === id) line(`from ${e.from}`, e.amount);
    }
  }
  return lines;
}

const counts: Partial<Record<LedgerEvent["type"], number>> = {};
const ledger = new Ledger().watch(({ type }) => (counts[type] = (counts[type] ?? 0) + 1));
const ann = ledger.open("Ann", 10_000);
const bob = ledger.open("Bob");
ledger.deposit(ann, 123_456, "salary");
ledger.deposit(bob, 5_000);
ledger.transfer(ann, bob, 100_000);
ledger.withdraw(bob, 2_550);
console.log(statement(ledger, ann).join("\n"));
console.log(statement(ledger, bob).join("\n"));
const attempts: [string, () => void][] = [
  ["too much", () => ledger.withdraw(bob, 1_000_000)],
  ["unknown", () => ledger.deposit("acc-99", 1)],
  ["negative", () => ledger.deposit(ann, -5)],
  ["fraction", () => ledger.deposit(ann, 0.5)],
  ["close with money", () => ledger.close(bob)],
  ["freeze", () => ledger.freeze(bob, "fraud")],
  ["use frozen", () => ledger.transfer(ann, bob, 100)],
];
for (const [what, f] of attempts) {
  try {
    f();
    console.log(`${what}: done`);
  } catch (e) {
    if (!(e instanceof LedgerError)) throw e;
    console.log(`${what}: ${e.code} ${e.name}: ${e.message}${e instanceof InsufficientFunds ? ` [${e.missing}]` : ""}`);
  }
}
const before = ledger.events.length;
try {
  ledger.transaction((l) => {
    const cy = l.open("Cy");
    l.transfer(ann, cy, 10_000);
    l.withdraw(cy, 20_000);
  });
} catch (e) {
  console.log("rolled back:", (e as Error).message, ledger.events.length === before, money(ledger.get(ann).balance));
}
const cy = ledger.transaction((l) => {
  const id = l.open("Cy");
  l.transfer(ann, id, 10_000);
  return id;
});
console.log(ledger.get(cy), counts);
console.log([...ledger.at(4).values()].map((a) => `${a.owner} ${money(a.balance)}`), money(ledger.total));
console.log(ofType(ledger.events, "transferred").reduce((sum, e) => sum + e.fee, 0), ofType(ledger.events, "frozen").map((e) => e.reason));
