// reference
function pick(n: number): string {
  let s: string;
  if (n > 0) {
    s = "positive";
  } else if (n < 0) {
    s = "negative";
  } else {
    return "zero";
  }
  return s;
}
console.log(0, pick(1), pick(-1), pick(0));
let value: number;
while (true) {
  value = 5;
  break;
}
console.log(value);
let text: string;
try {
  text = "a";
} catch (e) {
  text = "b";
}
console.log(text);
let flag: boolean;
if (value > 3 && (flag = value > 4)) console.log(flag);
for (let i = 0; i < 3; i++) {
  let inner: number;
  if (i % 2 === 0) inner = i; else inner = -i;
  console.log(inner);
}
let done: number;
do {
  done = 1;
} while (done < 1);
console.log(done);
let late: int;
for (;;) {
  if (value++ > 7) {
    late = 3;
    break;
  }
}
console.log(late, value);
let thrown: string;
if (value > 0) thrown = "ok"; else throw new Error("never");
console.log(thrown);
