// expect: P2005 line 3
const x = 1;
x = 2;
