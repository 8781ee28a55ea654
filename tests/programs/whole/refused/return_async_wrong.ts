// tsc: 2322 line 3
async function f(): Promise<number> {
  return "s";
}
console.log(await f());
