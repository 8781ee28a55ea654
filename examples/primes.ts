// The sieve of Eratosthenes: how many primes there are below a limit, and the last of them.

const limit = 2000000;

const composite: boolean[] = [];
for (let number = 0; number < limit; number++) {
  composite.push(false);
}

let count = 0;
let last = 0;
for (let number = 2; number < limit; number++) {
  if (composite[number]) {
    continue;
  }
  count++;
  last = number;
  for (let multiple = number * number; multiple < limit; multiple += number) {
    composite[multiple] = true;
  }
}

console.log(`${count} primes below ${limit}; the last is ${last}`);
