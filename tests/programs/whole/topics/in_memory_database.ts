type Row = Record<string, string | number | boolean | null>;
type Predicate<R> = (r: R) => boolean;
class Table<R extends Row> {
  #rows: R[] = []; #indexes = new Map<keyof R, Map<unknown, Set<R>>>();
  constructor(readonly name: string, private readonly columns: { [K in keyof R]: "text" | "number" | "boolean" }, private readonly key: keyof R & string) {}
  insert(...rows: R[]): this { for (const r of rows) { for (const [c, type] of Object.entries(this.columns)) { const v = r[c]; if (v !== null && (type === "text" ? "string" : type) !== typeof v) throw new TypeError(`${this.name}.${c}: ${typeof v} is no ${type}`); } if (this.#rows.some((o) => o[this.key] === r[this.key])) throw new Error(`${this.name}: duplicate ${String(r[this.key])}`); const copy = { ...r }; this.#rows.push(copy); for (const [c, ix] of this.#indexes) this.#put(ix, copy[c], copy); } return this; }
  #put(ix: Map<unknown, Set<R>>, v: unknown, r: R) { let s = ix.get(v); if (!s) ix.set(v, (s = new Set())); s.add(r); }
  index(c: keyof R): this { const ix = new Map<unknown, Set<R>>(); for (const r of this.#rows) this.#put(ix, r[c], r); this.#indexes.set(c, ix); return this; }
  lookup<K extends keyof R>(c: K, v: R[K]): R[] { return [...(this.#indexes.get(c)?.get(v) ?? this.#rows.filter((r) => r[c] === v))]; }
  update(where: Predicate<R>, change: Partial<R> | ((r: R) => Partial<R>)): number { const hit = this.#rows.filter(where); for (const r of hit) { const c = typeof change === "function" ? change(r) : change; for (const [col, ix] of this.#indexes) if (col in c) { ix.get(r[col])?.delete(r); this.#put(ix, c[col], r); } Object.assign(r, c); } return hit.length; }
  delete(where: Predicate<R>): number { const before = this.#rows.length; const gone = this.#rows.filter(where); this.#rows = this.#rows.filter((r) => !where(r)); for (const [c, ix] of this.#indexes) for (const r of gone) ix.get(r[c])?.delete(r); return before - this.#rows.length; }
  from() { return new Query<R>(() => this.#rows); }
}
class Query<R> implements Iterable<R> {
  constructor(private readonly run: () => Iterable<R>) {}
  *[Symbol.iterator]() { yield* this.run(); }
  where(p: Predicate<R>) { return new Query(() => [...this].filter(p)); }
  select<K extends keyof R>(...ks: K[]) { return new Query(() => [...this].map((r) => Object.fromEntries(ks.map((k) => [k, r[k]])) as Pick<R, K>)); }
  orderBy<K extends keyof R>(k: K, direction: "asc" | "desc" = "asc") { return new Query(() => [...this].sort((a, b) => (a[k] === b[k] ? 0 : a[k] === null ? 1 : b[k] === null ? -1 : (a[k]! < b[k]! ? -1 : 1) * (direction === "asc" ? 1 : -1)))); }
  limit(n: number, offset = 0) { return new Query(() => [...this].slice(offset, offset + n)); }
  join<S, P extends string>(other: Iterable<S>, on: (r: R, s: S) => boolean, prefix: P, left = false) { return new Query(() => [...this].flatMap((r) => { const hits = [...other].filter((s) => on(r, s)).map((s) => ({ ...r, [prefix]: s }) as R & { [K in P]: S | null }); return hits.length || !left ? hits : [{ ...r, [prefix]: null } as R & { [K in P]: S | null }]; })); }
  groupBy<K extends string | number | boolean | null, A extends Record<string, (rs: R[]) => unknown>>(key: (r: R) => K, aggregates: A) { return new Query(() => { const groups = new Map<K, R[]>(); for (const r of this) groups.set(key(r), [...(groups.get(key(r)) ?? []), r]); return [...groups].map(([k, rs]) => ({ key: k, ...(Object.fromEntries(Object.entries(aggregates).map(([n, f]) => [n, f(rs)])) as { [N in keyof A]: ReturnType<A[N]> }) })); }); }
  toArray() { return [...this]; }
  first() { return this.toArray()[0] as R | undefined; }
}
const users = new Table<{ id: number; name: string; city: string | null; active: boolean }>("users", { id: "number", name: "text", city: "text", active: "boolean" }, "id").insert({ id: 1, name: "Ann", city: "X", active: true }, { id: 2, name: "Bob", city: null, active: false }, { id: 3, name: "Cy", city: "X", active: true }).index("city");
const orders = new Table<{ id: number; user: number; total: number }>("orders", { id: "number", user: "number", total: "number" }, "id").insert({ id: 10, user: 1, total: 5.5 }, { id: 11, user: 1, total: 20 }, { id: 12, user: 3, total: 7 });
console.log(users.from().where((u) => u.active).orderBy("name", "desc").select("name", "city").toArray(), users.lookup("city", "X").map((u) => u.id), users.from().orderBy("city").limit(2, 1).toArray().map((u) => u.name));
console.log(users.from().join(orders.from(), (u, o) => u.id === o.user, "order", true).toArray().map((r) => `${r.name}:${r.order?.total ?? "-"}`));
console.log(orders.from().groupBy((o) => o.user, { n: (rs) => rs.length, sum: (rs) => rs.reduce((s, r) => s + r.total, 0) }).orderBy("sum", "desc").toArray());
console.log(users.update((u) => u.id === 2, { city: "X" }), users.lookup("city", "X").length, users.update(() => true, (u) => ({ name: u.name + "!" })), users.from().first(), users.delete((u) => u.id < 3), users.lookup("city", "X").length);
for (const f of [() => users.insert({ id: 3, name: "dup", city: null, active: true }), () => users.insert({ id: 4, name: 5 as any, city: null, active: true })]) { try { f(); } catch (e) { console.log(`${e}`); } }
const lazy = users.from().where((u) => u.id > 3);
users.insert({ id: 9, name: "late", city: "Z", active: true });
console.log(lazy.toArray().length, [...users.from().select("id")].map((r) => r.id));
