const log = (...v: unknown[]) => console.log(...v);
log("sync start");
Promise.resolve("resolved").then(log);
Promise.reject(new Error("rejected")).catch((e) => log("caught", e.message));
new Promise<number>((resolve) => {
  log("executor");
  resolve(1);
  resolve(2);
})
  .then((v) => v + 10)
  .then((v) => {
    log("v", v);
    throw new RangeError("from then");
  })
  .then(() => log("skipped"))
  .catch((e) => {
    log(e.name);
    return "recovered";
  })
  .finally(() => {
    log("finally");
    return "ignored" as any;
  })
  .then(log, () => log("never"));
new Promise((_, reject) => reject("r")).then(() => 1, (r) => log("second argument", r));
new Promise(() => {
  throw new Error("executor threw");
}).catch((e) => log(e.message));
Promise.resolve(1).then(2 as any).then((v) => log("passed through", v));
Promise.reject(new Error("kept"))
  .finally(() => log("f"))
  .catch((e) => log(e.message));
Promise.reject(1)
  .finally(() => {
    throw new Error("replaced");
  })
  .catch((e) => log(e.message));
log("sync end");
const p = Promise.resolve(5);
log(Promise.resolve(p) === p, p instanceof Promise, Object.prototype.toString.call(p));
await null;
log("after await");
