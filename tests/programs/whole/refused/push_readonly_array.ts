// tsc: 2339 line 3
const list: readonly number[] = [1, 2];
list.push(3);
console.log(list);
