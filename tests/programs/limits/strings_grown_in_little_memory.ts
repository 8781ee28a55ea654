// reference
// limits: max_memory=65536
// A text that grows while memory runs out again and again: collections move it, and take its free room away.
let text = "";
let front = "";
let error = "";
let kept: string[] = [];
for (let i = 0; i < 2500; i++) {
  text += "a" + i % 10;
  front = i % 10 + front;
  if (i % 500 === 0) kept.push(text);
}
let sum = 0;
for (const one of kept) sum += one.length + one.charCodeAt(one.length - 1);
console.log(text.length, text.slice(-6), front.length, front.slice(0, 6), sum);
// output: 5000 a7a8a9 2500 987654 10250
try {
  for (;;) text += text;
} catch (e) {
  if (e instanceof RangeError) error = e.message;
}
console.log(error, text.length >= 5000, text.slice(-6));
// output: out of memory true a7a8a9
for (;;) kept.push(text + kept.length);
// limit: max_memory
