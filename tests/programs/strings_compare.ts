// reference
let words = ["", "a", "b", "ab", "B", "aa", "é", "日", "😀", "\uffff", "1", "10", "2"];
for (const x of words) {
  let line = "";
  for (const y of words) {
    line += x < y ? "<" : x === y ? "=" : ">";
    if ((x < y) !== !(x >= y) || (x > y) !== !(x <= y) || (x === y) !== !(x !== y)) line += "!";
  }
  console.log(line);
}
function left(): string {
  console.log("left");
  return "l";
}
function right(): string {
  console.log("right");
  return "r";
}
console.log(left() > right(), left() <= right(), left() < right(), left() >= right());
if (left() > right()) console.log("greater"); else console.log("not greater");
let built = "a";
built += "b";
console.log(built === "ab", built !== "ab", built.length === 2);
