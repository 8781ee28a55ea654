// tsc: 2359 line 3
const o = {};
console.log(o instanceof 5);
