// tsc: 2366 line 3
type Kind = "a" | "b" | "c";
function f(k: Kind): number {
  switch (k) {
    case "a":
      return 1;
    case "b":
      return 2;
  }
}
console.log(f("a"));
