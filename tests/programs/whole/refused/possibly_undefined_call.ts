// tsc: 2722 line 6
interface A {
  run?(): number;
}
const a: A = {};
console.log(a.run());
