// expect: P3004 line 3
// expect: P3004 line 4
let x: symbol | null = null;
let y: { [key: string]: number } = {};
