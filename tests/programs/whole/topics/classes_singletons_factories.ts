class Settings {
  private static instance?: Settings;
  private values = new Map<string, unknown>();
  private constructor() {}
  static get(): Settings {
    return (Settings.instance ??= new Settings());
  }
  set<T>(key: string, value: T): T {
    this.values.set(key, value);
    return value;
  }
  read<T>(key: string): T | undefined {
    return this.values.get(key) as T | undefined;
  }
}
Settings.get().set("depth", 3);
console.log(Settings.get() === Settings.get(), Settings.get().read<number>("depth"));
interface Shape {
  area(): number;
}
const registry: Record<string, new (size: number) => Shape> = {};
function register(name: string, C: new (size: number) => Shape) {
  registry[name] = C;
}
register("square", class Square {
  constructor(private size: number) {}
  area() {
    return this.size * this.size;
  }
});
register("disc", class Disc implements Shape {
  constructor(readonly r: number) {}
  area = () => this.r * this.r * 3;
});
function create(name: string, size: number): Shape {
  const C = registry[name];
  if (!C) throw new Error("no " + name);
  return new C(size);
}
console.log(create("square", 3).area(), create("disc", 2).area(), create("disc", 2).constructor.name);
try {
  create("cube", 1);
} catch (e) {
  console.log((e as Error).message);
}
function construct<T, A extends unknown[]>(C: new (...args: A) => T, ...args: A): T {
  return new C(...args);
}
console.log(construct(Map, [["a", 1]] as [string, number][]).size, construct(Error, "m").message);
