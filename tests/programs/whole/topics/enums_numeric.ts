enum Color {
  Red,
  Green = 5,
  Blue,
}
console.log(Color.Red, Color.Green, Color.Blue, Color[5], Color[Color.Blue], Color[99]);
console.log(Color, Object.keys(Color), typeof Color.Red);
function next(c: Color): Color {
  switch (c) {
    case Color.Red:
      return Color.Green;
    case Color.Green:
      return Color.Blue;
    default:
      return Color.Red;
  }
}
console.log(Color[next(Color.Red)], Color[next(Color.Blue)]);
enum Flags {
  None = 0,
  Read = 1 << 0,
  Write = 1 << 1,
  All = Read | Write,
  Negative = -1,
  Length = "abc".length,
}
let f: Flags = Flags.None;
f |= Flags.Read;
console.log(f, (f & Flags.Read) !== 0, (f & Flags.Write) !== 0, Flags.All, Flags[3], Flags[-1]);
console.log(Object.entries(Flags).filter(([, v]) => typeof v === "number").map(([k]) => k));
const byName: Color = Color["Green" as keyof typeof Color];
console.log(byName, Color.Blue + 1, `${Color.Blue}`, Color.Red < Color.Green, !Color.Red);
for (const key in Color) console.log(key);
const table: Record<Color, string> = { [Color.Red]: "r", [Color.Green]: "g", [Color.Blue]: "b" };
console.log(table[Color.Green], table);
