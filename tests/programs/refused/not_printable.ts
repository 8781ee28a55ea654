// expect: P3009 line 2
console.log([1]);
