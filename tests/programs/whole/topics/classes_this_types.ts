class Builder {
  protected parts: string[] = [];
  add(part: string): this {
    this.parts.push(part);
    return this;
  }
  when(condition: boolean, f: (b: this) => void): this {
    if (condition) f(this);
    return this;
  }
  build(): string {
    return this.parts.join(" ");
  }
}
class Query extends Builder {
  where(clause: string): this {
    return this.add("WHERE " + clause);
  }
  clone(): Query {
    const q = new Query();
    q.parts = [...this.parts];
    return q;
  }
}
const q = new Query().add("SELECT *").add("FROM t").where("a = 1");
console.log(q.build());
const r = q.clone().when(true, (b) => b.where("b")).when(false, (b) => b.where("c"));
console.log(r.build(), "|", q.build());
class Point {
  constructor(readonly x: number, readonly y: number) {}
  with(change: Partial<Pick<this, "x" | "y">>): Point {
    return new Point(change.x ?? this.x, change.y ?? this.y);
  }
  equals(other: this) {
    return this.x === other.x && this.y === other.y;
  }
}
const p = new Point(1, 2);
console.log(p.with({ y: 5 }), p.equals(p.with({})), p.equals(p.with({ x: 0 })));
function bound(this: { n: number }, add: number) {
  return this.n + add;
}
const holder = { n: 5, bound };
console.log(holder.bound(1), bound.call({ n: 10 }, 2), bound.bind({ n: 100 })(3));
