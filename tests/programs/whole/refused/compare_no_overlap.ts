// tsc: 2367 line 4
type Direction = "up" | "down";
function f(d: Direction) {
  return d === "left";
}
console.log(f("up"));
