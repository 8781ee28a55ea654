const settings = { volume: 5, name: "main", muted: false };
type Settings = typeof settings;
function get<K extends keyof Settings>(key: K): Settings[K] {
  return settings[key];
}
function set<K extends keyof Settings>(key: K, value: Settings[K]): void {
  settings[key] = value;
}
set("volume", get("volume") + 1);
set("name", get("name").toUpperCase());
set("muted", !get("muted"));
console.log(settings);
type Name = Settings["name"];
const n: Name = "x";
type Values = Settings[keyof Settings];
const values: Values[] = Object.values(settings);
console.log(n, values);
const keys = Object.keys(settings) as (keyof Settings)[];
for (const k of keys) console.log(k, typeof settings[k]);
const actions = {
  add: (a: number, b: number) => a + b,
  greet: (who: string) => "hi " + who,
};
function call<K extends keyof typeof actions>(name: K, ...args: Parameters<(typeof actions)[K]>): ReturnType<(typeof actions)[K]> {
  return (actions[name] as any)(...args);
}
console.log(call("add", 1, 2), call("greet", "x"));
interface Events {
  click: { x: number; y: number };
  key: string;
  close: undefined;
}
class Emitter<E> {
  #handlers: { [K in keyof E]?: ((e: E[K]) => void)[] } = {};
  on<K extends keyof E>(k: K, f: (e: E[K]) => void): this {
    (this.#handlers[k] ??= []).push(f);
    return this;
  }
  emit<K extends keyof E>(k: K, e: E[K]): number {
    const list = this.#handlers[k] ?? [];
    for (const f of list) f(e);
    return list.length;
  }
}
const em = new Emitter<Events>().on("click", ({ x, y }) => console.log(x + y)).on("key", (k) => console.log(k.length)).on("key", (k) => console.log(k));
console.log(em.emit("click", { x: 1, y: 2 }), em.emit("key", "abc"), em.emit("close", undefined));
type ItemOf<T> = T extends (infer U)[] ? U : T;
const item: ItemOf<typeof keys> = "volume";
const tuple = ["a", 1] as const;
const el: (typeof tuple)[1] = 1;
console.log(item, el, tuple["length"]);
