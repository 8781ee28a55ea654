// tsc: 2322 line 2
const list: number[] = [1, "2", 3];
console.log(list);
