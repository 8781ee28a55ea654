// tsc: 2488 line 2
for (const x of { a: 1 }) console.log(x);
