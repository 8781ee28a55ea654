// reference
enum Color { Red, Green = 5, Blue } enum Dir { Up = "UP", Down = "DOWN" }
function name(c: Color): string { switch (c) { case Color.Red: return "red"; case Color.Green: return "green"; default: return "blue"; } }
console.log(Color.Red, Color.Blue, name(Color.Green), name(Color.Blue)); const d: Dir = Dir.Down; console.log(d, d === Dir.Down);
