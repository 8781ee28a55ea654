// Result and Option as classes, with do-notation by generators, validation and an asynchronous variant.
abstract class Option<T> {
  abstract readonly isSome: boolean;
  static some<T>(value: T): Option<T> {
    return new Some(value);
  }
  static none<T = never>(): Option<T> {
    return NONE as Option<any>;
  }
  static of<T>(value: T | null | undefined): Option<T> {
    return value === null || value === undefined ? Option.none() : Option.some(value);
  }
  abstract match<R>(cases: { some: (value: T) => R; none: () => R }): R;
  map<U>(f: (value: T) => U): Option<U> {
    return this.match({ some: (v) => Option.some(f(v)), none: () => Option.none<U>() });
  }
  flatMap<U>(f: (value: T) => Option<U>): Option<U> {
    return this.match({ some: f, none: () => Option.none<U>() });
  }
  filter(test: (value: T) => boolean): Option<T> {
    return this.flatMap((v) => (test(v) ? this : Option.none<T>()));
  }
  or(fallback: T): T;
  or<U>(fallback: U): T | U;
  or(fallback: unknown): unknown {
    return this.match<unknown>({ some: (v) => v, none: () => fallback });
  }
  orElse(f: () => Option<T>): Option<T> {
    return this.isSome ? this : f();
  }
  toResult<E>(error: E): Result<T, E> {
    return this.match<Result<T, E>>({ some: (v) => Result.ok(v), none: () => Result.err(error) });
  }
  *[Symbol.iterator](): Generator<T> {
    if (this instanceof Some) yield this.value;
  }
  toString(): string {
    return this.match({ some: (v) => `Some(${v})`, none: () => "None" });
  }
}
class Some<T> extends Option<T> {
  readonly isSome = true;
  constructor(readonly value: T) {
    super();
  }
  match<R>({ some }: { some: (value: T) => R }): R {
    return some(this.value);
  }
}
class None extends Option<never> {
  readonly isSome = false;
  match<R>({ none }: { none: () => R }): R {
    return none();
  }
}
const NONE = new None();

type Step<E> = Generator<Result<unknown, E>, unknown, any>;
class Result<T, E> {
  private constructor(private readonly state: { ok: true; value: T } | { ok: false; error: E }) {}
  static ok<T, E = never>(value: T): Result<T, E> {
    return new Result<T, E>({ ok: true, value });
  }
  static err<E, T = never>(error: E): Result<T, E> {
    return new Result<T, E>({ ok: false, error });
  }
  static try<T>(f: () => T): Result<T, Error> {
    try {
      return Result.ok(f());
    } catch (e) {
      return Result.err(e instanceof Error ? e : new Error(String(e)));
    }
  }
  static all<T, E>(results: Iterable<Result<T, E>>): Result<T[], E> {
    const values: T[] = [];
    for (const r of results) {
      if (!r.state.ok) return Result.err(r.state.error);
      values.push(r.state.value);
    }
    return Result.ok(values);
  }
  static partition<T, E>(results: Iterable<Result<T, E>>): { values: T[]; errors: E[] } {
    const out: { values: T[]; errors: E[] } = { values: [], errors: [] };
    for (const r of results) r.match({ ok: (v) => out.values.push(v), err: (e) => out.errors.push(e) });
    return out;
  }
  static do<T, E>(body: () => Generator<Result<unknown, E>, T, any>): Result<T, E> {
    const steps = body();
    let next = steps.next();
    while (!next.done) {
      const { state } = next.value;
      if (!state.ok) {
        steps.return(undefined as T);
        return Result.err(state.error);
      }
      next = steps.next(state.value);
    }
    return Result.ok(next.value);
  }
  *[Symbol.iterator](): Generator<Result<T, E>, T, T> {
    return yield this;
  }
  match<R>(cases: { ok: (value: T) => R; err: (error: E) => R }): R {
    return this.state.ok ? cases.ok(this.state.value) : cases.err(this.state.error);
  }
  map<U>(f: (value: T) => U): Result<U, E> {
    return this.match<Result<U, E>>({ ok: (v) => Result.ok(f(v)), err: (e) => Result.err(e) });
  }
  mapError<F>(f: (error: E) => F): Result<T, F> {
    return this.match<Result<T, F>>({ ok: (v) => Result.ok(v), err: (e) => Result.err(f(e)) });
  }
  andThen<U, F>(f: (value: T) => Result<U, F>): Result<U, E | F> {
    return this.match<Result<U, E | F>>({ ok: f, err: (e) => Result.err(e) });
  }
  recover(f: (error: E) => T): T {
    return this.match({ ok: (v) => v, err: f });
  }
  unwrap(): T {
    return this.match<T>({
      ok: (v) => v,
      err: (e) => {
        throw new Error("unwrapped an error", { cause: e });
      },
    });
  }
  get ok(): Option<T> {
    return this.match({ ok: (v) => Option.some(v), err: () => Option.none<T>() });
  }
  toString() {
    return this.match({ ok: (v) => `Ok(${JSON.stringify(v)})`, err: (e) => `Err(${e})` });
  }
}

