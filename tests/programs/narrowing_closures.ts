// What is known of a parameter or `let` holds in functions made after its last assignment.
class Node2 {
  constructor(readonly value: number, readonly next: Node2 | null) {}
}

function parameter(x: number | string, y: string | null): string {
  if (y === null) return "none";
  if (typeof x === "number") {
    const add = (a: number): number => a + x;
    return [1, 2].map((a) => add(a) + y.length).join();
  }
  return [1, 2].map((a) => x.repeat(a) + y).join();
}
console.log(parameter(5, "ab"), parameter("k", "-"), parameter(1, null));

function settled(text: string | undefined): () => number {
  let found = text;
  if (found === undefined) found = "default";
  text = found.toUpperCase();
  const name = text;
  return () => found.length * 10 + name.length + text.length;
}
console.log(settled("abc")(), settled(undefined)());

function afterLoop(values: (number | null)[]): (() => number)[] {
  let largest: number | null = null;
  for (const value of values) {
    if (value !== null && (largest === null || value > largest)) largest = value;
  }
  if (largest === null) return [];
  return [() => largest, () => largest + 1];
}
console.log(afterLoop([3, null, 9]).map((f) => f()).join(), afterLoop([null]).length);

function rounds(head: Node2 | null): string {
  const found: (() => number)[] = [];
  for (let node = head; node !== null; node = node.next) found.push(() => node.value);
  return found.map((f) => f()).join();
}
console.log(rounds(new Node2(1, new Node2(2, new Node2(3, null)))));

class Holder {
  constructor(private readonly factor: number) {}
  scale(by: number | null): number[] {
    if (by === null) return [];
    return [1, 2, 3].map((x) => x * by * this.factor);
  }
  each(limit?: number): number {
    if (!limit) return 0;
    const inner = { get(): number { return limit; } };
    return inner.get();
  }
}
console.log(new Holder(2).scale(4).join(), new Holder(2).scale(null).length, new Holder(1).each(7), new Holder(1).each());

let top: string | null = parameter(1, "x");
if (top !== null) {
  const shown = [1].map(() => top.length);
  console.log(shown.join());
}

async function later(task: string | null): Promise<string> {
  if (task === null) return "-";
  const run = async (): Promise<string> => {
    await sleep(0);
    return task.padEnd(4, ".");
  };
  return await run();
}
console.log(await later("go"), await later(null));
