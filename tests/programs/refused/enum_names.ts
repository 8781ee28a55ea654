// expect: P2006 line 7
// expect: P2006 line 8
// expect: P2006 line 9
enum Plain { A }
enum Text { A = "a" }
const enum Constant { A }
console.log(Plain[true]);
console.log(Text[1]);
console.log(Constant[0]);
