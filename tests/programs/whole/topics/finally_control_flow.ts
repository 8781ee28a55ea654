const log: string[] = [];
function show(f: () => unknown) {
  log.length = 0;
  try {
    console.log("returned", f(), log.join());
  } catch (e) {
    console.log("threw", (e as Error).message ?? e, log.join());
  }
}
show(() => { try { return "try"; } finally { log.push("finally"); } });
show(() => { try { return "try"; } finally { return "finally wins"; } });
show(() => { try { throw new Error("a"); } catch (e) { return "catch"; } finally { log.push("f"); } });
show(() => { try { throw new Error("a"); } catch (e) { throw new Error("b"); } finally { log.push("f"); } });
show(() => { try { throw new Error("a"); } finally { throw new Error("from finally"); } });
show(() => { try { throw new Error("a"); } finally { return "swallowed"; } });
show(() => { let x = 1; try { return x; } finally { x = 2; log.push(String(x)); } });
show(() => { const o = { v: 1 }; try { return o; } finally { o.v = 2; } });
show(() => {
  for (const i of [1, 2, 3]) {
    try {
      if (i === 1) continue;
      if (i === 2) break;
    } finally {
      log.push("i" + i);
    }
  }
  return "loop over";
});
show(() => {
  for (;;) {
    try {
      return "inside";
    } finally {
      break;
    }
  }
  return "after break in finally";
});
show(() => {
  try {
    try {
      throw new Error("inner");
    } finally {
      log.push("1");
    }
  } catch (e) {
    log.push("2");
    try {
      return "ret";
    } finally {
      log.push("3");
    }
  } finally {
    log.push("4");
  }
});
show(() => {
  let n = 0;
  while (true) {
    try {
      n++;
      if (n < 3) continue;
      return n;
    } finally {
      log.push("n" + n);
      if (n === 3) n = 100;
    }
  }
});
show(() => {
  label: try {
    log.push("in");
    break label;
  } finally {
    log.push("out");
  }
  return "end";
});
show(() => { try { null!; (undefined as any).x; } catch ({ name }: any) { return name; } });
show(() => { try { return log.push("evaluated"); } finally { log.push("then finally"); } });
show(() => {
  const f = (n: number): number => { try { if (n === 0) throw new Error("bottom"); return f(n - 1); } finally { log.push(String(n)); } };
  return f(3);
});
show(() => { try { try { throw 1; } catch (e) { throw (e as number) + 1; } finally { log.push("x"); } } catch (e) { return e; } });
