// expect: P1003 line 2
let s = 'a\u{110000}';
