// reference
// switch: fall through, default in the middle, strings, scopes, break out of loops, return.
function name(day: number): string {
  switch (day) {
    case 0:
    case 6:
      return "weekend";
    case 1:
      return "monday";
    default:
      return "weekday";
  }
}
console.log(name(0), name(1), name(3), name(6));

function middle(text: string): string {
  let result = "";
  switch (text) {
    case "a":
      result += "a";
    default:
      result += "d";
    case "b":
      result += "b";
      break;
    case "c": {
      const inner = "c";
      result += inner;
    }
  }
  return result;
}
console.log(middle("a"), middle("b"), middle("c"), middle("z"));

function side(n: number): number {
  console.log("side", n);
  return n;
}
switch (side(2)) {
  case side(1):
    console.log("one");
    break;
  case side(2):
    console.log("two");
  case side(3):
    console.log("three");
}
let i = 0;
outer: for (;;) {
  switch (i++) {
    case 3:
      break outer;
    case 1:
      continue;
    default:
      console.log("i", i);
  }
}
switch (1 < 2) {
  case true:
    console.log("true");
    break;
  case false:
    console.log("false");
}
switch (i) {
}
const nan = 0 / 0;
switch (nan) {
  case nan:
    console.log("never");
    break;
  default:
    console.log("NaN is not itself");
}
function maybe(value: string | null): number {
  switch (value) {
    case null:
      return 0;
    case "x":
      return 1;
  }
  return value.length * 10;
}
console.log(maybe(null), maybe("x"), maybe("abc"));
switch (i) {
  case 4:
    let shared = 1;
    console.log(shared);
  case 5:
    shared = 2;
    console.log(shared);
}
