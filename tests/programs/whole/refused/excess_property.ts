// tsc: 2561 line 6
interface Options {
  width: number;
  height?: number;
}
const o: Options = { width: 1, heigth: 2 };
console.log(o);
