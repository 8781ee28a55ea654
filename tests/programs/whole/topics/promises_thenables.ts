const thenable = {
  then(resolve: (v: string) => void) {
    console.log("then called");
    resolve("from thenable");
  },
};
console.log(await thenable);
console.log(await Promise.resolve(thenable));
const rejecting = { then: (_: any, reject: (e: Error) => void) => reject(new Error("thenable rejects")) };
await Promise.resolve(rejecting as any).catch((e) => console.log(e.message));
const throwing = {
  then() {
    throw new Error("thenable throws");
  },
};
try {
  await (throwing as any);
} catch (e) {
  console.log((e as Error).message);
}
const both = {
  then(resolve: (v: number) => void, reject: (e: any) => void) {
    resolve(1);
    reject("late");
    throw new Error("ignored");
  },
};
console.log(await (both as any));
const nested = { then: (r: (v: any) => void) => r(thenable) };
console.log(await nested);
console.log(await ({ then: "not a function" }));
class Query {
  constructor(private sql: string) {}
  where(c: string) {
    return new Query(this.sql + " where " + c);
  }
  then<R>(done: (rows: string[]) => R) {
    return Promise.resolve([this.sql]).then(done);
  }
}
console.log(await new Query("select").where("a"));
const self: Promise<any> = new Promise((r) => setTimeout(() => r(self), 1));
await self.catch((e) => console.log(e.name, e.message));
const order: string[] = [];
(async () => {
  await ({ then: (r: any) => r() } as any);
  order.push("thenable");
})();
(async () => {
  await null;
  order.push("null");
})();
await new Promise((r) => setTimeout(r, 1));
console.log(order);
