// expect: P3002 line 2
with (Math) console.log(cos(0));
