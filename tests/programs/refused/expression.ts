// expect: P3003 line 2
let o = { get a() { return 1; } };
