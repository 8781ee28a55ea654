// tsc: 2322 line 8
interface User {
  name: string;
  age: number;
}
const u: User = {
  name: "x",
  age: "40",
};
console.log(u);
