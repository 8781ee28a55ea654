// reference
let last = 0;
for (let i = 2147483645; i < 2147483650; i++) last = i;
console.log(last);
let low = 0;
for (let i = -2147483646; i > -2147483651; i--) low = i;
console.log(low);
let steps = 0;
for (let i = 9007199254740990; i < 9007199254740992; i++) steps++;
console.log(steps);
for (let i = 0; i < 3; i++) {
  console.log(i, i / 2, -i, i * -1, 1 / i);
}
for (let i = 0; i < 10; i++) {
  if (i === 4) i = 6.5;
  console.log(i);
}
for (let i = 0; i <= 2.5; i++) console.log(i);
let n = 5;
for (let i = 0; i < n; i++) {
  if (i === 2) n = 3.5;
  console.log(i, n);
}
for (let i = 3; i >= 0; i--) console.log(i, -i, i * i);
let total = 0;
for (let i = 0; i < 100000; i += 3) total += i * i;
console.log(total);
for (let i = 0; i < 5; i++) {
  for (let j = i; j < 5; j++) total += i * 100000 * j;
}
console.log(total);
