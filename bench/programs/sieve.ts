function sieve(size: number): number {
  const flags: boolean[] = [];
  for (let i = 0; i < size; i++) flags.push(true);
  let count = 0;
  for (let i = 2; i < size; i++) {
    if (flags[i]) {
      count++;
      for (let j = i + i; j < size; j += i) flags[j] = false;
    }
  }
  return count;
}
let total = 0;
for (let round = 0; round < 4; round++) total += sieve(5000000);
console.log(total);
