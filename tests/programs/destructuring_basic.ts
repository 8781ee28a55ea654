// reference
const [a, b, c] = [1, 2, 3]; console.log(a + b * c); const { x, y } = { x: 5, y: 6 }; console.log(x, y);
function swap([p, q]: [number, string]): [string, number] { return [q, p]; } const [s, n] = swap([1, "one"]); console.log(s, n);
function area({ w, h }: { w: number; h: number }): number { return w * h; } console.log(area({ w: 3, h: 4 }));
