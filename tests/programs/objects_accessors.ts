// reference
const circle = {
  radius: 2,
  get area(): number {
    return this.radius * this.radius * 3;
  },
  get doubled() {
    return this.area * 2;
  },
};
console.log(circle.area, circle.doubled);
circle.radius = 3;
console.log(circle.area, circle.doubled);
const temperature = {
  celsius: 25,
  reads: 0,
  get fahrenheit(): number {
    this.reads++;
    return this.celsius * 1.8 + 32;
  },
  set fahrenheit(value: number) {
    this.celsius = (value - 32) / 1.8;
  },
  describe(): string {
    return `${this.celsius} ${this.fahrenheit}`;
  },
};
console.log(temperature.fahrenheit);
temperature.fahrenheit = 212;
console.log(temperature.celsius, temperature.describe());
temperature.fahrenheit += 18;
temperature.fahrenheit++;
console.log(Math.round(temperature.celsius), temperature.reads, (temperature.fahrenheit = 32), temperature.celsius);
const { fahrenheit, celsius } = temperature;
console.log(fahrenheit, celsius);

function account(start: number) {
  let balance = start;
  const log: string[] = [];
  return {
    get balance(): number {
      return balance;
    },
    set deposit(amount: number) {
      balance += amount;
      log.push(`+${amount}`);
    },
    get history(): string[] {
      return log;
    },
  };
}
const first = account(10);
const second = account(100);
first.deposit = 5;
first.deposit = 7;
second.deposit = 1;
console.log(first.balance, second.balance, first.history.join(), second.history.length);
const both = [first, second];
console.log(both.map((one) => one.balance).join());
let order = "";
function note(text: string): number {
  order += text;
  return text.length;
}
const noted = {
  get a(): number {
    return note("a");
  },
  set b(value: number) {
    note(`b${value}`);
  },
};
noted.b = noted.a + noted.a;
console.log(order);
const nested = {
  inner: {
    get word(): string | null {
      return order.length > 3 ? order : null;
    },
  },
};
if (nested.inner.word !== null) console.log(nested.inner.word.length);
console.log(nested?.inner?.word ?? "none");

const copy = { ...temperature, extra: 1 };
temperature.celsius = 50;
console.log(copy.fahrenheit, copy.celsius, copy.extra);
const plain = { ...circle };
circle.radius = 1;
console.log(plain.area, plain.radius, circle.area);
