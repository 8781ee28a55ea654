// What a file of declarations declares, read from standard input: a JSON object that gives for each variable, function and
// class of the top level the keys of its own properties, of the methods and accessors of what `new` makes, and of the
// other properties of that. A key is a text, or `@@name` for a symbol.
import { readFileSync } from "node:fs";
import ts from "typescript";

const name = "declarations.d.ts";
const source = ts.createSourceFile(name, readFileSync(0, "utf8"), ts.ScriptTarget.ESNext, true);
const options = { strict: true, noLib: true, types: [], target: ts.ScriptTarget.ESNext };
const host = { ...ts.createCompilerHost(options), getSourceFile: (path) => (path === name ? source : undefined) };
const checker = ts.createProgram([name], options, host).getTypeChecker();

function keyOf(property) {
  const declared = property.declarations?.[0]?.name;
  if (declared === undefined || !ts.isComputedPropertyName(declared)) return property.name;
  return declared.expression.getText().replace(/^Symbol\./, "@@");
}

const found = {};
for (const statement of source.statements) {
  const named = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
  if (!ts.isVariableStatement(statement) && !ts.isFunctionDeclaration(statement) && !ts.isClassDeclaration(statement)) continue;
  for (const { name } of named) {
    const type = checker.getTypeOfSymbolAtLocation(checker.getSymbolAtLocation(name), name);
    const made = type.getProperty("prototype");
    const properties = made === undefined ? [] : checker.getTypeOfSymbolAtLocation(made, name).getProperties();
    const isMethod = (property) => property.flags & (ts.SymbolFlags.Method | ts.SymbolFlags.Accessor);
    found[name.text] = {
      own: type.getProperties().map(keyOf),
      methods: properties.filter(isMethod).map(keyOf),
      others: properties.filter((property) => !isMethod(property)).map(keyOf),
    };
  }
}
console.log(JSON.stringify(found));
