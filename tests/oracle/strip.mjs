// node strip.mjs LIST: takes the types out of programs. LIST is a JSON file: [[source, target], ...].
import { readFileSync, writeFileSync } from "node:fs";
import typescript from "typescript";

const compilerOptions = {
  target: typescript.ScriptTarget.ESNext,
  module: typescript.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
};
for (const [source, target] of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  writeFileSync(target, typescript.transpileModule(readFileSync(source, "utf8"), { compilerOptions }).outputText);
}
