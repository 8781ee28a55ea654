// tsc: 2507 line 3
const Base = { a: 1 };
class B extends Base {}
console.log(B);
