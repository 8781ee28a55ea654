// tsc: 7053 line 4
const o = { a: 1, b: 2 };
function get(key: string) {
  return o[key];
}
console.log(get("a"));
