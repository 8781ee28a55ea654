// Enums of numbers and strings: values, comparisons, switch, arithmetic, in types.
enum Color {
  Red,
  Green,
  Blue = 10,
  Dark = Blue | 1,
  Next,
}
enum Level {
  Low = "low",
  High = "high",
}
const enum Flag {
  A = 1,
  B = 1 << 1,
  C = A | B,
}
function name(color: Color): string {
  switch (color) {
    case Color.Red:
      return "red";
    case Color.Green:
      return "green";
    case Color.Blue:
    case Color.Dark:
      return "blue";
    case Color.Next:
      return "next";
  }
}
console.log(Color.Red, Color.Green, Color.Blue, Color.Dark, Color.Next, Level.High, Flag.C);
console.log(name(Color.Red), name(Color.Dark), name(Color.Next));
let level: Level = Level.Low;
console.log(level, `${level}`, level === Level.Low, level.length);
level = Level.High;
const colors: Color[] = [Color.Blue, Color.Red];
colors.push(Color.Green);
let sum = 0;
for (const color of colors) sum += color;
console.log(sum, colors.length, colors[0] === Color.Blue, colors[1] + 1);
class Pixel {
  color = Color.Green;
  level: Level | null = null;
  static main: Color = Color.Blue;
}
const pixel = new Pixel();
console.log(pixel.color, pixel.level, Pixel.main * 2);
pixel.level = Level.High;
pixel.color = Color.Red;
console.log(pixel.level, pixel.color, (Flag.A | Flag.B) === Flag.C, -Color.Blue, !Color.Red);
const n: number = Color.Blue;
const s: string = Level.Low;
console.log(n + 1, s + "er", typeof Color.Red, typeof level);
const maybe: Color | undefined = colors.length > 5 ? Color.Red : undefined;
console.log(maybe, maybe ?? Color.Green);
