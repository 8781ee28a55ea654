function* dialogue(): Generator<string, string, string | undefined> {
  const name = yield "name?";
  const color = yield `hello ${name}, color?`;
  let all = "";
  for (let i = 0; i < 2; i++) all += (yield `more ${i} ${all}`) + ";";
  return `${name} likes ${color} ${all}`;
}
const d = dialogue();
console.log(d.next("ignored").value);
console.log(d.next("Ann").value);
console.log(d.next("red").value, d.next("x").value, d.next("y"));
console.log(d.next("late"));
function* average(): Generator<number | undefined, void, number> {
  let sum = 0;
  let n = 0;
  let result: number | undefined;
  for (;;) {
    sum += yield result;
    n++;
    result = sum / n;
  }
}
const avg = average();
avg.next(0);
console.log(avg.next(10).value, avg.next(20).value, avg.next(3).value);
function* expressions(): Generator<any, any, any> {
  const list = [yield 1, yield 2];
  const object = { a: yield 3, b: (yield 4) + (yield 5) };
  console.log(list, object, `${yield 6}-${yield}`);
  return (yield 7) ? yield 8 : yield 9;
}
const e = expressions();
const values: any[] = [];
let r = e.next();
while (!r.done) {
  values.push(r.value);
  r = e.next(r.value ?? "u");
}
console.log(values, r.value);
