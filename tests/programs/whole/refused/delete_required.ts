// tsc: 2790 line 3
const o = { a: 1 };
delete o.a;
console.log(o);
