// tsc: 2559 line 7
interface Options {
  a?: number;
  b?: string;
}
const given = { c: 1 };
const o: Options = given;
console.log(o);
