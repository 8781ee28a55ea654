function attempt(f: () => unknown) {
  try {
    console.log("fine", f());
  } catch (e: any) {
    console.log(e.name + ": " + e.message);
  }
}
const u: any = undefined;
const nul: any = null;
const o: any = { inner: {}, n: 5, s: "text" };
attempt(() => u.x);
attempt(() => nul.x);
attempt(() => u.x.y);
attempt(() => o.missing.y);
attempt(() => (u.x = 1));
attempt(() => (nul.x = 1));
attempt(() => u[0]);
attempt(() => nul["a b"]);
attempt(() => u());
attempt(() => o.missing());
attempt(() => o.inner.f());
attempt(() => o.n());
attempt(() => o.s.nope());
attempt(() => new o());
attempt(() => new o.n());
attempt(() => new ((() => 1) as any)());
attempt(() => u instanceof o);
const symbol: any = Symbol();
attempt(() => symbol + "");
attempt(() => +symbol);
attempt(() => "a" in o.s);
attempt(() => o.inner.a.b.c);
