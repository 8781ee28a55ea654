// tsc: 2322 line 6
async function* g() {
  yield 1;
}
for await (const s of g()) {
  const t: string = s;
  console.log(t);
}
