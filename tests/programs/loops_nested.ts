// reference
let count = 0;
for (let a = 0; a < 5; a++)
  for (let b = 0; b < 5; b++)
    for (let c = 0; c < 5; c++)
      if ((a + b + c) % 3 === 0) count++;
console.log(count);
let triangle = "";
for (let row = 1; row <= 5; row++) {
  for (let column = 0; column < row; column++) triangle += "*";
  triangle += "\n";
}
console.log(triangle);
let x = 27;
let steps = 0;
while (x !== 1) {
  x = x % 2 === 0 ? x / 2 : 3 * x + 1;
  steps++;
}
console.log(steps);
