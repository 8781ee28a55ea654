// tsc: 2554 line 5
class P {
  constructor(public x: number, public y: number) {}
}
console.log(new P(1));
