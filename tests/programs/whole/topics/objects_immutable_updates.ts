interface State {
  readonly user: { readonly name: string; readonly address: { readonly city: string } };
  readonly todos: readonly { readonly id: number; readonly done: boolean; readonly text: string }[];
  readonly tags: ReadonlySet<string>;
}
const s0: State = { user: { name: "A", address: { city: "X" } }, todos: [{ id: 1, done: false, text: "one" }, { id: 2, done: false, text: "two" }], tags: new Set(["t"]) };
type Action = { type: "toggle"; id: number } | { type: "add"; text: string } | { type: "move"; city: string } | { type: "tag"; tag: string } | { type: "none" };
function reduce(s: State, a: Action): State {
  switch (a.type) {
    case "toggle":
      return { ...s, todos: s.todos.map((t) => (t.id === a.id ? { ...t, done: !t.done } : t)) };
    case "add":
      return { ...s, todos: [...s.todos, { id: Math.max(0, ...s.todos.map((t) => t.id)) + 1, done: false, text: a.text }] };
    case "move":
      return { ...s, user: { ...s.user, address: { ...s.user.address, city: a.city } } };
    case "tag":
      return { ...s, tags: new Set([...s.tags, a.tag]) };
    default:
      return s;
  }
}
const actions: Action[] = [{ type: "toggle", id: 2 }, { type: "add", text: "three" }, { type: "move", city: "Y" }, { type: "tag", tag: "u" }, { type: "none" }];
const history = actions.reduce<State[]>((h, a) => [...h, reduce(h[h.length - 1], a)], [s0]);
const last = history.at(-1)!;
console.log(last.todos.map((t) => `${t.id}${t.done ? "x" : "-"}${t.text}`), last.user.address.city, [...last.tags]);
console.log(s0.todos.length, s0.user.address.city, s0.tags.size, last.todos[0] === s0.todos[0], last.todos[1] === s0.todos[1], history[5] === history[4]);
console.log(history.map((h, i) => (i ? Object.keys(h).filter((k) => h[k as keyof State] !== history[i - 1][k as keyof State]).join() : "start")));
function deepMerge(a: any, b: any): any {
  if (Array.isArray(a) || Array.isArray(b) || typeof a !== "object" || typeof b !== "object" || !a || !b) return b === undefined ? a : b;
  const out = { ...a };
  for (const k of Object.keys(b)) out[k] = deepMerge(a[k], b[k]);
  return out;
}
console.log(JSON.stringify(deepMerge({ a: { x: 1, y: 2 }, l: [1], n: 1 }, { a: { y: 3, z: 4 }, l: [2], n: null })));
function diff(a: any, b: any, path = ""): string[] {
  if (Object.is(a, b)) return [];
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return [`${path}: ${JSON.stringify(a)} -> ${JSON.stringify(b)}`];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((k) => diff(a[k], b[k], path ? `${path}.${k}` : k));
}
console.log(diff({ a: 1, b: { c: [1, 2] } }, { a: 2, b: { c: [1, 3, 4] }, d: null }));
