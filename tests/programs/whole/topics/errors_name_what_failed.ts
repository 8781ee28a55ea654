// Messages of the errors of the language name what stands in the text.
const show = (f: () => any): void => {
  try {
    console.log(f());
  } catch (e: any) {
    console.log(e instanceof Error ? `${e.name}: ${e.message}` : e);
  }
};
const a: any = 1;
const b: any = 0;
const u: any = undefined;
const n: any = null;
const obj: any = { method() {}, list: [1] };
const f: any = () => undefined;

show(() => (a || b)());
show(() => [a, 1, "x"][0]());
show(() => ((a + b) as any)());
show(() => (a ? b : a)());
show(() => obj[a + 1]());
show(() => obj["nope"]());
show(() => obj?.nope());
show(() => obj.list[0]());
show(() => f()());
show(() => f(a).x());
show(() => (`t` as any).x());
show(() => new obj.nope());
show(() => (new (class {})() as any).x());
show(() => (typeof a as any).x());
show(() => new a());
show(() => [...a]);
show(() => [...f()]);
show(() => Math.max(...a));
show(() => Math.max(...u));
show(() => Math.max(...u, 1));
show(() => {
  for (const x of obj.method) console.log(x);
});
show(() => {
  for (const x of a + b) console.log(x);
});
show(() => {
  for (const [x] of [a]) console.log(x);
});
show(() => {
  for (const { x } of [u]) console.log(x);
});
show(() => {
  const [x] = a;
  return x;
});
show(() => {
  const [x] = f();
  return x;
});
show(() => {
  const [x] = obj.nope;
  return x;
});
show(() => {
  const { x } = u;
  return x;
});
show(() => {
  const { x } = obj.nope;
  return x;
});
show(() => {
  const { x = 1 } = n;
  return x;
});
show(() => {
  const {
    x: { y },
  } = obj;
  return y;
});
show(() => {
  const {
    x: [y],
  } = obj;
  return y;
});
show(() => {
  const { [a]: x } = f();
  return x;
});
show(() => {
  const { ...x } = n;
  return x;
});
show(() => (({ x }: any) => x)(undefined));
show(() => (({ x }: any) => x)(null));
show(() => (([x]: any) => x)(5));
show(() => {
  let x: any;
  ({ x } = u.y);
  return x;
});
show(() => {
  let x: any;
  ({ x } = n);
  return x;
});
show(() => {
  let x: any;
  [x] = n;
  return x;
});
show(() => {
  class C extends u {}
  return C;
});
try {
  throw undefined;
} catch (e) {
  show(() => {
    const { x } = e as any;
    return x;
  });
}
(async () => {
  try {
    for await (const x of a) console.log(x);
  } catch (e: any) {
    console.log(e.message);
  }
})();
