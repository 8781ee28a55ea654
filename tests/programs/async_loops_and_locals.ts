// reference
async function id(x: number): Promise<number> {
  await 0;
  return x;
}
async function nest(): Promise<string> {
  let out = "";
  for (let i = 0; i < 3; i++) {
    for (const s of ["a", "b"]) {
      if ((await id(i)) === 1 && s === "b") continue;
      out += `${s}${await id(i)}`;
    }
  }
  let n = 0;
  while ((await id(n)) < 3) n++;
  do n--; while ((await id(n)) > 0);
  return out + n;
}
console.log(await nest());
let a = [1, 2, 3];
a[await id(0)] = await id(10);
a[await id(1)] += await id(20);
a.push(await id(4), await id(5));
console.log(a[0], a[1], a[3], a[4], a.length);
console.log(await id(1) + await id(2) * await id(3), (await id(1)) > 0 ? await id(7) : await id(8), (await id(0)) || (await id(9)));
console.log(`${await id(1)}-${await id(2)}`);
let x: int = 5;
let y: int = x + (await intId(x)) * 2;
console.log(y);
async function intId(v: int): Promise<int> {
  return v;
}
