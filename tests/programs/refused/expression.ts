// expect: P3003 line 2
let o = 10n;
