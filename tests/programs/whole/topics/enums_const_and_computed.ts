const enum Size {
  Small = 1,
  Medium = Small * 10,
  Large = Medium ** 2,
}
console.log(Size.Small, Size.Medium, Size["Large"]);
const sizes: Size[] = [Size.Large, Size.Small];
console.log(sizes.sort((a, b) => a - b));
let n = 3;
enum Computed {
  A = n++,
  B = n++ * 2,
  C = Math.max(1, 7),
  D = [1, 2, 3].length,
}
console.log(Computed.A, Computed.B, Computed.C, Computed.D, Computed[3], n);
enum Merge {
  One = 1,
}
enum Merge {
  Two = 2,
}
console.log(Merge.One, Merge.Two, Merge[2], Object.keys(Merge).length);
enum Level {
  Debug,
  Info,
  Error,
}
namespace Level {
  export function parse(text: string): Level {
    return Level[text as "Debug"] ?? Level.Info;
  }
}
console.log(Level.parse("Error"), Level.parse("zzz"), Object.keys(Level));
function inside() {
  enum Local {
    X = "x",
    Y = 2,
  }
  return [Local.X, Local.Y, Local[2]];
}
console.log(inside());
type LevelName = keyof typeof Level;
const names: LevelName[] = ["Debug", "Info"];
console.log(names.map((k) => Level[k]));
const enum Bits {
  A = 0x10,
  B = A >> 2,
  C = ~A & 0xff,
  D = (A + B) % 7,
}
console.log(Bits.A, Bits.B, Bits.C, Bits.D);
const anyEnum: any = Computed;
anyEnum.Extra = 50;
console.log(anyEnum.Extra, Object.values(anyEnum).length);
