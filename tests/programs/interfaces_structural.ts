// reference
interface Named { name: string } interface Aged { age: number } interface Person extends Named, Aged { greet(other: Named): string }
class Worker implements Person { constructor(public name: string, public age: number) {} greet(other: Named): string { return `${this.name} greets ${other.name}`; } }
function oldest(list: Aged[]): number { let m = 0; for (const a of list) if (a.age > m) m = a.age; return m; }
const w = new Worker("Ann", 40); console.log(w.greet({ name: "Bob" }), oldest([w, { age: 55 }, { age: 3 }]));
const p: Person = w; console.log(p.greet(p));