const parse = (text: string): Result<number, string> =>
  Option.of(text.trim() || null).map(Number).filter((n) => !Number.isNaN(n)).toResult(`"${text}" is no number`);
const divide = (a: number, b: number): Result<number, "division by zero"> => (b === 0 ? Result.err("division by zero") : Result.ok(a / b));

console.log(`${parse("12")}`, `${parse("x")}`, `${parse("  ")}`, `${parse("6").andThen((n) => divide(n, 4))}`, `${parse("6").andThen((n) => divide(n, 0))}`);
console.log(`${Result.all(["1", "2", "3"].map(parse))}`, `${Result.all(["1", "b", "c"].map(parse))}`, Result.partition(["1", "b", "3", "d"].map(parse)));
function compute(a: string, b: string): Result<string, string> {
  return Result.do(function* () {
    try {
      const x: number = yield* parse(a);
      const y: number = yield* parse(b);
      const q: number = yield* divide(x, y).mapError((e) => e.toUpperCase());
      return `${x}/${y}=${q}`;
    } finally {
      console.log("computed", a, b);
    }
  });
}
console.log([compute("1", "4"), compute("1", "0"), compute("?", "4"), compute("9", "!")].join(" "));
const users: Record<string, { name: string; boss?: string }> = { ann: { name: "Ann" }, bob: { name: "Bob", boss: "ann" }, cy: { name: "Cy", boss: "zed" } };
const find = (id: string) => Option.of(users[id]);
const bossOf = (id: string) => find(id).flatMap((u) => Option.of(u.boss)).flatMap(find).map((u) => u.name);
console.log(["ann", "bob", "cy", "nobody"].map((id) => `${bossOf(id)}`), bossOf("bob").or("none"), bossOf("cy").or(0));
console.log([...Option.some(1), ...Option.none<number>(), ...Option.of(0)], Option.none().isSome, Option.none() === Option.of(null), `${Option.none<number>().orElse(() => Option.some(5))}`);
console.log(`${Result.try(() => JSON.parse("[1]"))}`, Result.try(() => (null as any).x).match({ ok: () => "?", err: (e) => e.name }), `${Result.try(() => { throw "text"; })}`);
try {
  parse("zz").unwrap();
} catch (e) {
  console.log((e as Error).message, "|", (e as Error).cause);
}
console.log(parse("7").recover(() => -1), parse("seven").recover((e) => e.length), `${parse("3").ok}`, `${parse("").ok}`, parse("5").map((n) => n * 2).unwrap());

class Task<T, E> {
  constructor(private readonly run0: () => Promise<Result<T, E>>) {}
  static from<T>(f: () => Promise<T>): Task<T, string> {
    return new Task(async () => {
      try {
        return Result.ok<T, string>(await f());
      } catch (e) {
        return Result.err<string, T>(String(e));
      }
    });
  }
  chain<U, F>(f: (value: T) => Task<U, F>): Task<U, E | F> {
    return new Task<U, E | F>(async () => (await this.run()).match<Promise<Result<U, E | F>>>({ ok: (v) => f(v).run(), err: async (e) => Result.err(e) }));
  }
  retry(times: number): Task<T, E> {
    return new Task(async () => {
      let last = await this.run();
      for (let i = 1; i < times && !last.ok.isSome; i++) last = await this.run();
      return last;
    });
  }
  run(): Promise<Result<T, E>> {
    return this.run0();
  }
}
let tries = 0;
const flaky = Task.from(async () => {
  if (++tries < 3) throw new RangeError(`try ${tries}`);
  return tries;
});
console.log(`${await flaky.run()}`, `${await flaky.retry(5).run()}`, tries);
console.log(`${await flaky.chain((n) => Task.from(async () => n * 100)).run()}`);
const unresolved: Awaited<ReturnType<typeof flaky.run>>[] = [Result.ok(1)];
console.log(unresolved.length);
