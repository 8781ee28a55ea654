// Classes used before their declaration has run: by functions and methods.
function build(): Late {
  return new Late();
}
function peek(): number {
  return Late.count;
}
function ask(value: unknown): boolean {
  return value instanceof Late;
}
for (let i = 0; i < 3; i++) {
  try {
    if (i === 0) build();
    else if (i === 1) console.log(peek());
    else console.log(ask(1));
  } catch (e) {
    if (e instanceof ReferenceError) console.log(e.name, e.message);
    else console.log("other");
  }
}
class Late {
  static count = 5;
  value = 1;
}
console.log(build().value, peek(), ask(build()), ask(3));
