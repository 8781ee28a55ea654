// reference
class P { constructor(public readonly x: number, private y: number, protected z = 3) {} sum(): number { return this.x + this.y + this.z; } }
class Q extends P { twice(): number { return this.z * 2; } }
console.log(new P(1, 2).sum(), new Q(1, 2, 10).twice(), new Q(4, 5).sum());
