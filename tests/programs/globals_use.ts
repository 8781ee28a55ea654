// reference
let counter = 0;
const step = 2;
let names: string[] = [];
let label = "start";
let flag = false;
let grid: number[][] = [[0, 0], [0, 0]];
let small: int = 1;
function bump(): number {
  counter += step;
  counter++;
  small *= 2;
  flag = !flag;
  names.push(`${label}${counter}`);
  label = "next";
  grid[1][0] += counter;
  return counter;
}
console.log(bump(), bump(), counter, small, flag);
for (const name of names) console.log(name);
console.log(grid[1][0], label);
counter = 100;
label += "!";
console.log(bump(), names.length, names[2]);
const big = counter * 2;
function readBig(): number {
  return big + names.length;
}
console.log(readBig(), big);
const count = names.length;
function readCount(): number {
  return count + 0.5;
}
console.log(readCount());
