console.log(JSON.parse('{"a":1,"b":[true,false,null],"c":{"d":"e"}}'));
console.log(JSON.parse(" [ 1 , 2.5 , -3e2 , 0.1E-1 ] "), JSON.parse('"text"'), JSON.parse("null"), JSON.parse("-0"));
console.log(JSON.parse('"\\u0041\\n\\"\\\\\\/\\ud83d\\ude00"'), JSON.parse('{"":1}')[""]);
console.log(JSON.parse('{"a":1,"a":2,"2":"x","1":"y"}'));
console.log(JSON.parse('{"__proto__":{"x":1},"constructor":2}'));
const revived = JSON.parse('{"n":"5","list":["1","x"],"drop":0}', (key, value) => {
  if (key === "drop") return undefined;
  return typeof value === "string" && !Number.isNaN(Number(value)) ? Number(value) : value;
});
console.log(revived);
const order: string[] = [];
JSON.parse('{"a":{"b":1},"c":[2,3]}', (k, v) => (order.push(k), v));
console.log(order);
for (const bad of ["", "{", "[1,]", "{'a':1}", '{"a" 1}', "01", "1.", "+1", "nul", '"\\x"', '"a', "[1] x", "undefined", '{"a":1,}', '"\t"', "NaN"]) {
  try {
    console.log("parsed", JSON.parse(bad));
  } catch (e: any) {
    console.log(JSON.stringify(bad), e.name, e instanceof SyntaxError);
  }
}
const copy = JSON.parse(JSON.stringify({ when: [1, { deep: ["x"] }], gone: undefined }));
console.log(copy, "gone" in copy);
interface Config {
  port: number;
  hosts: string[];
}
const config: Config = JSON.parse('{"port":80,"hosts":["a","b"]}');
console.log(config.port + 1, config.hosts.map((h) => h.toUpperCase()));
console.log(JSON.parse("1e400"), JSON.parse("123456789012345678901234567890"), JSON.parse(null as any), JSON.parse(5 as any));
let deep = "1";
for (let i = 0; i < 100; i++) deep = `[${deep}]`;
let inner = JSON.parse(deep);
let depth = 0;
while (Array.isArray(inner)) (inner = inner[0]), depth++;
console.log(depth, inner);
