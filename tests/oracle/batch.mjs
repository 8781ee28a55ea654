// node batch.mjs [inspect] < SOURCES: runs programs one after the other. SOURCES is a JSON list of TypeScript texts; the answer is
// a JSON list of { output, error }: what each printed, and what it ended by (empty: well; "deadlock": it waits for ever).
// With "inspect" objects are shown as Node's console shows them.
import { readFileSync } from "node:fs";
import { formatWithOptions } from "node:util";
import typescript from "typescript";
import "./plait.mjs";

const compilerOptions = {
  target: typescript.ScriptTarget.ESNext,
  module: typescript.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
};
let started = false;
let sleeping = 0;
globalThis.start = () => { started = true; };
globalThis.sleep = (milliseconds) => {
  sleeping++;
  return new Promise((resolve) => setTimeout(() => { sleeping--; resolve(); }, milliseconds));
};

const results = [];
for (const [index, source] of JSON.parse(readFileSync(0, "utf8")).entries()) {
  results.push(await run(`start(); // ${index}\n${source}`));
}
process.stdout.write(JSON.stringify(results));

async function run(source) {
  const lines = [];
  console.log = (...values) => lines.push(text(values) + "\n");
  const { outputText } = typescript.transpileModule(source, { compilerOptions });
  let error = "deadlock";
  started = false;
  import(`data:text/javascript,${encodeURIComponent(outputText)}`).then(
    () => { error = ""; },
    (thrown) => {
      error = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
      started = true;
      console.log = () => {};
    },
  );
  // When the program has ended, the tasks that nobody waits for go on for as long as there are timers.
  do await new Promise((resolve) => setTimeout(resolve, 1));
  while (!started || sleeping > 0);
  return { output: lines.join(""), error };
}

function text(values) {
  return process.argv[2] === "inspect" ? formatWithOptions({}, ...values) : values.map(shown).join(" ");
}

function shown(value) {
  return Object.is(value, -0) ? "-0" : String(value);
}
