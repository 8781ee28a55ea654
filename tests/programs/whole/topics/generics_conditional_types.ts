type ElementOf<T> = T extends readonly (infer U)[] ? U : never;
type Unwrapped<T> = T extends Promise<infer U> ? Unwrapped<U> : T;
type Text<T> = T extends string ? "string" : T extends number ? "number" : "other";
function nameOf<T>(value: T): Text<T> {
  return (typeof value === "string" ? "string" : typeof value === "number" ? "number" : "other") as Text<T>;
}
const element: ElementOf<string[]> = "e";
const inner: Unwrapped<Promise<Promise<number>>> = 7;
const r: ReturnType<typeof make> = { id: 1, tags: ["t"] };
function make(id: number) {
  return { id, tags: [] as string[] };
}
const args: Parameters<typeof make> = [5];
console.log(nameOf("x"), nameOf(1), nameOf(null), element, inner);
console.log(r, make(...args));
function flatten<T>(items: (T | T[])[]): T[] {
  const result: T[] = [];
  for (const item of items) {
    if (Array.isArray(item)) result.push(...item);
    else result.push(item);
  }
  return result;
}
console.log(flatten([1, [2, 3], 4, []]));
type Keys = Exclude<"a" | "b" | "c", "b">;
const keys: Keys[] = ["a", "c"];
type Sure = NonNullable<string | null | undefined>;
const sure: Sure = "s";
console.log(keys, sure);
