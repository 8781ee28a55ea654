console.log(typeof hoisted, hoisted());
function hoisted() {
  return "function";
}
console.log(early!);
var early = 5;
console.log(early);
function scopes() {
  if (true) {
    var inner: number | string = "in block";
    let block = 1;
    inner += block;
  }
  for (var i = 0; i < 2; i++) {
    var last = i;
  }
  return [inner, i, last!];
}
console.log(scopes());
var twice = 1;
var twice = 2;
console.log(twice);
function shadow() {
  var seen: unknown[] = [];
  seen.push(x!);
  var x = "local";
  seen.push(x);
  return seen;
}
var x = "outer";
console.log(shadow(), x);
try {
  console.log(later());
} catch (e) {
  console.log((e as Error).name, (e as Error).message);
}
let late = "late";
function later() {
  return tdz;
}
let tdz = late;
console.log(later());
try {
  new (getClass())();
} catch (e) {
  console.log((e as Error).name);
}
function getClass() {
  return Later;
}
class Later {}
console.log(new (getClass())() instanceof Later);
{
  function nested() {
    return "nested";
  }
  console.log(nested());
}
