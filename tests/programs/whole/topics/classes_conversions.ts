class Money {
  constructor(private cents: number) {}
  valueOf() {
    return this.cents;
  }
  toString() {
    return "$" + (this.cents / 100).toFixed(2);
  }
  toJSON() {
    return { money: this.cents };
  }
}
const m: any = new Money(1250);
console.log(`${m}`, m + 1, m * 2, m > 1000, m == 1250, m + "", String(m), "x" + m, [m] + "");
console.log(JSON.stringify({ m, list: [m] }), Number(m), -m, m < new Money(2000));
class Temp {
  constructor(public degrees: number) {}
  [Symbol.toPrimitive](hint: string) {
    return hint === "string" ? this.degrees + "°" : hint === "number" ? this.degrees : "default:" + this.degrees;
  }
}
const t: any = new Temp(20);
console.log(`${t}`, +t, t + 1, t + "", t * 2, t == "default:20", [t].join());
const onlyString: any = { toString: () => "42" };
console.log(onlyString * 2, onlyString + 1, `${onlyString}`, onlyString == 42, onlyString > 41);
const bad: any = { toString: () => ({}), valueOf: () => ({}) };
try {
  console.log(bad + 1);
} catch (e: any) {
  console.log(e.name, e.message);
}
const none: any = Object.create(null);
try {
  console.log(`${none}`);
} catch (e: any) {
  console.log(e.name, e.message);
}
class Tagged {
  get [Symbol.toStringTag]() {
    return "Custom";
  }
}
console.log(String(new Tagged()), Object.prototype.toString.call([]), Object.prototype.toString.call(null), String({}));
const keyed: any = { "$12.50": "found" };
console.log(keyed[m], String([1, [2, 3]]), String([null, undefined, 1]));
