// reference
// What a path has not computed is no value where it meets a path that has, right behind work that is charged.
function spray(a: string, b: string, c: string, d: string): string {
  return a + b + c + d;
}

function trimmed(c: boolean, s: string): number[] {
  if (c) s.trim();
  return [];
}

async function started(c: boolean): Promise<string> {
  return c ? "yes" : "no";
}

function inTasks(c: boolean, s: string): string[] {
  if (c) started(c);
  return [s];
}

function inLoops(count: number): string {
  let kept = "";
  for (let i = 0; i < count; i++) {
    if (i % 3 === 0) kept.padStart(i);
    const fresh = [kept, `${i}`];
    kept = fresh[1];
  }
  return kept;
}

function caught(c: boolean, s: string): string[] {
  try {
    if (c) s.repeat(c ? -1 : 1);
    return [s, "whole"];
  } catch {
    return [s, "caught"];
  }
}

for (let i = 0; i < 20; i++) {
  spray("a", "b", `${i}`, "d");
  console.log(trimmed(i % 2 === 0, " x ").length, inTasks(i % 3 === 0, "s").length, inLoops(i), caught(i % 4 === 0, "t").join());
}
