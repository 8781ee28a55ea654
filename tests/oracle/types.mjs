// What the TypeScript compiler says of programs: the types of their top-level variables, and the lines of its errors.
// Reads a JSON array of texts from standard input; writes a JSON array of { types: {name: text}, errors: [[line, code]] }.
import ts from "typescript";
import fs from "node:fs";

const OPTIONS = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ["lib.esnext.d.ts"],
  types: [],
  skipLibCheck: true,
};
const PRELUDE = "declare const console: { log(...values: any[]): void }; type int = number;";

const libraries = new Map();
const host = ts.createCompilerHost(OPTIONS);
const readLibrary = host.getSourceFile.bind(host);
let current = "";
host.getSourceFile = (name, version) => {
  if (name === "unit.ts") return ts.createSourceFile(name, current, version, true);
  if (name === "prelude.d.ts") return ts.createSourceFile(name, PRELUDE, version, true);
  if (!libraries.has(name)) libraries.set(name, readLibrary(name, version));
  return libraries.get(name);
};
host.fileExists = (name) => name === "unit.ts" || name === "prelude.d.ts" || ts.sys.fileExists(name);

let before;
function look(text) {
  current = text;
  const program = ts.createProgram(["unit.ts", "prelude.d.ts"], OPTIONS, host, before);
  before = program;
  const file = program.getSourceFile("unit.ts");
  const checker = program.getTypeChecker();
  const types = {};
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations) {
      if (!ts.isIdentifier(declaration.name)) continue;
      const type = checker.getTypeAtLocation(declaration.name);
      types[declaration.name.text] = checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
    }
  }
  const errors = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((found) => [
    file.getLineAndCharacterOfPosition(found.start).line + 1,
    found.code,
  ]);
  return { types, errors };
}

const texts = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map(look)));
