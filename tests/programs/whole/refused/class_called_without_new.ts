// tsc: 2348 line 3
class A {}
console.log(A());
