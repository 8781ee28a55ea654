const target = { n: 1 };
const ref = new WeakRef(target);
console.log(ref.deref() === target, ref.deref()?.n, Object.prototype.toString.call(ref));
class Cache<T extends object> {
  #refs = new Map<string, WeakRef<T>>();
  set(k: string, v: T) { this.#refs.set(k, new WeakRef(v)); return v; }
  get(k: string) { return this.#refs.get(k)?.deref(); }
}
const cache = new Cache<{ n: number }>();
cache.set("t", target);
console.log(cache.get("t"), cache.get("none"));
try { new WeakRef(5 as any); } catch (e: any) { console.log(e.name); }
