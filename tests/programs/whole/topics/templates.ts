const name = "World";
const n = 5;
console.log(`Hello, ${name}! ${n} + 1 = ${n + 1}`, `nested ${`inner ${n > 3 ? `big ${n}` : "small"}`}`);
console.log(`multi
line ${"text"}
  kept`);
console.log(`${1}${2}${3}`, `${""}`, ``, `$`, `\${}`, `\`${n}\``, `$${n}`, `{${n}}`, `\u0041\x42\n`.length);
console.log(`${null} ${undefined} ${true} ${[1, 2]} ${{}} ${-0} ${NaN} ${[[]]}`);
const o = { toString: () => "str", valueOf: () => 1 };
console.log(`${o}`, o + "", `${[o, o]}`);
const order: string[] = [];
const note = (s: string) => (order.push(s), s);
console.log(`${note("a")}${note("b")}${note("c")}`, order);
function f(a: number) {
  return `<${a}>`;
}
console.log(`${f(1)}${[1, 2].map((x) => `${f(x)}`).join(`${","}`)}`);
console.log(`${(() => { return `deep ${"er"}`; })()}`, `a${"b" + `c${"d"}`}`);
type Greeting = `hello ${string}`;
const g: Greeting = `hello ${name}`;
console.log(g, g.length, `é😀`.length);
console.log(`line1\nline2`.split(`\n`), `tab\there`, `${'quo"te'}`, `it's`);
const width = 10;
console.log(`|${"left".padEnd(width)}|${"right".padStart(width)}|`);
const html = (items: string[]) => `<ul>${items.map((i) => `<li>${i}</li>`).join("")}</ul>`;
console.log(html(["a", "b"]), html([]));
