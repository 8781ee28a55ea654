const log: string[] = [];
function at<T>(name: string, value: T): T {
  log.push(name);
  return value;
}
const source = {
  get a() {
    return at("get a", undefined as number | undefined);
  },
  get b() {
    return at("get b", 2);
  },
  get c() {
    return at("get c", 3);
  },
};
const target: any = {
  set x(v: any) {
    log.push("set x " + v);
  },
  set y(v: any) {
    log.push("set y " + v);
  },
};
({ [at("key a", "a") as "a"]: at("target", target).x = at("default", 1), b: target.y } = source);
console.log(log.join(" | "));
log.length = 0;
const { c, ...rest } = source;
console.log(log.join(" | "), rest, c);
log.length = 0;
const iterable = {
  [Symbol.iterator]() {
    let i = 0;
    return {
      next() {
        log.push("next " + i);
        return { done: i >= 2, value: i++ };
      },
      return() {
        log.push("return");
        return { done: true, value: undefined };
      },
    };
  },
};
const [one] = iterable;
console.log(one, log.join(" | "));
log.length = 0;
const [p, q, r = at("default r", 9)] = iterable;
console.log(p, q, r, log.join(" | "));
log.length = 0;
const [, ...more] = iterable;
console.log(more, log.join(" | "));
