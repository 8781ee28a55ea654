class Button {
  clicks = 0;
  constructor(private label: string) {}
  click() {
    this.clicks++;
    return this.label + this.clicks;
  }
  clickArrow = () => {
    this.clicks += 10;
    return this.label + this.clicks;
  };
}
const b = new Button("b");
const { click, clickArrow } = b;
console.log(clickArrow());
try {
  click();
} catch (e) {
  console.log(e instanceof TypeError);
}
console.log(click.call(b), click.apply(b, []), click.bind(b)());
const bound = b.click.bind(new Button("other"));
console.log(bound(), bound.name, bound.length);
const other = { label: "fake", clicks: 100, click };
console.log((other as any).click());
function call(f: () => string) {
  return f();
}
console.log(call(() => b.click()), call(b.clickArrow));
console.log((b.click)(), (0 as any, b)["click"]());
const partial = Math.max.bind(null, 10);
console.log(partial(5), partial(15), [1, 2, 3].map(String), ["1", "2", "3"].map(Number));
console.log(Button.prototype.click === click, Object.hasOwn(b, "clickArrow"), Object.hasOwn(b, "click"));
const o = {
  n: 1,
  regular() {
    return [1].map(function (this: any) { return this; })[0];
  },
  arrow() {
    return [1].map(() => this.n)[0];
  },
  given() {
    return [1].map(function (this: any) { return this.n; }, { n: 99 })[0];
  },
};
console.log(o.regular(), o.arrow(), o.given());
