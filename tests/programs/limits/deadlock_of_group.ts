const semaphore = new Semaphore(0);
await using group = new TaskGroup();
group.start(async () => {
  using permit = await semaphore.acquire();
});
console.log("waits");
// output: waits
// limit: deadlock
