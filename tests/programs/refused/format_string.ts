// expect: P3008 line 2
console.log('%d', 1);
