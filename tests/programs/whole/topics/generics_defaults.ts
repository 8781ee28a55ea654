interface Box<T = string> {
  value: T;
}
const a: Box = { value: "text" };
const b: Box<number> = { value: 5 };
function make<T = number>(create?: () => T): T | null {
  return create ? create() : null;
}
class Store<K extends string = string, V = K[]> {
  private readonly entries: [K, V][] = [];
  put(key: K, value: V): this {
    this.entries.push([key, value]);
    return this;
  }
  list(): string {
    return this.entries.map(([k, v]) => `${k}=${v}`).join(";");
  }
}
console.log(a.value.toUpperCase(), b.value.toFixed(1));
console.log(make(), make(() => "made"), make<boolean>(() => true));
console.log(new Store().put("a", ["x", "y"]).list());
console.log(new Store<"l" | "r", number>().put("l", 1).put("r", 2).list());
type Handler<E = { type: string }, R = void> = (event: E) => R;
const handler: Handler = (event) => {
  console.log("got", event.type);
};
const sized: Handler<string, number> = (event) => event.length;
handler({ type: "click" });
console.log(sized("four"));
