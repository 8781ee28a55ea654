// tsc: 2344 line 3
type Ids<T extends string | number> = T[];
const ids: Ids<boolean> = [];
console.log(ids);
