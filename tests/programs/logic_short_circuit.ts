// reference
function yes(name: string): boolean {
  console.log(`yes ${name}`);
  return true;
}
function no(name: string): boolean {
  console.log(`no ${name}`);
  return false;
}
console.log(yes("a") && no("b"));
console.log(no("c") && yes("d"));
console.log(yes("e") || no("f"));
console.log(no("g") || yes("h"));
console.log(!(yes("i") && (no("j") || yes("k"))) || no("l"));
if (yes("m") && !no("n") || yes("o")) console.log("then");
let value = no("p") || no("q") && yes("r");
console.log(value);
yes("s") && console.log("called");
no("t") || console.log("called too");
no("u") && console.log("not called");
const both = yes("v") === no("w");
console.log(both, true === (1 < 2), false !== value);
