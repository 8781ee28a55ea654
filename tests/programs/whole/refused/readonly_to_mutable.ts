// tsc: 4104 line 3
const list: readonly string[] = ["a"];
const copy: string[] = list;
console.log(copy);
