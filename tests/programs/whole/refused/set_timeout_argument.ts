// tsc: 2345 line 2
setTimeout("code", 10);
