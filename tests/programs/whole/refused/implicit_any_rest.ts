// tsc: 7019 line 2
function f(...args) {
  return args.length;
}
console.log(f());
