// tsc: 2542 line 3
const list: readonly number[] = [1, 2];
list[0] = 5;
console.log(list);
