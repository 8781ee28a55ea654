// Arrays of subclasses and of objects that have more, where arrays of wider elements are wanted: the same arrays.
interface Named { readonly name: string }
interface Speaker extends Named { speak(): string }
abstract class Animal implements Speaker {
  constructor(public name: string) {}
  abstract speak(): string;
}
class Dog extends Animal { speak() { return this.name + " woof"; } fetch() { return this.name + " fetches"; } }
class Puppy extends Dog { speak() { return super.speak() + "?"; } }
class Cat extends Animal { speak() { return this.name + " meow"; } }
class Robot { get name() { return "R2"; } speak() { return "beep"; } }

function all(xs: Speaker[]): string { return xs.map(x => x.speak()).join("; "); }
function names(xs: Named[]): string { let out = ""; for (const x of xs) out += x.name + ","; return out; }
function loudest(...xs: Animal[]): string { return xs.map(x => x.speak().toUpperCase()).join("!"); }
const dogs: Dog[] = [new Dog("rex"), new Puppy("tim")];
const animals: Animal[] = dogs;
console.log(all(dogs), all(animals), names(dogs), names([new Robot()]));
console.log(all([...dogs, new Cat("tom"), new Robot()]));
console.log(loudest(...dogs), loudest(...animals, new Cat("kit")));
animals.push(new Puppy("zed"));
console.log(dogs.length, dogs[2].fetch(), animals === dogs as Animal[]);
dogs[0] = new Puppy("new");
console.log(animals[0].speak());
console.log(dogs.pop()?.fetch(), dogs.shift()?.speak(), animals.length);
dogs.unshift(new Dog("u")); dogs.splice(1, 0, new Dog("s1"), new Dog("s2"));
console.log(names(dogs), dogs.indexOf(dogs[1]), dogs.includes(dogs[2]), animals.indexOf(dogs[2]));
console.log(dogs.slice(1).map(d => d.fetch()).join(), dogs.concat([new Puppy("c")]).length);
console.log([...dogs].reverse().map(d => d.name).join(), dogs.find(d => d.name === "s2")?.fetch(), dogs.find(d => d.name === "no")?.fetch());
const sorted = [...dogs].sort((a, b) => a.name < b.name ? -1 : 1);
console.log(names(sorted), sorted.some(d => d instanceof Puppy), sorted.every(d => d instanceof Dog));
const filled: Dog[] = new Array<Dog>(3).fill(new Dog("f"));
console.log(names(filled));
const maybe: (Dog | null)[] = [null, new Dog("m"), null];
function present(xs: (Animal | null)[]): number { let n = 0; for (const x of xs) if (x) n += x.name.length; return n; }
console.log(present(maybe), present(dogs), maybe[0] === null, maybe[1]?.fetch());
const opt: (Dog | undefined)[] = [undefined, new Dog("o")];
opt.push(undefined);
function firstOf(xs: (Animal | undefined)[]): string { return xs.find(x => x !== undefined)?.name ?? "none"; }
console.log(firstOf(opt), firstOf(dogs), opt[0] === undefined, opt[2] === undefined, opt.length);
const grid: Dog[][] = [[new Dog("a")], [], [new Puppy("b"), new Dog("c")]];
function count(g: Animal[][]): number { return g.reduce((n, row) => n + row.length, 0); }
console.log(count(grid), names(grid.flat()), grid[2][1].fetch());
class Zoo { animals: Animal[]; constructor(xs: Animal[], readonly extra: Named[] = xs) { this.animals = xs; } first(): Animal { return this.animals[0]; } }
const zoo = new Zoo(dogs);
console.log(zoo.first().speak(), names(zoo.extra));
interface HasAnimals { animals: Named[] }
const h: HasAnimals = zoo;
console.log(h.animals.length, h.animals[0].name);
const lit: HasAnimals = { animals: dogs };
console.log(names(lit.animals));
const [d0, ...rest] = dogs;
console.log(d0.fetch(), names(rest));
const [a0, , a2 = d0] = animals;
console.log(a0.name, a2.name);
const u: unknown[] = dogs;
console.log(u.length, u[0] instanceof Dog, u.includes(dogs[0]));
const mixed: (Dog | Cat)[] = [new Dog("md"), new Cat("mc")];
console.log(all(mixed), names(mixed));
for (const m of mixed) console.log(m instanceof Cat ? "cat" : m.fetch());
function make(n: number): Animal[] { const made: Dog[] = []; for (let i = 0; i < n; i++) made.push(new Dog("n" + i)); return made; }
console.log(names(make(3)));
const get = (): Animal[] => dogs;
console.log(get().length);
async function later(): Promise<Animal[]> { return dogs; }
console.log((await later()).length);
const fs: (() => Animal[])[] = [() => dogs, () => animals];
console.log(fs.map(f => f().length).join());
let v: string | Animal[] = dogs;
if (typeof v !== "string") console.log(v.length, v[0].name);
const tern: Animal[] = dogs.length > 100 ? [new Cat("x")] : dogs;
console.log(tern[0].name);
let e1 = dogs[1] = new Puppy("assigned");
console.log(e1.speak(), names(dogs));
