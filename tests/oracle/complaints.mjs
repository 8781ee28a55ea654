// What the TypeScript compiler, in its strict mode, has against each of many files by itself. Reads the name of a JSON file
// `{ common, files, options }`, whose files are compiled one by one, each together with the common ones; prints a JSON array
// with the complaints of each: `[line, code, text]`. The compiler's options are those given,
// and of `tsconfig.json` beside this file; with `noLib` the common files are all that is declared.
import { readFileSync } from "node:fs";
import ts from "typescript";

const { common, files, options: given = {} } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const options = JSON.parse(readFileSync(new URL("tsconfig.json", import.meta.url), "utf8")).compilerOptions;
if (given.noLib) delete options.lib;
const converted = ts.convertCompilerOptionsFromJson({ ...options, ...given }, ".").options;
const host = ts.createCompilerHost(converted);
const readSource = host.getSourceFile.bind(host);
const known = new Map();
host.getSourceFile = (name, ...rest) => {
  if (files.includes(name)) return readSource(name, ...rest);
  if (!known.has(name)) known.set(name, readSource(name, ...rest));
  return known.get(name);
};
let before;
const complaints = files.map((name) => {
  const program = ts.createProgram([...common, name], converted, host, before);
  before = program;
  const file = program.getSourceFile(name);
  const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return found.map((item) => [
    file.getLineAndCharacterOfPosition(item.start ?? 0).line + 1,
    item.code,
    ts.flattenDiagnosticMessageText(item.messageText, "\n"),
  ]);
});
console.log(JSON.stringify(complaints));
