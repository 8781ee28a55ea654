interface State { name: string; insert(m: Vending): State; push(m: Vending): State }
const idle: State = { name: "idle", insert: (m) => (m.coins++, ready), push: (m) => (m.log("pay first"), idle) };
const ready: State = { name: "ready", insert: (m) => (m.coins++, ready), push(m) { m.coins--; m.sold++; return m.sold >= m.stock ? empty : m.coins > 0 ? this : idle; } };
const empty: State = { name: "empty", insert: (m) => (m.log("returned"), empty), push: () => empty };
class Vending { coins = 0; sold = 0; messages: string[] = []; #state = idle; constructor(readonly stock: number) {} log(m: string) { this.messages.push(m); } insert() { this.#state = this.#state.insert(this); return this; } push() { this.#state = this.#state.push(this); return this; } get state() { return this.#state.name; } }
const v = new Vending(2).push().insert().insert().push();
console.log(v.state, v.coins, v.push().state, v.insert().messages, v);
abstract class Handler { #next?: Handler; then(next: Handler) { this.#next = next; return next; } handle(n: number): string { return this.try(n) ?? this.#next?.handle(n) ?? "nobody"; } protected abstract try(n: number): string | undefined; }
class Small extends Handler { protected try(n: number) { return n < 10 ? "small" : undefined; } }
class Even extends Handler { protected try(n: number) { return n % 2 === 0 ? "even" : undefined; } }
class Limit extends Handler { constructor(private max: number) { super(); } protected try(n: number) { return n > this.max ? `over ${this.max}` : undefined; } }
const chain = new Limit(100);
chain.then(new Small()).then(new Even());
console.log([5, 12, 13, 200].map((n) => chain.handle(n)));
interface Source { read(): string; readonly cost: number }
class Text implements Source { constructor(private t: string) {} read() { return this.t; } get cost() { return 1; } }
abstract class Decorator implements Source { constructor(protected inner: Source) {} read() { return this.inner.read(); } get cost() { return this.inner.cost + 1; } }
class Upper extends Decorator { read() { return super.read().toUpperCase(); } }
class Wrap extends Decorator { constructor(inner: Source, private w = "[]") { super(inner); } read() { return this.w[0] + super.read() + this.w[1]; } get cost() { return super.cost * 2; } }
const d = new Wrap(new Upper(new Wrap(new Text("abc"), "()")));
console.log(d.read(), d.cost, d);
class Memento<T> { #past: T[] = []; #future: T[] = []; constructor(private now: T) {} get value() { return this.now; } set value(v: T) { this.#past.push(this.now); this.#future.length = 0; this.now = v; } undo() { const p = this.#past.pop(); if (p === undefined) return false; this.#future.push(this.now); this.now = p; return true; } redo() { const f = this.#future.pop(); if (f === undefined) return false; this.#past.push(this.now); this.now = f; return true; } }
const m = new Memento("a"); m.value = "b"; m.value = "c";
console.log(m.undo(), m.value, m.undo(), m.value, m.undo(), m.redo(), m.value, (m.value = "z", m.redo()), m.value);
class Flyweight { static #pool = new Map<string, Flyweight>(); static get(k: string) { let f = this.#pool.get(k); if (!f) this.#pool.set(k, (f = new Flyweight(k))); return f; } private constructor(readonly k: string) {} static get size() { return this.#pool.size; } }
console.log(Flyweight.get("a") === Flyweight.get("a"), Flyweight.get("b") === Flyweight.get("a"), Flyweight.size);
class Mediator { #members: Member[] = []; join(...ms: Member[]) { for (const m of ms) { this.#members.push(m); m.room = this; } return this; } send(from: Member, text: string) { for (const m of this.#members) if (m !== from) m.inbox.push(`${from.name}: ${text}`); } }
class Member { inbox: string[] = []; declare room: Mediator; constructor(readonly name: string) {} say(t: string) { this.room.send(this, t); return this; } }
const [a, b, c] = ["A", "B", "C"].map((n) => new Member(n));
new Mediator().join(a, b, c);
a.say("hi"); c.say("yo");
console.log(a.inbox, b.inbox, c.inbox);
