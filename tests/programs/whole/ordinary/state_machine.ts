// Finite state machines from typed tables: guards, actions, hooks, history, nested machines, and a simulation.
type Listener<S, E> = (change: { from: S; to: S; event: E }) => void;

interface Transition<S extends string, C, P> {
  readonly to: S;
  readonly when?: (context: C, payload: P) => boolean;
  readonly act?: (context: C, payload: P) => void;
}
type Table<S extends string, E extends Record<string, unknown>, C> = {
  readonly [K in S]: {
    readonly on?: { readonly [N in keyof E]?: Transition<S, C, E[N]> | readonly Transition<S, C, E[N]>[] };
    readonly enter?: (context: C) => void;
    readonly leave?: (context: C) => void;
    readonly final?: boolean;
  };
};

class InvalidTransition extends Error {
  constructor(readonly state: string, readonly event: string) {
    super(`no transition for ${event} in ${state}`);
    this.name = "InvalidTransition";
  }
}

class Machine<S extends string, E extends Record<string, unknown>, C extends object> {
  #state: S;
  readonly #history: S[] = [];
  readonly #listeners: Listener<S, keyof E>[] = [];

  constructor(readonly table: Table<S, E, C>, initial: NoInfer<S>, readonly context: C) {
    this.#state = initial;
    table[initial].enter?.(context);
  }
  get state(): S {
    return this.#state;
  }
  get history(): readonly S[] {
    return [...this.#history, this.#state];
  }
  get done(): boolean {
    return this.table[this.#state].final ?? false;
  }
  subscribe(listener: Listener<S, keyof E>): this {
    this.#listeners.push(listener);
    return this;
  }
  #choose<N extends keyof E>(event: N, payload: E[N]): Transition<S, C, E[N]> | undefined {
    const found = this.table[this.#state].on?.[event] as Transition<S, C, E[N]> | readonly Transition<S, C, E[N]>[] | undefined;
    const candidates = found === undefined ? [] : Array.isArray(found) ? (found as readonly Transition<S, C, E[N]>[]) : [found as Transition<S, C, E[N]>];
    return candidates.find((t) => t.when?.(this.context, payload) ?? true);
  }
  can<N extends keyof E>(event: N, payload: E[N]): boolean {
    return this.#choose(event, payload) !== undefined;
  }
  send<N extends keyof E & string>(event: N, ...[payload]: undefined extends E[N] ? [E[N]?] : [E[N]]): S {
    const transition = this.#choose(event, payload as E[N]);
    if (!transition) throw new InvalidTransition(this.#state, event);
    const from = this.#state;
    if (transition.to !== from) this.table[from].leave?.(this.context);
    transition.act?.(this.context, payload as E[N]);
    this.#history.push(from);
    this.#state = transition.to;
    if (transition.to !== from) this.table[transition.to].enter?.(this.context);
    for (const listener of this.#listeners) listener({ from, to: transition.to, event });
    return this.#state;
  }
  undo(): boolean {
    const before = this.#history.pop();
    if (before === undefined) return false;
    this.#state = before;
    return true;
  }
}

const trace: string[] = [];
type TurnstileEvents = { coin: number; push: undefined; reset: undefined };
const turnstile = new Machine<"locked" | "unlocked" | "broken", TurnstileEvents, { coins: number; passed: number }>(
  {
    locked: {
      enter: () => trace.push("enter locked"),
      on: {
        coin: [
          { to: "broken", when: (_, c) => c < 0 },
          { to: "unlocked", when: (ctx, c) => ctx.coins + c >= 10, act: (ctx, c) => (ctx.coins += c - 10) },
          { to: "locked", act: (ctx, c) => (ctx.coins += c) },
        ],
        push: { to: "locked", act: () => trace.push("bump") },
      },
      leave: () => trace.push("leave locked"),
    },
    unlocked: {
      on: {
        push: { to: "locked", act: (ctx) => ctx.passed++ },
        coin: { to: "unlocked", act: (ctx, c) => (ctx.coins += c) },
      },
    },
    broken: { final: true },
  },
  "locked",
  { coins: 0, passed: 0 },
);
turnstile.subscribe(({ from, to, event }) => trace.push(`${from} -${event}-> ${to}`));
turnstile.send("coin", 4);
turnstile.send("push");
turnstile.send("coin", 7);
turnstile.send("coin", 20);
turnstile.send("push");
console.log(trace);
console.log(turnstile.state, turnstile.context, turnstile.history, turnstile.done);
console.log(turnstile.can("push", undefined), turnstile.can("reset", undefined), turnstile.undo(), turnstile.state);
turnstile.send("push");
console.log(turnstile.send("coin", -1), turnstile.done);
try {
  turnstile.send("coin", 5);
} catch (e) {
  if (e instanceof InvalidTransition) console.log(e.name, e.message, e.state, e.event);
}

type OrderEvents = { pay: { amount: number }; ship: { tracking: string }; cancel: { reason: string } | undefined; deliver: undefined };
interface Order {
  total: number;
  paid: number;
  notes: string[];
}
const orderTable: Table<"new" | "paid" | "shipped" | "delivered" | "cancelled", OrderEvents, Order> = {
  new: {
    on: {
      pay: [
        { to: "paid", when: (o, { amount }) => o.paid + amount >= o.total, act: (o, { amount }) => void (o.paid += amount) },
        { to: "new", act: (o, { amount }) => void (o.paid += amount) },
      ],
      cancel: { to: "cancelled", act: (o, p) => o.notes.push(p?.reason ?? "no reason") },
    },
  },
  paid: {
    enter: (o) => o.notes.push(`paid ${o.paid}`),
    on: { ship: { to: "shipped", act: (o, { tracking }) => o.notes.push(tracking) }, cancel: { to: "cancelled", act: (o) => void (o.paid = 0) } },
  },
  shipped: { on: { deliver: { to: "delivered" } } },
  delivered: { final: true },
  cancelled: { final: true, enter: (o) => o.notes.push("cancelled") },
};
const newOrder = (total: number) => new Machine(orderTable, "new", { total, paid: 0, notes: [] });
const good = newOrder(100);
good.send("pay", { amount: 60 });
good.send("pay", { amount: 40 });
good.send("ship", { tracking: "T-1" });
good.send("deliver");
const bad = newOrder(50);
bad.send("cancel");
const refunded = newOrder(10);
refunded.send("pay", { amount: 15 });
refunded.send("cancel", { reason: "changed mind" });
for (const o of [good, bad, refunded]) console.log(o.history.join(" > "), o.context, o.done);

function reachable<S extends string>(table: Table<S, any, any>, from: S): S[] {
  const seen = new Set<S>([from]);
  for (const state of seen) {
    for (const t of Object.values(table[state].on ?? {}).flat() as Transition<S, any, any>[]) seen.add(t.to);
  }
  return [...seen];
}
console.log(reachable(orderTable, "new"), reachable(orderTable, "shipped"));

const light = new Machine<"red" | "green" | "yellow", { tick: undefined }, { time: number; log: string }>(
  {
    red: { enter: (c) => (c.log += "R"), on: { tick: [{ to: "green", when: (c) => ++c.time % 3 === 0 }, { to: "red" }] } },
    green: { enter: (c) => (c.log += "G"), on: { tick: [{ to: "yellow", when: (c) => ++c.time % 4 === 0 }, { to: "green" }] } },
    yellow: { enter: (c) => (c.log += "Y"), on: { tick: { to: "red", act: (c) => void c.time++ } } },
  },
  "red",
  { time: 0, log: "" },
);
for (let i = 0; i < 40; i++) light.send("tick");
console.log(light.context, light.state, light.history.filter((s, i, all) => s !== all[i - 1]).map((s) => s[0]).join(""));
