const log: string[] = [];
class Config {
  static a = (log.push("a"), 1);
  static #hidden = 5;
  static table: Map<string, number>;
  static {
    log.push("block 1");
    this.table = new Map([["a", this.a]]);
    try {
      this.fail();
    } catch {
      log.push("caught");
    }
  }
  static b = (log.push("b"), Config.a + 1);
  static {
    log.push("block 2");
    Config.table.set("b", Config.b).set("hidden", Config.#hidden);
  }
  static fail() {
    throw new Error("x");
  }
  instance = (log.push("instance"), 0);
}
console.log(log.join(), [...Config.table]);
new Config();
console.log(log.length);
let peek: (c: Vault) => number;
class Vault {
  #gold = 7;
  static {
    peek = (v) => v.#gold;
  }
}
console.log(peek!(new Vault()));
class Registry {
  static readonly items: Registry[] = [];
  static create(name: string) {
    return new this(name);
  }
  private constructor(readonly name: string) {
    Registry.items.push(this);
  }
}
Registry.create("one");
Registry.create("two");
console.log(Registry.items.map((r) => r.name), Registry.items.length);
