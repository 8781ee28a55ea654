// tsc: 2488 line 2
for (const x of 5) console.log(x);
