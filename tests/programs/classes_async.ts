// Async methods: called through classes, bases and interfaces, overridden, with this and super.
interface Store {
  load(key: string): Promise<number>;
  size: number;
}
class Memory implements Store {
  size = 0;
  async load(key: string): Promise<number> {
    console.log("load", key);
    await null;
    this.size += key.length;
    return this.size;
  }
  async twice(key: string): Promise<number> {
    const first = await this.load(key);
    return first + (await this.load(key));
  }
  static async make(): Promise<Memory> {
    await 0;
    return new Memory();
  }
}
class Slow extends Memory {
  override async load(key: string): Promise<number> {
    await null;
    const value = await super.load(key + "~");
    return value * 10;
  }
}
class Failing extends Memory {
  override load(key: string): Promise<number> {
    throw new RangeError("no " + key);
  }
}
async function use(store: Store, key: string): Promise<string> {
  try {
    return `${await store.load(key)} ${store.size}`;
  } catch (e) {
    return e instanceof RangeError ? "failed: " + e.message : "?";
  }
}
const memory = await Memory.make();
console.log(await memory.twice("ab"), memory.size);
const slow = new Slow();
const pending = slow.twice("c");
console.log("started", slow.size);
console.log(await pending, slow.size);
console.log(await use(memory, "x"), await use(new Slow(), "yy"), await use(new Failing(), "z"));
const stores: Store[] = [new Memory(), new Slow()];
let total = 0;
for (const store of stores) total += await store.load("abc");
console.log(total);
