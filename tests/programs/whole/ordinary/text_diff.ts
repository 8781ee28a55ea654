// Differences between texts: Myers' algorithm, unified output, patches, and words within lines.
type Edit<T> = { readonly op: "keep" | "add" | "remove"; readonly value: T };

function diff<T>(before: readonly T[], after: readonly T[], equal: (a: T, b: T) => boolean = Object.is): Edit<T>[] {
  const [n, m] = [before.length, after.length];
  const max = n + m;
  const trace: Map<number, number>[] = [];
  let frontier = new Map<number, number>([[1, 0]]);
  search: for (let d = 0; d <= max; d++) {
    trace.push(new Map(frontier));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (frontier.get(k - 1) ?? -1) < (frontier.get(k + 1) ?? -1));
      let x = down ? (frontier.get(k + 1) ?? 0) : (frontier.get(k - 1) ?? 0) + 1;
      let y = x - k;
      while (x < n && y < m && equal(before[x], after[y])) {
        x++;
        y++;
      }
      frontier.set(k, x);
      if (x >= n && y >= m) break search;
    }
  }
  const edits: Edit<T>[] = [];
  let [x, y] = [n, m];
  for (let d = trace.length - 1; d >= 0; d--) {
    const v = trace[d];
    const k = x - y;
    const previousK = k === -d || (k !== d && (v.get(k - 1) ?? -1) < (v.get(k + 1) ?? -1)) ? k + 1 : k - 1;
    const previousX = v.get(previousK) ?? 0;
    const previousY = previousX - previousK;
    while (x > previousX && y > previousY) {
      edits.push({ op: "keep", value: after[y - 1] });
      x--;
      y--;
    }
    if (d > 0) {
      if (x === previousX) edits.push({ op: "add", value: after[y - 1] });
      else edits.push({ op: "remove", value: before[x - 1] });
    }
    [x, y] = [previousX, previousY];
  }
  return edits.reverse();
}

interface Hunk {
  oldStart: number;
  newStart: number;
  edits: Edit<string>[];
}

function hunks(edits: readonly Edit<string>[], context = 2): Hunk[] {
  const result: Hunk[] = [];
  let current: Hunk | undefined;
  let quiet = 0;
  let [oldLine, newLine] = [1, 1];
  for (const [i, edit] of edits.entries()) {
    if (edit.op !== "keep") {
      if (!current) {
        const lead = edits.slice(Math.max(0, i - context), i);
        const kept = lead.slice(lead.findLastIndex((e) => e.op !== "keep") + 1);
        current = { oldStart: oldLine - kept.length, newStart: newLine - kept.length, edits: [...kept] };
        result.push(current);
      }
      current.edits.push(edit);
      quiet = 0;
    } else if (current) {
      quiet++;
      current.edits.push(edit);
      if (quiet > context * 2) {
        current.edits.splice(-(quiet - context));
        current = undefined;
        quiet = 0;
      }
    }
    if (edit.op !== "add") oldLine++;
    if (edit.op !== "remove") newLine++;
  }
  if (current && quiet > context) current.edits.splice(-(quiet - context));
  return result;
}

const SIGN = { keep: " ", add: "+", remove: "-" } as const;
function unified(before: string, after: string): string {
  const count = (h: Hunk, without: Edit<string>["op"]) => h.edits.filter((e) => e.op !== without).length;
  return hunks(diff(before.split("\n"), after.split("\n")))
    .map((h) => [`@@ -${h.oldStart},${count(h, "add")} +${h.newStart},${count(h, "remove")} @@`, ...h.edits.map((e) => SIGN[e.op] + e.value)].join("\n"))
    .join("\n");
}

class PatchError extends Error {}
function patch(source: string, unifiedText: string): string {
  const input = source.split("\n");
  const out: string[] = [];
  let at = 0;
  for (const line of unifiedText.split("\n")) {
    if (line.startsWith("@@")) {
      const start = Number(line.slice(4, line.indexOf(",")));
      while (at < start - 1) out.push(input[at++]);
      continue;
    }
    const [sign, text] = [line[0], line.slice(1)];
    if (sign === "+") {
      out.push(text);
      continue;
    }
    if (input[at] !== text) throw new PatchError(`line ${at + 1}: expected "${text}", found "${input[at]}"`);
    if (sign === " ") out.push(text);
    at++;
  }
  return [...out, ...input.slice(at)].join("\n");
}

function words(line: string): string[] {
  const result: string[] = [];
  for (const c of line) {
    const isSpace = c === " ";
    if (result.length > 0 && (result[result.length - 1].at(-1) === " ") === isSpace) result[result.length - 1] += c;
    else result.push(c);
  }
  return result;
}

function inline(before: string, after: string): string {
  return diff(words(before), words(after))
    .map(({ op, value }) => (op === "keep" ? value : op === "add" ? `{+${value}+}` : `[-${value}-]`))
    .join("");
}

function similarity(a: string, b: string): number {
  const edits = diff([...a], [...b]);
  const kept = edits.filter((e) => e.op === "keep").length;
  return a.length + b.length === 0 ? 1 : (2 * kept) / (a.length + b.length);
}

const show = (a: string, b: string) => diff([...a], [...b]).map((e) => SIGN[e.op].trim() + e.value).join("");
console.log(show("ABCABBA", "CBABAC"), show("", "abc"), show("abc", ""), show("same", "same"), `[${show("", "")}]`);
console.log(diff([1, 2, 3], [1, 3, 4]));
const before = Array.from({ length: 20 }, (_, i) => `line ${i + 1}`).join("\n");
const after = before.split("\n").flatMap((l, i) => (i === 2 ? ["changed three"] : i === 3 ? [l, "inserted"] : i === 14 ? [] : [l])).join("\n") + "\nlast";
const text = unified(before, after);
console.log(text);
console.log(patch(before, text) === after);
try {
  patch(before.replace("line 5", "other"), text);
} catch (e) {
  console.log(e instanceof PatchError, (e as Error).message);
}
console.log(inline("the quick brown fox", "the slow brown  fox jumps"));
console.log(similarity("kitten", "sitting").toFixed(3), similarity("", ""), similarity("abc", "xyz"));
console.log(diff(["A", "b"], ["a", "B"], (x, y) => x.toLowerCase() === y.toLowerCase()).map((e) => e.op));
