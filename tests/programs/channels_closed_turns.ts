// Sending on a closed channel fails in a turn of its own, as does a rejected promise that is awaited.
const closed = new Channel<number>(2);
closed.close();
async function send(n: number): Promise<void> {
  try {
    await closed.send(n);
    console.log("sent", n);
  } catch (e) {
    console.log("refused", n, e instanceof Error ? e.message : "");
  }
}
const first = send(1);
console.log("main");
const second = send(2);
console.log("main again");
await Promise.all([first, second]);
console.log("end");
