// expect: P3003 line 2
let f = (x: number) => x;
