function* guarded(name: string): Generator<number, string, unknown> {
  try {
    yield 1;
    yield 2;
    return "end";
  } catch (e) {
    console.log(name, "caught", e);
    yield 99;
    return "after catch";
  } finally {
    console.log(name, "finally");
  }
}
const a = guarded("a");
console.log(a.next(), a.return("early"), a.next());
const b = guarded("b");
console.log(b.next(), b.throw("boom"), b.next(), b.next());
const c = guarded("c");
console.log(c.return("not started"), c.next());
const d = guarded("d");
try {
  d.throw(new Error("not started"));
} catch (e) {
  console.log((e as Error).message, d.next());
}
function* stubborn(): Generator<string, string, unknown> {
  try {
    yield "a";
  } finally {
    yield "cleanup";
    console.log("really over");
  }
  return "unreached";
}
const s = stubborn();
console.log(s.next(), s.return("r"), s.next(), s.next());
function* override(): Generator<number, string, unknown> {
  try {
    yield 1;
  } finally {
    return "overridden";
  }
}
const o = override();
o.next();
console.log(o.return("given"));
const t = override();
t.next();
console.log(t.throw(new Error("swallowed")));
function* failing() {
  yield 1;
  throw new RangeError("inside");
}
const f = failing();
f.next();
try {
  f.next();
} catch (e) {
  console.log(String(e), f.next());
}
function* self(): Generator<number> {
  try {
    me.next();
  } catch (e) {
    console.log((e as Error).name, (e as Error).message);
  }
  yield 1;
}
const me = self();
console.log(me.next());
