// tsc: 2339 line 5
async function f() {
  return "text";
}
console.log(f().length);
