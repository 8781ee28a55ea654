// expect: P3007 line 2
var x = 1;
