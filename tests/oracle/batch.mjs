// node batch.mjs < SOURCES: runs programs one after the other. SOURCES is a JSON list of TypeScript texts; the answer is
// a JSON list of { output, error }: what each printed, and what it ended by (empty: well).
import { readFileSync } from "node:fs";
import typescript from "typescript";
import "./plait.mjs";

const compilerOptions = {
  target: typescript.ScriptTarget.ESNext,
  module: typescript.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
};
const results = [];
for (const source of JSON.parse(readFileSync(0, "utf8"))) {
  const lines = [];
  console.log = (...values) => lines.push(values.map(shown).join(" ") + "\n");
  const { outputText } = typescript.transpileModule(source, { compilerOptions });
  let error = "";
  try {
    await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
  } catch (thrown) {
    error = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  }
  await new Promise((resolve) => setTimeout(resolve, 0));  // Tasks that nobody waits for any more go on till then.
  results.push({ output: lines.join(""), error });
}
process.stdout.write(JSON.stringify(results));

function shown(value) {
  return Object.is(value, -0) ? "-0" : String(value);
}
