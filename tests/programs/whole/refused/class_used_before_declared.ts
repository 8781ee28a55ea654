// tsc: 2449 line 2
const a = new A();
class A {}
console.log(a);
