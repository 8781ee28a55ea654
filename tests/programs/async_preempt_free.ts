async function spin(name: string, n: number): Promise<number> {
  let s = 0;
  for (let i = 0; i < n; i++) {
    s = (s * 31 + i) % 1000003;
  }
  console.log(name, s);
  return s;
}
const a = spin("a", 1000);
const b = spin("b", 2000);
console.log(await a, await b);
