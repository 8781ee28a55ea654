// Markdown to HTML without regular expressions: blocks first, then the text inside them.
type Block =
  | { type: "heading"; level: number; text: string }
  | { type: "paragraph"; text: string }
  | { type: "code"; language: string; lines: string[] }
  | { type: "quote"; blocks: Block[] }
  | { type: "list"; ordered: boolean; items: string[][] }
  | { type: "rule" };

class Lines {
  private at = 0;
  constructor(private readonly lines: readonly string[]) {}
  get done() {
    return this.at >= this.lines.length;
  }
  peek(): string {
    return this.lines[this.at];
  }
  next(): string {
    return this.lines[this.at++];
  }
  *while(test: (line: string) => boolean): Generator<string> {
    while (!this.done && test(this.peek())) yield this.next();
  }
}

function headingLevel(line: string): number {
  let n = 0;
  while (line[n] === "#") n++;
  return n > 0 && n <= 6 && line[n] === " " ? n : 0;
}

function listMarker(line: string): { ordered: boolean; width: number } | undefined {
  if ((line.startsWith("- ") || line.startsWith("* ")) && line.length > 2) return { ordered: false, width: 2 };
  let n = 0;
  while (line[n] >= "0" && line[n] <= "9") n++;
  return n > 0 && line.startsWith(". ", n) ? { ordered: true, width: n + 2 } : undefined;
}

const isRule = (line: string) => line.length >= 3 && [..."-*_"].some((c) => line === c.repeat(line.length));
const isBlank = (line: string) => line.trim() === "";
const startsBlock = (line: string) => headingLevel(line) > 0 || line.startsWith("```") || line.startsWith(">") || isRule(line) || listMarker(line) !== undefined;

function parseBlocks(lines: Lines): Block[] {
  const blocks: Block[] = [];
  while (!lines.done) {
    const line = lines.peek();
    const level = headingLevel(line);
    if (isBlank(line)) {
      lines.next();
    } else if (level) {
      blocks.push({ type: "heading", level, text: lines.next().slice(level + 1).trim() });
    } else if (line.startsWith("```")) {
      const language = lines.next().slice(3).trim();
      const code = [...lines.while((l) => !l.startsWith("```"))];
      if (!lines.done) lines.next();
      blocks.push({ type: "code", language, lines: code });
    } else if (line.startsWith(">")) {
      const inner = [...lines.while((l) => l.startsWith(">"))].map((l) => l.slice(l[1] === " " ? 2 : 1));
      blocks.push({ type: "quote", blocks: parseBlocks(new Lines(inner)) });
    } else if (isRule(line)) {
      lines.next();
      blocks.push({ type: "rule" });
    } else if (listMarker(line)) {
      blocks.push(parseList(lines));
    } else {
      const first = lines.next();
      const rest = [...lines.while((l) => !isBlank(l) && !startsBlock(l))];
      blocks.push({ type: "paragraph", text: [first, ...rest].map((l) => l.trim()).join("\n") });
    }
  }
  return blocks;
}

function parseList(lines: Lines): Block {
  const { ordered } = listMarker(lines.peek())!;
  const items: string[][] = [];
  while (!lines.done) {
    const marker = listMarker(lines.peek());
    if (!marker || marker.ordered !== ordered) break;
    const item = [lines.next().slice(marker.width)];
    for (const l of lines.while((l) => l.startsWith("  ") && !isBlank(l))) item.push(l.slice(Math.min(marker.width, 2)));
    items.push(item);
  }
  return { type: "list", ordered, items };
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const MARKS: readonly (readonly [mark: string, tag: string])[] = [["**", "strong"], ["__", "strong"], ["~~", "del"], ["*", "em"], ["_", "em"]];

function inline(text: string): string {
  let out = "";
  let i = 0;
  scan: while (i < text.length) {
    if (text[i] === "\\" && i + 1 < text.length) {
      out += escapeHtml(text[i + 1]);
      i += 2;
      continue;
    }
    if (text[i] === "`") {
      const end = text.indexOf("`", i + 1);
      if (end > 0) {
        out += `<code>${escapeHtml(text.slice(i + 1, end))}</code>`;
        i = end + 1;
        continue;
      }
    }
    if (text[i] === "[" || text.startsWith("![", i)) {
      const isImage = text[i] === "!";
      const open = isImage ? i + 1 : i;
      const middle = text.indexOf("](", open);
      const close = middle < 0 ? -1 : text.indexOf(")", middle);
      if (close > 0) {
        const label = text.slice(open + 1, middle);
        const url = escapeHtml(text.slice(middle + 2, close));
        out += isImage ? `<img src="${url}" alt="${escapeHtml(label)}">` : `<a href="${url}">${inline(label)}</a>`;
        i = close + 1;
        continue;
      }
    }
    for (const [mark, tag] of MARKS) {
      if (!text.startsWith(mark, i)) continue;
      const end = text.indexOf(mark, i + mark.length);
      if (end <= i + mark.length) continue;
      out += `<${tag}>${inline(text.slice(i + mark.length, end))}</${tag}>`;
      i = end + mark.length;
      continue scan;
    }
    out += text.startsWith("  \n", i) ? ((i += 2), "<br>\n") : escapeHtml(text[i]);
    i++;
  }
  return out;
}

function render(block: Block): string {
  switch (block.type) {
    case "heading": {
      const id = [...block.text.toLowerCase()].map((c) => (c === " " ? "-" : c)).filter((c) => (c >= "a" && c <= "z") || c === "-").join("");
      return `<h${block.level} id="${id}">${inline(block.text)}</h${block.level}>`;
    }
    case "paragraph":
      return `<p>${inline(block.text)}</p>`;
    case "code":
      return `<pre><code${block.language && ` class="language-${block.language}"`}>${escapeHtml(block.lines.join("\n"))}</code></pre>`;
    case "quote":
      return `<blockquote>\n${block.blocks.map(render).join("\n")}\n</blockquote>`;
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      const items = block.items.map((lines) => {
        const [first, ...rest] = lines;
        const inner = rest.length ? "\n" + parseBlocks(new Lines(rest)).map(render).join("\n") + "\n" : "";
        return `<li>${inline(first)}${inner}</li>`;
      });
      return `<${tag}>\n${items.join("\n")}\n</${tag}>`;
    }
    case "rule":
      return "<hr>";
  }
}

const markdown = (source: string) => parseBlocks(new Lines(source.split("\n"))).map(render).join("\n");

console.log(markdown(`# Title & more

A paragraph with *emphasis*, **strong _nested_ text**, ~~gone~~ and \`code <b>\`.
Second line with a [link *here*](https://example.com/?a=1&b=2) and ![image](pic.png).

## Lists

- one
- two
  - nested **a**
  - nested b
- three

1. first
2. second
---
> quoted *text*
> - with a list
>
> > deeper

\`\`\`ts
const x = a < b && "c";
# not a heading
\`\`\`

Unclosed *mark and \\*escaped\\* and snake_case _x_ and 2 * 3 * 4.
#no heading
`));
console.log(markdown(""), "|", markdown("```\nopen"), "|", markdown("[a](b"), "|", markdown("****"));
console.log(parseBlocks(new Lines(["# H", "- a", "  b"])));
