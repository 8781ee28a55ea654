// tsc: 2322 line 2
const palette = { red: [1, 2, 3], green: 5 } satisfies Record<string, number[]>;
console.log(palette);
