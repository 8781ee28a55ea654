// tsc: 2345 line 5
function get<T, K extends keyof T>(o: T, k: K) {
  return o[k];
}
console.log(get({ a: 1 }, "b"));
