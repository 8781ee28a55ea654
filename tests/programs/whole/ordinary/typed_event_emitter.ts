// An event emitter with typed events, once, prefixes, errors of handlers, waiting and piping.
type Handler<T> = (payload: T) => void | Promise<void>;
interface Subscription {
  readonly active: boolean;
  unsubscribe(): void;
}
type Wildcard<E> = <K extends keyof E & string>(name: K, payload: E[K]) => void;

class EventEmitter<E extends { [K in keyof E]: unknown }> {
  private readonly handlers: { [K in keyof E]?: Set<Handler<E[K]>> } = {};
  private readonly wildcards = new Set<Wildcard<E>>();
  protected onError: (error: unknown, name: keyof E) => void = (error) => {
    throw error;
  };

  on<K extends keyof E & string>(name: K, handler: Handler<E[K]>): Subscription {
    const set = (this.handlers[name] ??= new Set());
    set.add(handler);
    return {
      get active() {
        return set.has(handler);
      },
      unsubscribe: () => void set.delete(handler),
    };
  }

  once<K extends keyof E & string>(name: K, handler?: Handler<E[K]>): Promise<E[K]> {
    return new Promise((resolve) => {
      const subscription = this.on(name, (payload) => {
        subscription.unsubscribe();
        resolve(payload);
        return handler?.(payload);
      });
    });
  }

  any(handler: Wildcard<E>): () => boolean {
    this.wildcards.add(handler);
    return () => this.wildcards.delete(handler);
  }

  emit<K extends keyof E & string>(name: K, ...[payload]: E[K] extends undefined ? [] : [E[K]]): number {
    let called = 0;
    for (const handler of [...(this.handlers[name] ?? [])]) {
      called++;
      try {
        handler(payload as E[K]);
      } catch (error) {
        this.onError(error, name);
      }
    }
    for (const wildcard of this.wildcards) wildcard(name, payload as E[K]);
    return called;
  }

  async emitAsync<K extends keyof E & string>(name: K, payload: E[K]): Promise<PromiseSettledResult<void>[]> {
    const handlers = [...(this.handlers[name] ?? [])];
    return Promise.allSettled(handlers.map(async (h) => h(payload)));
  }

  count(name?: keyof E & string): number {
    if (name !== undefined) return this.handlers[name]?.size ?? 0;
    return Object.values<Set<unknown> | undefined>(this.handlers).reduce((n, s) => n + (s?.size ?? 0), 0);
  }

  pipe<K extends keyof E & string>(name: K, target: { emit(name: K, payload: E[K]): unknown }): Subscription {
    return this.on(name, (payload) => void target.emit(name, payload));
  }
}

interface Events {
  login: { user: string; at: number };
  message: string;
  logout: undefined;
}

class Session extends EventEmitter<Events> {
  readonly errors: string[] = [];
  constructor() {
    super();
    this.onError = (error, name) => this.errors.push(`${name}: ${error instanceof Error ? error.message : error}`);
  }
  login(user: string) {
    return this.emit("login", { user, at: user.length });
  }
}

const session = new Session();
const log: string[] = [];
const greeting = session.on("login", ({ user, at }) => void log.push(`hello ${user}@${at}`));
session.on("message", (m) => void log.push(m.toUpperCase()));
session.on("message", () => {
  throw new Error("bad handler");
});
session.on("message", (m) => void log.push(`still called with ${m}`));
const stopAny = session.any((name, payload) => log.push(`any ${name} ${JSON.stringify(payload)}`));
console.log(session.login("ann"), session.emit("message", "hi"), session.emit("logout"));
console.log(log.splice(0));
console.log(session.errors, session.count(), session.count("message"), session.count("logout"));
console.log(greeting.active, (greeting.unsubscribe(), greeting.active), session.login("bob"), stopAny(), stopAny());
console.log(log.splice(0));

const waiting = session.once("login", (p) => void log.push("once " + p.user));
session.login("cleo");
session.login("dan");
console.log(await waiting, log.splice(0));

session.on("message", async (m) => {
  await null;
  if (m === "fail") throw new RangeError("async " + m);
});
const settled = await session.emitAsync("message", "fail");
console.log(settled.map((s) => (s.status === "rejected" ? (s.reason as Error).message : s.status)));

const mirror = new Session();
const piped = session.pipe("login", mirror);
mirror.on("login", ({ user }) => void log.push("mirrored " + user));
session.login("eve");
piped.unsubscribe();
session.login("fay");
console.log(log, piped.active);

const self = new EventEmitter<{ tick: number }>();
const seen: number[] = [];
const sub = self.on("tick", (n) => {
  seen.push(n);
  if (n < 3) self.emit("tick", n + 1);
  else sub.unsubscribe();
});
self.emit("tick", 0);
self.emit("tick", 9);
console.log(seen);
try {
  self.on("tick", () => {
    throw new TypeError("not handled");
  });
  self.emit("tick", 1);
} catch (e) {
  console.log(String(e));
}
