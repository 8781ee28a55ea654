// expect: P2017 line 3
let x = 1;
console.log(x === 'a');
