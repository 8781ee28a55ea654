enum Direction {
  Up = "UP",
  Down = "DOWN",
  Left = "LEFT",
}
enum Mixed {
  No = 0,
  Yes = "YES",
  Later = 10,
  Last,
}
console.log(Direction.Up, Direction, Object.values(Direction), Object.keys(Direction).length);
console.log(Mixed, Mixed[0], Mixed[11], Mixed.Yes);
function isDirection(text: string): text is Direction {
  return (Object.values(Direction) as string[]).includes(text);
}
console.log(isDirection("UP"), isDirection("up"), Direction.Down.toLowerCase(), `${Direction.Left}!`);
const opposite: { [D in Direction]?: Direction } = { [Direction.Up]: Direction.Down, [Direction.Down]: Direction.Up };
console.log(opposite[Direction.Up], opposite[Direction.Left]);
type Action = { type: Direction.Up; by: number } | { type: Direction.Down } | { type: Direction.Left; why: string };
function run(a: Action): string {
  switch (a.type) {
    case Direction.Up:
      return "up " + a.by;
    case Direction.Down:
      return "down";
    case Direction.Left:
      return "left " + a.why;
  }
}
console.log(run({ type: Direction.Up, by: 2 }), run({ type: Direction.Left, why: "y" }));
const parsed: Direction = JSON.parse('"DOWN"');
console.log(parsed === Direction.Down, JSON.stringify({ d: Direction.Up, m: Mixed.Last }));
enum Template {
  A = `a`,
  B = `${A}b`,
}
console.log(Template.B);
