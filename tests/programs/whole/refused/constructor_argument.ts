// tsc: 2345 line 5
class P {
  constructor(public x: number) {}
}
console.log(new P("1"));
