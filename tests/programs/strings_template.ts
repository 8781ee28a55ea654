// reference
let name = "world";
let n = 3;
let i: int = -4;
let flag = true;
console.log(0, `Hello ${name}`, `${n} ${i} ${flag}`, `${n}${n}`, `${n + 1}${i * 2}`, `a${name}b${name}c`);
console.log(0, `${`inner ${name}`} outer`, `${n > 2 ? `big ${n}` : "small"}`, `${name.length}`);
console.log(`${1 / 3} ${-0} ${NaN} ${Infinity} ${1e21} ${1e-7}`);
console.log(`multi
line ${n}
end`);
console.log(0, `${name + 1}${1 + 2}`, `${"" + n}`, `${""}`, `${n}%`, `100%`);
