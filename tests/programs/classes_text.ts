// Classes with toString, rest parameters, defaults.
class Vec {
  constructor(public x = 0, public y = 0) {}
  add(o: Vec): Vec { return new Vec(this.x + o.x, this.y + o.y); }
  toString(): string { return `(${this.x}, ${this.y})`; }
  static zero = new Vec();
  static sum(...vs: Vec[]): Vec { let r = Vec.zero; for (const v of vs) r = r.add(v); return r; }
  equals(o: Vec | null): boolean { return o !== null && o.x === this.x && o.y === this.y; }
}
console.log(`${Vec.sum(new Vec(1), new Vec(2, 3))}`, "v=" + new Vec(5), String(Vec.zero));
console.log(new Vec(1, 2).equals(new Vec(1, 2)), new Vec(1).equals(null));
