// tsc: 2741 line 6
interface User {
  name: string;
  age: number;
}
const u: User = { name: "x" };
console.log(u);
