console.log(f());
function f() { return g(); function g() { return "inner hoisted"; } }
{
  console.log(block());
  function block() { return "block"; }
}
console.log(typeof (globalThis as any).block);
if (true) {
  function conditional() { return 1; }
  console.log(conditional());
}
const a = () => b() + 1;
const b = () => 41;
console.log(a());
for (const i of [1, 2]) {
  function perIteration() { return i; }
  console.log(perIteration());
}
function shadow(f: number) {
  {
    function f() { return "function"; }
    console.log(f());
  }
  return f;
}
console.log(shadow(5));
try {
  const read = () => early;
  read();
  let early = 1;
} catch (e: any) {
  console.log(e.name, e.message);
}
try {
  const kind = () => typeof tdz;
  kind();
  const tdz = 1;
} catch (e: any) {
  console.log(e.name);
}
const self: any = ((): any => {
  try {
    return selfRef();
    function selfRef(): any { return typeof self; }
  } catch (e: any) {
    return e.constructor.name;
  }
})();
console.log(self);
function dflt(p = q(), r = 2) {
  function inner() { return "inner"; }
  return p + r + inner();
}
function q() { return "outer q"; }
console.log(dflt());
switch (1 as number) {
  case 0:
    function inSwitch() { return "switch"; }
  case 1:
    console.log(inSwitch());
}
label: {
  const v = usedBefore();
  function usedBefore() { return "labelled"; }
  console.log(v);
  break label;
}
class UsesLater { m() { return new DefinedLater().v; } }
class DefinedLater { v = "later class"; }
console.log(new UsesLater().m());
enum E { A = compute() }
function compute() { return 7; }
console.log(E.A);
