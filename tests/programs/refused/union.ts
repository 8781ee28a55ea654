// expect: P3010 line 3
let b = 1 < 2;
let x = b ? 1 : 'a';
