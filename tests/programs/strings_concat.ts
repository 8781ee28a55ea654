// reference
let s = "a";
let n = 1.5;
let i: int = 7;
let b = false;
console.log(0, s + n, n + s, s + i, i + s, s + b, b + s, s + s);
console.log(0, s + 1 + 2, 1 + 2 + s, s + (1 + 2), "" + -0, "" + NaN, "x" + 1e21);
let t = "";
for (let k = 0; k < 10; k++) t += k;
console.log(0, t, t.length);
t = t + t + t;
console.log(t.length, t === "012345678901234567890123456789");
let long = "";
for (let k = 0; k < 1000; k++) long += "ab";
console.log(long.length);
let uni = "é" + "日" + "😀" + s;
console.log(0, uni, uni.length);
