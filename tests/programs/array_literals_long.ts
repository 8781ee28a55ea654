// Array literals of every length and kind of element, with calls, awaits and errors among the elements.
function square(n: number): number {
  return n * n;
}

const thirty_three: number[] = [
  square(0), square(1), square(2), square(3), square(4), square(5), square(6), square(7), square(8), square(9), square(10),
  square(11), square(12), square(13), square(14), square(15), square(16), square(17), square(18), square(19), square(20),
  square(21), square(22), square(23), square(24), square(25), square(26), square(27), square(28), square(29), square(30),
  square(31), square(32),
];
console.log(thirty_three.length, thirty_three[0], thirty_three[31], thirty_three[32]);
thirty_three.push(-1);
console.log(thirty_three.length, thirty_three[33], thirty_three.join(" "));

const flags: boolean[] = [
  true, false, 1 < 2, 2 < 1, true, false, 1 < 2, 2 < 1, true, false, 1 < 2, 2 < 1, true, false, 1 < 2, 2 < 1, true, false,
  1 < 2, 2 < 1, true, false, 1 < 2, 2 < 1, true, false, 1 < 2, 2 < 1, true, false, 1 < 2, 2 < 1, true, false, 1 < 2, 2 < 1,
  true, false, 1 < 2, 2 < 1, true, false, 1 < 2, 2 < 1, true, false, 1 < 2, 2 < 1, true, false, 1 < 2, 2 < 1, true, false,
  1 < 2, 2 < 1, true, false, 1 < 2, 2 < 1, true, false, 1 < 2, 2 < 1, true,
];
let count = 0;
for (const flag of flags) if (flag) count++;
console.log(flags.length, count, flags[64]);

const order: string[] = [];
function say(text: string): string {
  order.push(text);
  return text + "!";
}
const words: string[] = [say("a"), `${say("b")}${say("c")}`, order.length > 2 ? say("d") : "never", say("e")];
console.log(words.join(","), order.join(""));

const mixed: (number | string | boolean | null)[] = [1, "two", false, null, -0, NaN];
for (const item of mixed) console.log(typeof item, item === null ? "null" : String(item));

const nested: number[][] = [[1, 2], [], [3], [...[4, 5], 6, ...[7]]];
console.log(nested.map((row) => row.join("-")).join("|"));

function fails(n: number): number {
  if (n > 2) throw new RangeError(`no ${n}`);
  order.push(String(n));
  return n;
}
try {
  const never: number[] = [fails(1), fails(2), fails(3), fails(4)];
  console.log("not reached", never.length);
} catch (error) {
  console.log(error instanceof RangeError ? error.message : "?", order.join(""));
}

async function later(n: number): Promise<number> {
  await Promise.resolve();
  return n + 0.5;
}
const waited: number[] = [await later(1), 2, await later(3), (await later(4)) + (await later(5))];
console.log(waited.join(" "));

class Node2 {
  constructor(readonly children: Node2[] = [], readonly name = "leaf") {}
  size(): number {
    let total = 1;
    for (const child of this.children) total += child.size();
    return total;
  }
}
const tree = new Node2([new Node2(), new Node2([new Node2([], "x"), new Node2()]), new Node2([new Node2()])], "root");
console.log(tree.size(), tree.children[1].children[0].name);

let made = 0;
for (let i = 0; i < 2000; i++) {
  const pair = [i, i + 1];
  const texts = [String(i), "x"];
  made += pair[1] - pair[0] + texts.length;
}
console.log(made);
