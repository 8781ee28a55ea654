// expect: P2032 line 11
// expect: P2032 line 18
// expect: P2032 line 24
// expect: P2032 line 26
// expect: P2032 line 33
// expect: P2032 line 39
class Box { readonly v = 1; }
function make(n: number): Box | null { return n > 0 ? new Box() : null; }

function before(a: Box | null): () => number {
  const f = a === null ? () => 0 : () => a.v;
  a = make(0);
  return f;
}

function inLoop(b: Box | null): number {
  for (let i = 0; i < 2; i++) {
    if (b !== null) [1].map((x) => x + b.v);
    b = make(i);
  }
  return 0;
}

function inFunction(c: Box | null): number { if (c !== null) { const f = () => c.v; const g = () => { c = null; }; g(); return f(); } return 0; }

function hoisted(d: Box | null): number { if (d !== null) { function f(): number { return d.v; } return f(); } return 0; }

let top: Box | null = make(1);
function change(): void {
  top = make(0);
}
if (top !== null) {
  [1].map((x) => x + top.v);
}

function inIf(e: Box | null, c: boolean): number {
  if (e !== null) {
    if (c) {
      const f = () => e.v;
      f();
      e = make(1);
    }
  }
  return 0;
}
change();
before(null);
inLoop(null);
inFunction(null);
hoisted(null);
inIf(null, true);
