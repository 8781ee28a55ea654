type Shape =
  | { kind: "circle"; radius: number }
  | { kind: "rect"; width: number; height: number }
  | { kind: "triangle"; base: number; height: number }
  | { kind: "group"; shapes: Shape[] };
function area(shape: Shape): number {
  switch (shape.kind) {
    case "circle":
      return 3 * shape.radius ** 2;
    case "rect":
      return shape.width * shape.height;
    case "triangle":
      return (shape.base * shape.height) / 2;
    case "group":
      return shape.shapes.reduce((sum, item) => sum + area(item), 0);
    default: {
      const never: never = shape;
      throw new Error("no shape: " + JSON.stringify(never));
    }
  }
}
const shapes: Shape[] = [
  { kind: "circle", radius: 2 },
  { kind: "rect", width: 3, height: 4 },
  { kind: "triangle", base: 3, height: 5 },
];
shapes.push({ kind: "group", shapes: shapes.slice(0, 2) });
for (const shape of shapes) console.log(shape.kind, area(shape));
console.log(area({ kind: "group", shapes }));
try {
  area({ kind: "star" } as any);
} catch (e) {
  console.log((e as Error).message);
}
const circles = shapes.filter((s): s is Extract<Shape, { kind: "circle" }> => s.kind === "circle");
console.log(circles.map((c) => c.radius));
