// tsc: 2345 line 3
const list: number[] = [1, 2];
list.push("3");
console.log(list);
