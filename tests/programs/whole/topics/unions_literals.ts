type Direction = "north" | "east" | "south" | "west";
const order: readonly Direction[] = ["north", "east", "south", "west"];
function turn(direction: Direction, steps: number): Direction {
  return order[(((order.indexOf(direction) + steps) % 4) + 4) % 4];
}
const delta: { readonly [D in Direction]: readonly [number, number] } = {
  north: [0, -1],
  east: [1, 0],
  south: [0, 1],
  west: [-1, 0],
};
let direction: Direction = "north";
let x = 0;
let y = 0;
for (const command of "FFRFFLFRRF") {
  if (command === "R") direction = turn(direction, 1);
  else if (command === "L") direction = turn(direction, -1);
  else {
    const [dx, dy] = delta[direction];
    x += dx;
    y += dy;
  }
}
console.log(x, y, direction);
type Bit = 0 | 1;
const flip = (bit: Bit): Bit => (bit === 0 ? 1 : 0);
console.log(flip(0), flip(1));
type Answer = boolean | "maybe";
const answers: Answer[] = [true, "maybe", false];
console.log(answers.map((a) => (a === "maybe" ? "?" : a ? "yes" : "no")).join(" "));
type Status = `${"get" | "post"}:${"ok" | "fail"}`;
const status: Status = "get:ok";
const [method, outcome] = status.split(":");
console.log(method, outcome);
