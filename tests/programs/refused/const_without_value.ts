// expect: P1010 line 2
const x: number;
