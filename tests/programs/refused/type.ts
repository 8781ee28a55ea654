// expect: P3004 line 2
let x: number | string = 1;
