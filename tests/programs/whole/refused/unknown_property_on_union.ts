// tsc: 2339 line 4
type Shape = { kind: "circle"; r: number } | { kind: "square"; side: number };
function area(s: Shape) {
  return s.r * 2;
}
console.log(area({ kind: "circle", r: 1 }));
