// tsc: 2322 line 3
for (const s of ["a"]) {
  const n: number = s;
  console.log(n);
}
