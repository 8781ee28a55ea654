// reference
// What `unshift` and a spreading `push` give is a length, which is held as an integer.
const list = [1, 2];
console.log(list.unshift(9), list.join());
const more = [7, 8];
console.log(list.push(...more), list.join());
const length = list.push(...more) + list.unshift(0) / 2;
console.log(length);
