// expect: P1011 line 2
const pattern = /(a/;
console.log(pattern.test("a"));
