function kind(x: unknown): string {
  switch (x) {
    case 1:
    case 2:
      return "small";
    case "1":
      return "text one";
    case null:
      return "null";
    case undefined:
      return "undefined";
    case NaN:
      return "never";
    default:
      return "default";
    case true:
      return "after default";
  }
}
for (const x of [1, 2, "1", null, undefined, NaN, true, {}]) console.log(kind(x));
function fall(n: number) {
  const seen: string[] = [];
  switch (n) {
    case 0:
      seen.push("0");
    default:
      seen.push("d");
    case 1:
      seen.push("1");
    case 2:
      seen.push("2");
      break;
    case 3:
      seen.push("3");
  }
  return seen.join();
}
console.log(fall(0), fall(1), fall(2), fall(3), fall(9));
const log: string[] = [];
const at = (s: string, v: number) => (log.push(s), v);
switch (at("subject", 2)) {
  case at("a", 1):
    break;
  case at("b", 2):
    log.push("hit");
    break;
  case at("c", 3):
}
console.log(log);
switch (true) {
  case log.length > 10:
    console.log("long");
    break;
  case log.length > 2: {
    const scoped = "medium";
    console.log(scoped);
    break;
  }
}
switch (3 as number) {
  case 1:
    var shared = "x";
    break;
  case 3:
    shared = "assigned in another case";
    console.log(shared);
}
switch (5 as number) {
}
function nested(a: number, b: number) {
  switch (a) {
    case 1:
      switch (b) {
        case 1:
          return "1,1";
        case 2:
          break;
      }
      return "1,?";
    default:
      for (const i of [1, 2, 3]) {
        switch (i) {
          case 2:
            continue;
        }
        if (i === b) return "loop " + i;
      }
  }
  return "end";
}
console.log(nested(1, 1), nested(1, 2), nested(2, 3), nested(2, 2));
