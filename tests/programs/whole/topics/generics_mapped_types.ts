type Optional<T> = { [K in keyof T]?: T[K] };
type Getters<T> = { [K in keyof T as `get${Capitalize<string & K>}`]: () => T[K] };
type Nullable<T> = { [K in keyof T]: T[K] | null };
interface Point {
  x: number;
  y: number;
}
function patch<T extends object>(base: T, change: Optional<T>): T {
  return { ...base, ...change };
}
function getters<T extends object>(target: T): Getters<T> {
  const result: any = {};
  for (const key of Object.keys(target)) {
    result["get" + key[0].toUpperCase() + key.slice(1)] = () => (target as any)[key];
  }
  return result;
}
function nulls<T extends object>(target: T): Nullable<T> {
  return Object.fromEntries(Object.keys(target).map((k) => [k, null])) as Nullable<T>;
}
const point: Point = { x: 1, y: 2 };
console.log(patch(point, { y: 5 }));
const got = getters(point);
console.log(got.getX(), got.getY());
point.x = 100;
console.log(got.getX(), Object.keys(got));
console.log(nulls(point));
const partial: Partial<Point> = {};
partial.x = 3;
const full: Required<Point> = { ...point, y: 0 };
const picked: Pick<Point, "x"> = { x: 9 };
const omitted: Omit<Point, "x"> = { y: 8 };
const table: Record<keyof Point, string> = { x: "ex", y: "why" };
console.log(partial, full, picked, omitted, table);
