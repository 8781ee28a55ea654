// expect: P2006 line 2
let x: number = 'a';
