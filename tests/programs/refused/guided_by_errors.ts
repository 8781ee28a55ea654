// expect: P2008 line 8
// expect: P2001 line 14
// expect: P2011 line 17
// What is passed to something that is in error is not found wanting as well.
interface Person {
  name: string;
}
const by = (key: (p: Person) => string) => (a: Person, b: Person) => key(a) - key(b);
const people: Person[] = [{ name: "a" }];
const names = people
  .slice()
  .sort(by(p => p.name))
  .map(p => p.name);
missing(p => p.name, (x, y) => [x, y], function (z) { return z; });
const more = by(p => p.name);
class Box {}
new Box().open((lid, n = 3) => lid + n);
console.log(names, more);
