// reference
function f(n: number): string {
  try {
    console.log("try", n);
    if (n === 1) throw new Error("one");
    if (n === 2) return "early";
  } catch (e) {
    console.log("catch");
    return "caught";
  } finally {
    console.log("finally");
  }
  return "end";
}
console.log(f(0));
console.log(f(1));
console.log(f(2));
function g(n: number): number {
  for (let i = 0; i < 5; i++) {
    try {
      if (i === 1) continue;
      if (i === n) break;
      console.log("body", i);
    } finally {
      console.log("cleanup", i);
    }
  }
  return n;
}
console.log(g(3));
function h(): number {
  let x = 1;
  try {
    return x;
  } finally {
    x = 2;
    console.log("x is", x);
  }
}
console.log(h());
function over(): number {
  try {
    throw new Error("lost");
  } finally {
    return 7;
  }
}
console.log(over());
function nested(): string {
  let log = "";
  try {
    try {
      try {
        log += "a";
        throw new Error("x");
      } finally {
        log += "b";
      }
    } catch (e) {
      log += "c";
      throw new Error("y");
    } finally {
      log += "d";
    }
  } catch (e) {
    if (e instanceof Error) log += e.message;
  } finally {
    log += "e";
  }
  return log;
}
console.log(nested());
function both(): string {
  outer: for (;;) {
    try {
      try {
        return "first";
      } finally {
        console.log("one");
        break outer;
      }
    } finally {
      console.log("two");
    }
  }
  return "second";
}
console.log(both());
function tryInFinally(): number {
  try {
    return 1;
  } finally {
    try {
      throw new Error("inside");
    } catch (e) {
      console.log("handled");
    }
  }
}
console.log(tryInFinally());
try {
  try {
    throw new Error("first");
  } finally {
    throw new Error("second");
  }
} catch (e) {
  if (e instanceof Error) console.log(e.message);
}
