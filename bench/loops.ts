// Small loops, each of which does one thing of what ordinary programs do: `python bench/loops.py` times them.

class Point {
  x: number;
  y: number;
  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }
  getX(): number {
    return this.x;
  }
  plus(n: number): number {
    return this.x + n;
  }
  static twice(n: number): number {
    return 2 * n;
  }
}

class Named extends Point {
  name = "a";
  override plus(n: number): number {
    return super.plus(n) + 1;
  }
}

export function fields(n: number): number {
  const p = new Point(1, 2);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += p.x;
  return sum;
}

export function fieldWrites(n: number): number {
  const p = new Point(1, 2);
  for (let i = 0; i < n; i++) p.x = i;
  return p.x;
}

export function methods(n: number): number {
  const p = new Point(1, 2);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += p.getX() + p.plus(i);
  return sum;
}

export function statics(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Point.twice(i);
  return sum;
}

export function objects(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += new Point(i, 2).x;
  return sum;
}

export function derived(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += new Named(i, 2).plus(1);
  return sum;
}

export function literals(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += { x: i, y: 2 }.y;
  return sum;
}

export function arrays(n: number): number {
  const list: number[] = [];
  for (let i = 0; i < 1000; i++) list.push(i);
  let sum = 0;
  for (let j = 0; j < n / 1000; j++) for (let i = 0; i < list.length; i++) sum += list[i];
  return sum;
}

export function typedReads(n: number): number {
  const bytes = new Float64Array(1000);
  let sum = 0;
  for (let j = 0; j < n / 1000; j++) for (let i = 0; i < bytes.length; i++) sum += bytes[i];
  return sum;
}

export function typedWrites(n: number): number {
  const bytes = new Uint32Array(1000);
  for (let j = 0; j < n / 1000; j++) for (let i = 0; i < bytes.length; i++) bytes[i] = i ^ j;
  return bytes[5];
}

export function units(n: number): number {
  const text = "hello world, this is a text of some length";
  let sum = 0;
  for (let i = 0; i < n; i++) sum += text.charCodeAt(i % 40);
  return sum;
}

export function closures(n: number): number {
  let step = 3;
  const f = (x: number): number => x + step;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += f(i);
  step = 4;
  return sum;
}

export function callbacks(n: number): number {
  const list: number[] = [];
  for (let i = 0; i < 1000; i++) list.push(i);
  let sum = 0;
  for (let j = 0; j < n / 1000; j++) sum += list.map((x) => x + 1).length;
  return sum;
}

export function maps(n: number): number {
  const map = new Map<string, number>();
  for (let i = 0; i < 100; i++) map.set("k" + i, i);
  const keys = [...map.keys()];
  let sum = 0;
  for (let i = 0; i < n; i++) sum += map.get(keys[i % 100])!;
  return sum;
}

export function integers(n: number): number {
  let hash = 0;
  for (let i = 0; i < n; i++) {
    hash = (hash * 31 + i) | 0;
    hash ^= hash >>> 7;
  }
  return hash;
}
