async function later(n: number): Promise<number> {
  for (let i = 0; i < n; i++) await null;
  return n;
}
const tasks = [later(2), later(4)];
const all = Promise.all(tasks);
tasks.push(later(50));
tasks.shift();
console.log((await all).join(" "), tasks.length);
