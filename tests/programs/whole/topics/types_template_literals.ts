type EventName<T extends string> = `on${Capitalize<T>}`;
type Handlers<T> = { [K in keyof T & string as EventName<K>]?: (value: T[K]) => string };
interface Model {
  name: string;
  age: number;
}
const handlers: Handlers<Model> = {
  onName: (v) => v.toUpperCase(),
  onAge: (v) => v.toFixed(1),
};
console.log(handlers.onName?.("x"), handlers.onAge?.(5), Object.keys(handlers));
type Route = `/${string}`;
type Params<S extends string> = S extends `${string}:${infer P}/${infer R}` ? P | Params<R> : S extends `${string}:${infer P}` ? P : never;
function link<S extends Route>(route: S, params: Record<Params<S>, string | number>): string {
  return route.split("/").map((part) => (part.startsWith(":") ? String(params[part.slice(1) as Params<S>]) : part)).join("/");
}
console.log(link("/users/:id/posts/:post", { id: 7, post: "x" }), link("/plain", {}));
type Css = `${number}${"px" | "em" | "%"}`;
const sizes: Css[] = ["1px", "2.5em", "100%"];
console.log(sizes.map((s) => parseFloat(s)).join());
type Split<S extends string, D extends string> = S extends `${infer H}${D}${infer T}` ? [H, ...Split<T, D>] : [S];
const split = <S extends string, D extends string>(s: S, d: D) => s.split(d) as Split<S, D>;
const [y, mo, d] = split("2024-05-06", "-");
console.log(Number(y), Number(mo), Number(d));
type Upper = Uppercase<"abc">;
const upper: Upper = "ABC";
type Getter = `get${Capitalize<"x" | "y">}`;
const getters: Record<Getter, () => number> = { getX: () => 1, getY: () => 2 };
console.log(upper, getters.getX() + getters.getY());
type Path<T> = T extends object ? { [K in keyof T & string]: K | `${K}.${Path<T[K]>}` }[keyof T & string] : never;
const get = <T extends object>(o: T, path: Path<T>): unknown => (path as string).split(".").reduce((v: any, k) => v[k], o);
console.log(get({ a: { b: { c: "deep" } }, z: 1 }, "a.b.c"), get({ a: { b: 2 } }, "a"));
