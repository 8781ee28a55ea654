// reference
abstract class Shape { abstract area(): number; describe(): string { return `${this.name()} ${this.area()}`; } protected name(): string { return "shape"; } }
class Square extends Shape { constructor(private s: number) { super(); } area(): number { return this.s * this.s; } protected name(): string { return "square"; } }
class Rect extends Shape { constructor(private w: number, private h: number) { super(); } area(): number { return this.w * this.h; } }
const shapes: Shape[] = [new Square(3), new Rect(2, 5)]; for (const s of shapes) console.log(s.describe());
