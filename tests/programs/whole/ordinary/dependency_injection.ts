// A container that makes services from typed tokens, with scopes, factories, decoration and cycle detection.
class Token<T> {
  declare readonly _type: T;
  constructor(readonly name: string) {}
  toString() {
    return `Token(${this.name})`;
  }
}
type Class<T, A extends unknown[] = any[]> = new (...args: A) => T;
type Key<T> = Token<T> | Class<T>;
type Resolved<K extends readonly Key<any>[]> = { -readonly [I in keyof K]: K[I] extends Key<infer T> ? T : never };
type Lifetime = "singleton" | "scoped" | "transient";

interface Registration<T> {
  readonly key: Key<T>;
  readonly lifetime: Lifetime;
  readonly create: (container: Container) => T;
  readonly decorators: ((inner: T, container: Container) => T)[];
}
interface Disposable0 {
  dispose(): void;
}
const isDisposable = (v: unknown): v is Disposable0 => typeof v === "object" && v !== null && "dispose" in v && typeof v.dispose === "function";
const nameOf = (key: Key<unknown>): string => key.name;

class ResolutionError extends Error {
  constructor(message: string, readonly path: readonly string[]) {
    super(path.length ? `${message} (${path.join(" -> ")})` : message);
    this.name = "ResolutionError";
  }
}

class Container {
  readonly #registrations = new Map<Key<any>, Registration<any>>();
  readonly #instances = new Map<Key<any>, unknown>();
  readonly #created: unknown[] = [];
  readonly #resolving: Key<any>[] = [];

  constructor(private readonly parent?: Container) {}

  value<T>(key: Key<T>, value: T): this {
    return this.factory(key, () => value, "singleton");
  }

  factory<T>(key: Key<T>, create: (container: Container) => T, lifetime: Lifetime = "singleton"): this {
    this.#registrations.set(key, { key, lifetime, create, decorators: [] });
    return this;
  }

  class<T, const K extends readonly Key<any>[]>(type: Class<T, Resolved<K>>, dependencies: K, lifetime: Lifetime = "singleton", as: Key<any> = type): this {
    return this.factory(as, (c) => new type(...(dependencies.map((d) => c.get(d)) as Resolved<K>)), lifetime);
  }

  decorate<T>(key: Key<T>, decorator: (inner: T, container: Container) => T): this {
    const registration = this.#find(key);
    if (!registration) throw new ResolutionError(`cannot decorate ${nameOf(key)}`, []);
    registration.decorators.push(decorator);
    return this;
  }

  #find<T>(key: Key<T>): Registration<T> | undefined {
    const own = this.#registrations.get(key);
    return own || !this.parent ? own : this.parent.#find(key);
  }

  get root(): Container {
    return this.parent?.root ?? this;
  }

  get<T>(key: Key<T>): T {
    const registration = this.#find(key);
    const stack = this.root.#resolving;
    if (!registration) throw new ResolutionError(`nothing registered for ${nameOf(key)}`, stack.map(nameOf));
    const owner = registration.lifetime === "singleton" ? this.root : this;
    if (registration.lifetime !== "transient" && owner.#instances.has(key)) return owner.#instances.get(key) as T;
    if (stack.includes(key)) throw new ResolutionError("cycle", [...stack.slice(stack.indexOf(key)), key].map(nameOf));
    stack.push(key);
    try {
      const made = registration.decorators.reduce((inner, d) => d(inner, owner), registration.create(owner));
      if (registration.lifetime !== "transient") owner.#instances.set(key, made);
      owner.#created.push(made);
      return made;
    } finally {
      stack.pop();
    }
  }

  tryGet<T>(key: Key<T>): T | undefined {
    return this.#find(key) ? this.get(key) : undefined;
  }

  scope<R>(work: (scope: Container) => R): R {
    const scope = new Container(this);
    try {
      return work(scope);
    } finally {
      scope.dispose();
    }
  }

  dispose(): void {
    for (const made of this.#created.splice(0).reverse()) if (isDisposable(made)) made.dispose();
    this.#instances.clear();
  }
}

const log: string[] = [];
interface Logger {
  info(message: string): void;
}
interface Config {
  readonly url: string;
  readonly retries: number;
}
const LOGGER = new Token<Logger>("Logger");
const CONFIG = new Token<Config>("Config");
const REQUEST = new Token<{ id: number }>("Request");
const CLOCK = new Token<() => number>("Clock");

class Database {
  static made = 0;
  readonly id = ++Database.made;
  constructor(private readonly config: Config, private readonly logger: Logger) {
    logger.info(`connect ${config.url}`);
  }
  query(sql: string): string[] {
    this.logger.info(`query ${sql}`);
    return [`${sql} from ${this.config.url}`];
  }
  dispose() {
    this.logger.info(`disconnect ${this.id}`);
  }
}
class UserRepository {
  constructor(private readonly db: Database, private readonly request: { id: number }) {}
  find(id: number) {
    return { id, request: this.request.id, row: this.db.query(`user ${id}`)[0] };
  }
  dispose() {
    log.push(`repository of request ${this.request.id} disposed`);
  }
}
class Handler {
  constructor(readonly users: UserRepository, readonly clock: () => number) {}
  handle(id: number) {
    return JSON.stringify({ ...this.users.find(id), at: this.clock() });
  }
}

let time = 100;
let requests = 0;
const container = new Container()
  .value(CONFIG, { url: "db://main", retries: 3 })
  .value(LOGGER, { info: (m) => void log.push(m) })
  .factory(CLOCK, () => () => time++)
  .factory(REQUEST, () => ({ id: ++requests }), "scoped")
  .class(Database, [CONFIG, LOGGER])
  .class(UserRepository, [Database, REQUEST] as const, "scoped")
  .class(Handler, [UserRepository, CLOCK] as const, "transient");
container.decorate(LOGGER, (inner) => ({ info: (m) => inner.info(`[${log.length}] ${m}`) }));

for (let i = 1; i <= 2; i++) {
  const answer = container.scope((scope) => {
    const [a, b] = [scope.get(Handler), scope.get(Handler)];
    console.log(a === b, a.users === b.users, scope.get(REQUEST) === scope.get(REQUEST), scope.get(Database) === container.get(Database));
    return [a.handle(i), b.handle(i * 10)];
  });
  console.log(answer);
}
container.dispose();
console.log(log);
console.log(Database.made, container.get(Database).id, container.tryGet(new Token<number>("nothing")));

class A {
  constructor(readonly b: B) {}
}
class B {
  constructor(readonly c: C) {}
}
class C {
  constructor(readonly a: A) {}
}
const broken = new Container()
  .class(A, [B])
  .class(B, [C])
  .class(C, [A] as const)
  .class(Handler, [UserRepository, CLOCK] as const)
  .factory(CLOCK, () => {
    throw new RangeError("no time");
  });
for (const f of [() => broken.get(A), () => broken.get(Handler), () => broken.get(CLOCK), () => broken.decorate(CONFIG, (c) => c)]) {
  try {
    f();
  } catch (e) {
    console.log(`${(e as Error).name}: ${(e as Error).message}`, e instanceof ResolutionError ? e.path.length : "");
  }
}
console.log(`${LOGGER}`, String(new Token("x")));
