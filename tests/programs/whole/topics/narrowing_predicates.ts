interface User {
  id: number;
  name: string;
}
function isUser(value: unknown): value is User {
  if (typeof value !== "object" || value === null) return false;
  const v = value as Record<string, unknown>;
  return typeof v.id === "number" && typeof v.name === "string";
}
function isDefined<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
const data: unknown[] = [{ id: 1, name: "A" }, { id: "2", name: "B" }, null, 7, { id: 3, name: "C", extra: true }];
for (const user of data.filter(isUser)) console.log(user.id, user.name);
const sparse: (number | null | undefined)[] = [1, null, 2, undefined, 0];
console.log(sparse.filter(isDefined));
console.log(sparse.filter((n) => n != null).map((n) => n * 2));
class Guard<T> {
  constructor(private test: (value: unknown) => value is T) {}
  collect(values: unknown[]): T[] {
    const result: T[] = [];
    for (const value of values) if (this.test(value)) result.push(value);
    return result;
  }
}
const isString = (v: unknown): v is string => typeof v === "string";
console.log(new Guard(isString).collect([1, "a", null, "b"]).map((s) => s.toUpperCase()));
class Entry {
  isFolder(): this is Folder {
    return this instanceof Folder;
  }
}
class Folder extends Entry {
  children = ["x"];
}
const entries: Entry[] = [new Entry(), new Folder()];
for (const e of entries) console.log(e.isFolder() ? e.children : "file");
