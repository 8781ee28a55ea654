class Loader {
  #cache = new Map<string, Promise<string>>();
  loads = 0;
  async load(key: string): Promise<string> {
    let found = this.#cache.get(key);
    if (!found) {
      found = this.#fetch(key);
      this.#cache.set(key, found);
    }
    return found;
  }
  async #fetch(key: string) {
    this.loads++;
    await new Promise((r) => setTimeout(r, 1));
    return key.toUpperCase();
  }
  static async all(loader: Loader, ...keys: string[]) {
    return Promise.all(keys.map((k) => loader.load(k)));
  }
  loadLater = async (key: string) => (await this.load(key)) + "!";
  async *stream(keys: string[]) {
    for (const k of keys) yield await this.load(k);
  }
}
const loader = new Loader();
console.log(await Loader.all(loader, "a", "b", "a"), loader.loads);
console.log(await loader.loadLater("c"), loader.loads);
for await (const s of loader.stream(["a", "d"])) console.log(s);
const o = {
  async method() {
    return this === o;
  },
  async *gen() {
    yield 1;
  },
};
console.log(await o.method(), (await o.gen().next()).value);
const sum = async (...ns: (number | Promise<number>)[]) => {
  let total = 0;
  for (const n of ns) total += await n;
  return total;
};
console.log(await sum(1, Promise.resolve(2), 3));
const expression = (await sum(1)) + (await sum(2)) * (await sum(3));
console.log(expression, [await 1, await 2], { a: await "x" }, `${await "t"}`);
const pipeline = [async (x: number) => x + 1, (x: number) => x * 2, async (x: number) => x - 3];
let value: number = 10;
for (const step of pipeline) value = await step(value);
console.log(value);
console.log(await [1, 2, 3].reduce(async (p, n) => (await p) + n, Promise.resolve(0)));
(async function named() {
  console.log(named.name, typeof named());
}).name.length;
