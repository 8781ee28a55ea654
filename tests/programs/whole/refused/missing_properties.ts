// tsc: 2739 line 7
interface Config {
  a: number;
  b: string;
  c: boolean;
}
const c: Config = {} ;
console.log(c);
