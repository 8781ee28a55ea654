function sieve(n: number): number {
  const composite = new Array<boolean>(n + 1).fill(false);
  let count = 0;
  for (let i = 2; i <= n; i++) {
    if (composite[i]) continue;
    count++;
    for (let j = i * i; j <= n; j += i) composite[j] = true;
  }
  return count;
}
console.log(sieve(10), sieve(1000), sieve(20000));
function sieveInt(n: int): int {
  const composite = new Array<boolean>(n + 1).fill(false);
  let count: int = 0;
  for (let i: int = 2; i <= n; i++) {
    if (composite[i]) continue;
    count++;
    if (i > 40000) continue;
    for (let j: int = i * i; j <= n; j += i) composite[j] = true;
  }
  return count;
}
console.log(sieveInt(10), sieveInt(1000), sieveInt(20000));
