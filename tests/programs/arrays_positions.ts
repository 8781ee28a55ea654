// Positions that are no integers, negative, or outside, in all methods that take them.
const positions = [-1e10, -4.5, -4, -3.5, -3, -2.5, -1.5, -1, -0.99, -0.25, -0, 0, 0.5, 1, 1.5, 2.99, 3, 3.5, 4, 1e10, NaN, Infinity, -Infinity];
const text = "abc";
for (const p of positions) {
  const a = [1, 2, 3];
  let line = `${p}: ${a.slice(p).join("")}|${a.slice(0, p).join("")}|${a.slice(p, 2).join("")}|${a.slice(-2, p).join("")}`;
  line += `|${a.indexOf(2, p)}|${a.lastIndexOf(2, p)}|${a.includes(3, p)}|${a.at(p) ?? "no"}`;
  line += `|${[1, 2, 3].fill(9, p).join("")}|${[1, 2, 3].fill(9, 1, p).join("")}`;
  const b = [1, 2, 3];
  line += `|${b.splice(p).join("")},${b.join("")}`;
  const c = [1, 2, 3];
  line += `|${c.splice(p, 1, 7, 8).join("")},${c.join("")}`;
  const d = [1, 2, 3];
  line += `|${d.splice(1, p).join("")},${d.join("")}`;
  console.log(line);
  line = `${text.slice(p)}|${text.slice(0, p)}|${text.slice(-2, p)}|${text.substring(p)}|${text.substring(2, p)}|${text.charAt(p)}`;
  line += `|${text.charCodeAt(p)}|${text.codePointAt(p) ?? "no"}|${text.at(p) ?? "no"}|${text.indexOf("b", p)}|${text.lastIndexOf("b", p)}`;
  line += `|${text.includes("c", p)}|${text.startsWith("b", p)}|${text.endsWith("b", p)}|${text.padEnd(Math.min(p, 9), "-")}|${text.split("", Math.abs(p)).length}`;
  console.log(line);
}
