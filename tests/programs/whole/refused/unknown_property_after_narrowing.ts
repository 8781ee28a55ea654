// tsc: 2339 line 4
type Shape = { kind: "circle"; r: number } | { kind: "square"; side: number };
function area(s: Shape) {
  if (s.kind === "square") return s.r;
  return 0;
}
console.log(area({ kind: "circle", r: 1 }));
