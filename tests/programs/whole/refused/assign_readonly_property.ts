// tsc: 2540 line 6
interface P {
  readonly x: number;
}
const p: P = { x: 1 };
p.x = 2;
console.log(p);
