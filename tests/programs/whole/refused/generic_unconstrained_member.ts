// tsc: 2339 line 3
function show<T>(v: T) {
  return v.toFixed();
}
console.log(show(1));
