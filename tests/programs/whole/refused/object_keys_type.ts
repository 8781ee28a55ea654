// tsc: 7053 line 3
const o = { a: 1, b: 2 };
for (const k of Object.keys(o)) console.log(o[k]);
