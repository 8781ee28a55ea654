// tsc: 1064 line 2
async function f(): number {
  return 1;
}
console.log(f());
