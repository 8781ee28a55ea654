// tsc: 2411 line 4
interface D {
  [key: string]: number;
  name: string;
}
const d = {} as D;
console.log(d);
