// Small programs as people write them: tokens, tables, routes, markup.
type Token = { kind: string; text: string };
const rules: [string, RegExp][] = [
  ["space", /\s+/y],
  ["number", /\d+(?:\.\d+)?/y],
  ["name", /[A-Za-z_]\w*/y],
  ["string", /"(?:[^"\\]|\\.)*"/y],
  ["operator", /[-+*\/=<>!]=?|[(){};,]/y],
];
function tokens(source: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  next: while (at < source.length) {
    for (const [kind, rule] of rules) {
      rule.lastIndex = at;
      const match = rule.exec(source);
      if (match === null) continue;
      if (kind !== "space") found.push({ kind, text: match[0] });
      at = rule.lastIndex;
      continue next;
    }
    throw new Error(`unexpected ${source[at]} at ${at}`);
  }
  return found;
}
console.log(tokens('let x1 = 3.14 * (y + "a \\"b\\"");').map((token) => `${token.kind}:${token.text}`).join(" "));

const csv = 'id,name,note\n1,"Smith, J.","said ""hi"""\n2,Doe,\n';
const rows = csv.trim().split(/\n/).map((line) => {
  const cells: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    cells.push(match[1] !== undefined ? match[1].replace(/""/g, '"') : match[2] ?? "");
  }
  return cells;
});
console.log(rows);

function route(template: string): (path: string) => Record<string, string> | null {
  const names: string[] = [];
  const source = template.replace(/:(\w+)/g, (_, name: string) => {
    names.push(name);
    return "([^/]+)";
  });
  const pattern = new RegExp(`^${source}/?$`);
  return (path) => {
    const match = pattern.exec(path);
    return match && Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ""]));
  };
}
console.log(route("/users/:id/posts/:post")("/users/7/posts/abc/"), route("/a/:b")("/x/1"));

const log = `2024-05-06 07:08:09 [INFO] server: started on port 8080
2024-05-06 07:08:10 [WARN] db: slow query (1200 ms)
bad line
2024-05-06 07:08:11 [ERROR] server: timeout`;
const line = /^(?<date>\d{4}-\d{2}-\d{2}) (?<time>[\d:]+) \[(?<level>[A-Z]+)\] (?<source>\w+): (?<message>.*)$/gm;
for (const { groups } of log.matchAll(line)) console.log(groups?.level, groups?.source, groups?.message);
const counts = new Map<string, number>();
for (const word of "the cat and the dog and the bird".match(/\b\w+\b/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
console.log(counts);

const valid = {
  email: /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/,
  hex: /^#(?:[\da-f]{3}){1,2}$/i,
  ip: /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/,
  password: /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,}$/,
};
console.log(["a.b+c@d-e.co.uk", "a@b", "@c.d"].map((text) => valid.email.test(text)));
console.log(["#fff", "#ABCDEF", "#ab", "fff"].map((text) => valid.hex.test(text)));
console.log(["192.168.0.1", "256.1.1.1", "1.2.3", "1.2.3.4."].map((text) => valid.ip.test(text)));
console.log(["Passw0rdX", "password1", "SHORT1a"].map((text) => valid.password.test(text)));

const markdown = "# Title\nSome *bold* and `code`, [a link](http://x.y).\n## Sub\n- one\n- two";
console.log(
  markdown
    .replace(/^(#+) (.*)$/gm, (_, marks: string, title: string) => `<h${marks.length}>${title}</h${marks.length}>`)
    .replace(/\*([^*]+)\*/g, "<b>$1</b>")
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>')
    .replace(/^- (.*)$/gm, "<li>$1</li>"),
);
const roman = "MCMXCIV".match(/CM|CD|XC|XL|IX|IV|[MDCLXVI]/g);
console.log(roman, "aabbbc".replace(/(.)\1*/g, (run, letter: string) => letter + run.length), /^(.)(?:.*\1)?$/.test("abca"));
