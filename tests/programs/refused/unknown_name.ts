// expect: P2001 line 2
console.log(missing);
