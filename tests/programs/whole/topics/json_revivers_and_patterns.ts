// @ts-nocheck
// Revivers that leave elements out, change the holder, or fix properties; what counts as a pattern.
console.log(JSON.parse("[1,2,3]", (k, v) => (v === 2 ? undefined : v)));
console.log(JSON.parse('{"a":1,"b":{"c":2}}', (k, v) => (v === 1 ? undefined : v)));
console.log(JSON.parse("[1,2]", function (k, v) {
  if (k === "0") Object.defineProperty(this, "1", { configurable: false });
  return k === "1" ? undefined : v;
}));
console.log(JSON.parse("[1,2]", function (k, v) {
  if (k === "0") Object.defineProperty(this, "1", { configurable: false });
  return k === "1" ? 22 : v;
}));
console.log(JSON.parse('{"a":1,"b":2}', function (k, v) {
  if (k === "a") Object.defineProperty(this, "b", { configurable: false });
  return k === "b" ? 22 : v;
}));
console.log(JSON.parse('{"a":1,"b":2}', function (k, v) {
  if (k === "a") Object.freeze(this);
  return k === "b" ? 22 : v;
}));
console.log(JSON.parse("[1,2,3,4]", function (k, v) {
  if (k === "0") this.length = 2;
  return k === "" ? v : String(v);
}));
console.log(JSON.parse("[1,2]", function (k, v) {
  if (k === "0") this.push(9);
  return k === "" ? v : v * 2;
}));
const seen = [];
JSON.parse('{"a":[1,{"b":2}],"c":3}', function (k, v) { seen.push(k, JSON.stringify(this)); return v; });
console.log(seen);
console.log(JSON.parse("[1,[2,[3]]]", (k, v) => (Array.isArray(v) ? v.length : v)));
try { "".replaceAll({ [Symbol.match]: true, flags: undefined, toString() { return "text"; } }, ""); } catch (error) { console.log(error instanceof TypeError); }
const slashes = /a/g;
slashes[Symbol.match] = false;
console.log("/a/g".startsWith(slashes), RegExp(slashes) === slashes, RegExp(/b/) instanceof RegExp);
try { "x".includes(Object.defineProperty(/a/, Symbol.match, { value: undefined })); } catch (error) { console.log(error.message); }
