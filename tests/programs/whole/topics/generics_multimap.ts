class MultiMap<K, V> {
  private map = new Map<K, Set<V>>();
  add(key: K, value: V): boolean {
    let values = this.map.get(key);
    if (!values) this.map.set(key, (values = new Set()));
    const before = values.size;
    values.add(value);
    return values.size > before;
  }
  get(key: K): V[] {
    return [...(this.map.get(key) ?? [])];
  }
  delete(key: K, value: V): boolean {
    const values = this.map.get(key);
    if (!values?.delete(value)) return false;
    if (values.size === 0) this.map.delete(key);
    return true;
  }
  *entries(): IterableIterator<[K, V]> {
    for (const [key, values] of this.map) for (const value of values) yield [key, value];
  }
  get size() {
    let n = 0;
    for (const _ of this.entries()) n++;
    return n;
  }
}
const m = new MultiMap<string, number>();
console.log(m.add("a", 1), m.add("a", 2), m.add("a", 1), m.add("b", 3));
console.log(m.get("a"), m.get("zz"), m.size);
console.log(m.delete("a", 5), m.delete("b", 3), m.get("b"));
for (const [k, v] of m.entries()) console.log(k, v);
console.log(m);
function groupBy<T, K extends PropertyKey>(items: T[], key: (t: T) => K): Record<K, T[]> {
  const result = {} as Record<K, T[]>;
  for (const item of items) (result[key(item)] ??= []).push(item);
  return result;
}
console.log(groupBy([1, 2, 3, 4, 5], (n) => (n % 2 ? "odd" : "even")));
console.log(groupBy(["one", "two", "three"], (s) => s.length));
