// Static fields, methods and blocks; the order in which they run; inheritance of statics.
function log(text: string): number {
  console.log(text);
  return text.length;
}
console.log("before");
class Registry {
  static first = log("first");
  static items: string[] = [];
  static second = Registry.first + log("second");
  static {
    for (let i = 0; i < 2; i++) Registry.items.push("item" + i);
    log("block " + Registry.items.length);
  }
  static last: Registry | null = null;
  static none: string | undefined;
  static readonly limit: int = 3;
  static add(name: string): boolean {
    if (Registry.items.length >= Registry.limit) return false;
    Registry.items.push(name);
    Registry.last = new Registry(name);
    return true;
  }
  constructor(readonly name: string) {}
}
console.log("after", Registry.second, Registry.none);
console.log(Registry.add("a"), Registry.add("b"), Registry.items.length, Registry.last?.name);
class Sub extends Registry {
  static extra = Sub.limit + 1;
}
console.log(Sub.extra, Sub.add("c"), Sub.items === Registry.items);
Registry.first++;
Registry.first *= 2;
console.log(Registry.first, Registry.first--, Registry.first);
