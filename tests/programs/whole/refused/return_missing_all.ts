// tsc: 2355 line 2
function f(): number {
}
console.log(f());
