// reference
for (let i = 0; i < 3; i++) console.log("for", i);
for (let i = 3; i > 0; i -= 2) console.log("down", i);
let i = 0;
while (i < 3) console.log("while", i++);
do {
  console.log("do", i--);
} while (i > 0);
do console.log("once"); while (false);
for (;;) {
  if (i > 2) break;
  i++;
}
console.log(i);
for (let a = 0, b = 10; a < b; a++, b -= 2) console.log(a, b);
for (i = 0; i < 10; ) i += 4;
console.log(i);
for (const x of [1, 2, 3]) console.log("of", x);
for (let x of ["a", "b"]) {
  x += "!";
  console.log(x);
}
for (let i = 0; i < 0; i++) console.log("never");
while (false) console.log("never");
let n = 0;
while (true) {
  n++;
  if (n === 5) break;
}
console.log(n);
for (let x = 0; x < 1; x += 0.25) console.log(x);
for (let k: int = 5; k > 0; k--) n += k;
console.log(n);
