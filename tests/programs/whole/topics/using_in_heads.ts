// `using` in the heads of loops, several in one declaration, in a `switch`.
const open = (name: string) => ({
  name,
  [Symbol.dispose]() {
    console.log("closed", this.name);
  },
});
const openLater = (name: string) => ({
  name,
  async [Symbol.asyncDispose]() {
    await null;
    console.log("closed later", this.name);
  },
});

outer: for (using file of [open("a"), open("b"), open("c"), open("d")]) {
  if (file.name === "b") continue;
  console.log("in", file.name);
  for (using inner of new Set([open("x"), open("y")])) {
    if (file.name === "c" && inner.name === "x") break outer;
    console.log("in", inner.name);
  }
}

for (using first = open("first"), second = open("second"); ; ) {
  console.log(first.name, second.name);
  break;
}

function* files() {
  try {
    yield open("one");
    yield open("two");
  } finally {
    console.log("no more files");
  }
}
function nameOfFirst(): string {
  for (using file of files()) return file.name;
  return "none";
}
console.log(nameOfFirst());
try {
  for (using file of files()) throw new Error(file.name);
} catch (error) {
  console.log((error as Error).message);
}

for (using nothing of [null, undefined]) console.log(nothing);

const readers: (() => string)[] = [];
for (using file of [open("p"), open("q")]) readers.push(() => file.name);
console.log(readers.map((read) => read()).join());

async function later() {
  for (await using file of [openLater("1"), open("2")]) console.log("in", file.name);
  for await (using file of [open("3")]) console.log("in", file.name);
  for (await using file = openLater("4"); file.name === "4"; ) break;
  for await (await using file of [openLater("5"), openLater("6")]) {
    if (file.name === "5") continue;
    console.log("in", file.name);
  }
}
await later();

{
  using left = open("left"),
    right = open("right");
  console.log(left.name, right.name);
}
