function t(): void {
  const fs: (() => number)[] = [];
  for (let i = 0; i < 3; i++) fs.push(() => i * 10);
  for (const f of fs) console.log(f());
  let k = 0;
  while (k < 2) { const j = k; fs.push(() => j + 100); k++; }
  console.log(fs[3](), fs[4]());
  for (const q of [7, 8]) fs.push(() => q);
  console.log(fs[5](), fs[6]());
}
t();
