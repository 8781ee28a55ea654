// Checks the programs of `tests/programs/whole` with the TypeScript compiler, and writes what Node prints beside each.
// In `refused` it checks that each program has the one mistake that its first comment names. Names of programs as
// arguments choose those.
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../programs/whole/", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "whole-"));
const web = join(scratch, "web.d.ts");
writeFileSync(web, readFileSync(fileURLToPath(new URL("../../src/plait/frontend/next/library/web.ts", import.meta.url))));
const options = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.esnext.d.ts"],
  types: [],
};

for (const folder of ["topics", "ordinary", "refused"]) {
  const all = readdirSync(join(root, folder)).filter((name) => name.endsWith(".ts"));
  const chosen = process.argv.slice(2);
  const names = chosen.length === 0 ? all : all.filter((name) => chosen.includes(name.slice(0, -3)));
  const paths = names.map((name) => join(root, folder, name));
  const program = ts.createProgram([join(root, "globals.d.ts"), web, ...paths], options);
  for (const path of paths) {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((item) => {
      return `${item.code} line ${file.getLineAndCharacterOfPosition(item.start ?? 0).line + 1}`;
    });
    if (folder === "refused") {
      const expected = [...file.text.matchAll(/^\/\/ tsc: (\d+ line \d+)$/gm)].map((match) => match[1]);
      if (String(expected) !== String(found)) console.log(path, "has", found);
      continue;
    }
    for (const item of found) console.log(path, "is refused:", item);
    const javascript = join(scratch, "program.mjs");
    const source = readFileSync(path, "utf8");
    // Node 20 knows neither `using` nor decorators, which the compiler then writes by other means.
    const target = /^\s*((await )?using \w|@[\w(]|(static )?accessor \w)/m.test(source) ? ts.ScriptTarget.ES2022 : options.target;
    const compilerOptions = { target, module: options.module, verbatimModuleSyntax: true };
    writeFileSync(javascript, ts.transpileModule(source, { compilerOptions }).outputText);
    const report = new URL("report.mjs", import.meta.url).href;
    const done = spawnSync(process.execPath, ["--import", report, javascript], { encoding: "utf8", timeout: 60000, env: { ...process.env, TZ: "UTC" } });
    if (done.status !== 0) console.log(path, "ends with", done.status, done.stderr.slice(0, 200));
    writeFileSync(path.replace(/\.ts$/, ".out"), done.stdout);
  }
}
