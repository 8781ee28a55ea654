// tsc: 2345 line 2
console.log([3, 1].sort((a, b) => a < b));
