// node shapes.mjs < TEXTS: how the TypeScript compiler groups programs. TEXTS is a JSON list of modules; the answer is a
// JSON list of their shapes, as fuzz/shapes.py and fuzz/flow_shapes.py write them; an empty one for a text that the compiler refuses as no
// program, by its parser or by its later checks of the grammar.
import { readFileSync } from "node:fs";
import typescript from "typescript";

const { SyntaxKind, NodeFlags, tokenToString } = typescript;
const options = {
  noLib: true,
  noResolve: true,
  strict: true,
  types: [],
  target: typescript.ScriptTarget.ES2022,
  module: typescript.ModuleKind.ESNext,
  moduleDetection: typescript.ModuleDetectionKind.Force,
};
// What the checker finds and JavaScript refuses before it runs: assignments to what cannot be assigned.
const grammar = new Set([2357, 2364, 2370, 2371, 2462, 2566, 2777, 2778, 2779, 2780, 2781]);
// Erasable by design, or about the surroundings of the text.
const harmless = new Set([1038, 1108, 1164, 1166, 1169, 1170, 1194, 1196, 1308, 1330, 1331, 1332, 1335, 1337, 1345, 1355, 1360, 1375, 1378]);

const texts = JSON.parse(readFileSync(0, "utf8"));
const files = new Map(texts.map((text, index) => [`/${index}.ts`, text]));
const host = {
  ...typescript.createCompilerHost(options),
  fileExists: (name) => files.has(name),
  getSourceFile: (name, how) => typescript.createSourceFile(name, files.get(name), how, true),
};
const program = typescript.createProgram([...files.keys()], options, host);
const answers = [...files.keys()].map((name) => {
  const file = program.getSourceFile(name);
  if (file.parseDiagnostics.length > 0) return "";
  const found = program.getSemanticDiagnostics(file).map((item) => item.code);
  if (isWrong(file)) return "";
  if (found.some((code) => grammar.has(code) || (isGrammar(code) && !harmless.has(code)))) return "";
  return file.statements.filter((item) => item.kind !== SyntaxKind.EmptyStatement).map(statement).join(" ");
});
process.stdout.write(JSON.stringify(answers));

function isGrammar(code) {
  return (code >= 1000 && code < 2000) || code === 17006 || code === 17007;
}

// What JavaScript refuses and the compiler lets through or finds wrong by types alone: `[a] += b`, `??` beside `&&` and
// `||`; and the types of documentation comments (`!T`, `T?`), which it parses everywhere.
function isWrong(node) {
  const { kind } = node;
  if (SyntaxKind[kind].startsWith("JSDoc")) return true;
  if (kind === SyntaxKind.TaggedTemplateExpression && isInChain(node.tag)) return true;
  if (kind === SyntaxKind.BinaryExpression) {
    const operator = node.operatorToken.kind;
    const isCompound = operator > SyntaxKind.FirstAssignment && operator <= SyntaxKind.LastAssignment;
    if (isCompound && [SyntaxKind.ArrayLiteralExpression, SyntaxKind.ObjectLiteralExpression].includes(node.left.kind)) return true;
    if ([node.left, node.right].some((operand) => mixes(operator, operand.operatorToken?.kind))) return true;
  }
  return typescript.forEachChild(node, (part) => isWrong(part)) ?? false;
}

// `a?.b!\`t\``: without the assertion it is a template with a tag in an optional chain, which JavaScript does not know.
function isInChain(tag) {
  if (tag.kind === SyntaxKind.NonNullExpression) return isInChain(tag.expression);
  return (tag.flags & NodeFlags.OptionalChain) !== 0;
}

function mixes(...operators) {
  const isLogical = (one) => one === SyntaxKind.AmpersandAmpersandToken || one === SyntaxKind.BarBarToken;
  return operators.includes(SyntaxKind.QuestionQuestionToken) && operators.some(isLogical);
}

function list(head, parts) {
  return `(${[head, ...parts].join(" ")})`;
}

function statement(node) {
  switch (node.kind) {
    case SyntaxKind.ExpressionStatement:
      return expression(node.expression);
    case SyntaxKind.VariableStatement:
      return list("let", node.declarationList.declarations.map((item) => declaration(item)));
    case SyntaxKind.TypeAliasDeclaration:
      return list("type", [node.name.text, ...typeParameters(node), type(node.type)]);
    case SyntaxKind.ReturnStatement:
      return node.expression ? list("return", [expression(node.expression)]) : "(return)";
    case SyntaxKind.ExportDeclaration:
      return "";
    case SyntaxKind.Block:
      return list("block", statements(node.statements));
    case SyntaxKind.EmptyStatement:
      return "empty";
    case SyntaxKind.IfStatement: {
      const other = node.elseStatement ? [statement(node.elseStatement)] : [];
      return list("if", [expression(node.expression), statement(node.thenStatement), ...other]);
    }
    case SyntaxKind.WhileStatement:
      return list("while", [expression(node.expression), statement(node.statement)]);
    case SyntaxKind.DoStatement:
      return list("do", [statement(node.statement), expression(node.expression)]);
    case SyntaxKind.ForStatement: {
      const parts = [node.condition, node.incrementor].map((item) => (item ? expression(item) : "none"));
      return list("for", [node.initializer ? head(node.initializer) : "none", ...parts, statement(node.statement)]);
    }
    case SyntaxKind.ForInStatement:
    case SyntaxKind.ForOfStatement:
      return list(node.kind === SyntaxKind.ForInStatement ? "in" : "of", [
        head(node.initializer),
        expression(node.expression),
        statement(node.statement),
      ]);
    case SyntaxKind.LabeledStatement:
      return list("label", [node.label.text, statement(node.statement)]);
    case SyntaxKind.SwitchStatement:
      return list("switch", [
        expression(node.expression),
        ...node.caseBlock.clauses.map((item) =>
          list("case", [item.expression ? expression(item.expression) : "default", ...statements(item.statements)]),
        ),
      ]);
    case SyntaxKind.TryStatement: {
      const { variableDeclaration: caught, block } = node.catchClause;
      return list("try", [statement(node.tryBlock), ...(caught ? [declaration(caught)] : []), statement(block)]);
    }
    case SyntaxKind.FunctionDeclaration:
      return callable("declare", node);
    case SyntaxKind.ClassDeclaration:
      return classOf(node);
    default:
      return other(node);
  }
}

function statements(nodes) {
  return nodes.filter((item) => item.kind !== SyntaxKind.EmptyStatement).map((item) => statement(item));
}

function head(node) {
  if (node.kind !== SyntaxKind.VariableDeclarationList) return expression(node);
  return list("let", node.declarations.map((item) => declaration(item)));
}

function classOf(node) {
  const clauses = node.heritageClauses ?? [];
  const heritage = clauses.flatMap((clause) =>
    clause.types.map((item) => list(tokenToString(clause.token), [expression(item.expression), ...typeArguments(item)])),
  );
  const members = node.members.filter((item) => item.kind !== SyntaxKind.SemicolonClassElement);
  return list("class", [...decorators(node), ...(node.name ? [node.name.text] : []), ...typeParameters(node), ...heritage, ...members.map((item) => classMember(item))]);
}

function decorators(node) {
  const found = node.modifiers?.filter((item) => item.kind === SyntaxKind.Decorator) ?? [];
  return found.map((item) => list("@", [expression(item.expression)]));
}

function classMember(node) {
  const words = ["static", "readonly", "abstract", "override", "declare", "accessor", "private", "protected", "public"];
  const written = new Set(node.modifiers?.map((item) => tokenToString(item.kind)));
  const before = [...decorators(node), ...words.filter((word) => written.has(word))];
  switch (node.kind) {
    case SyntaxKind.PropertyDeclaration: {
      const mark = (node.questionToken ? "?" : "") + (node.exclamationToken ? "!" : "");
      const parts = [...(node.type ? [type(node.type)] : []), ...(node.initializer ? [expression(node.initializer)] : [])];
      return list(`field${mark}`, [...before, memberName(node.name), ...parts]);
    }
    case SyntaxKind.ClassStaticBlockDeclaration:
      return list("static", statements(node.body.statements));
    case SyntaxKind.IndexSignature:
      return list("index", [...before, node.parameters[0].name.text, type(node.parameters[0].type), type(node.type)]);
    case SyntaxKind.MethodDeclaration:
    case SyntaxKind.GetAccessor:
    case SyntaxKind.SetAccessor:
    case SyntaxKind.Constructor: {
      const kind = { [SyntaxKind.GetAccessor]: "get", [SyntaxKind.SetAccessor]: "set", [SyntaxKind.Constructor]: "constructor" }[node.kind];
      return list("member", [...before, callable(kind ?? "method", node)]);
    }
    default:
      return other(node);
  }
}

function memberName(name) {
  if (name.kind !== SyntaxKind.ComputedPropertyName) {
    return name.kind === SyntaxKind.NumericLiteral ? String(Number(name.text)) : name.text;
  }
  const inner = name.expression;
  const isText = inner.kind === SyntaxKind.StringLiteral || inner.kind === SyntaxKind.NoSubstitutionTemplateLiteral;
  if (isText || inner.kind === SyntaxKind.NumericLiteral) return inner.text;
  return list("computed", [expression(inner)]);
}

function typeParameters(node) {
  if (!node.typeParameters) return [];
  return [
    list("<>", node.typeParameters.map((item) => {
      const isConst = item.modifiers?.some((word) => word.kind === SyntaxKind.ConstKeyword);
      const parts = [item.constraint ? type(item.constraint) : "none", item.default ? type(item.default) : "none"];
      return list(isConst ? "const" : "", [item.name.text, ...parts]);
    })),
  ];
}

function other(node) {
  return list("unknown", [SyntaxKind[node.kind]]);
}

function declaration(node) {
  const parts = [pattern(node.name)];
  if (node.type) parts.push(type(node.type));
  if (node.initializer) parts.push(expression(node.initializer));
  return list("", parts);
}

function pattern(node) {
  switch (node.kind) {
    case SyntaxKind.Identifier:
      return node.text;
    case SyntaxKind.ArrayBindingPattern:
      return list("array", node.elements.map((item) => (item.kind === SyntaxKind.OmittedExpression ? "hole" : element(item))));
    case SyntaxKind.ObjectBindingPattern:
      return list("object", node.elements.map((item) => element(item)));
    default:
      return other(node);
  }
}

function element(node) {
  if (node.dotDotDotToken) return list("...", [pattern(node.name)]);
  const target = node.initializer ? list("=", [pattern(node.name), expression(node.initializer)]) : pattern(node.name);
  if (node.parent.kind === SyntaxKind.ArrayBindingPattern) return target;
  return list(":", [memberName(node.propertyName ?? node.name), target]);
}

function expression(node) {
  const written = plain(node);
  const isChain = (node.flags & NodeFlags.OptionalChain) !== 0;
  const outer = node.parent;
  const goesOn = (outer.flags & NodeFlags.OptionalChain) !== 0 && outer.expression === node && !outer.questionDotToken;
  const isOutermost = isChain && !goesOn && !(outer.questionDotToken && outer.expression === node);
  return isOutermost ? list("chain", [written]) : written;
}

function plain(node) {
  switch (node.kind) {
    case SyntaxKind.NumericLiteral:
      return String(Number(node.text));
    case SyntaxKind.StringLiteral:
    case SyntaxKind.NoSubstitutionTemplateLiteral:
      return JSON.stringify(node.text);
    case SyntaxKind.Identifier:
    case SyntaxKind.PrivateIdentifier:
      return node.text;
    case SyntaxKind.TrueKeyword:
    case SyntaxKind.FalseKeyword:
    case SyntaxKind.NullKeyword:
    case SyntaxKind.ThisKeyword:
    case SyntaxKind.SuperKeyword:
      return tokenToString(node.kind);
    case SyntaxKind.ParenthesizedExpression:
      return expression(node.expression);
    case SyntaxKind.TemplateExpression: {
      const parts = node.templateSpans.flatMap((span) => [expression(span.expression), JSON.stringify(span.literal.text)]);
      return list("template", [JSON.stringify(node.head.text), ...parts]);
    }
    case SyntaxKind.PrefixUnaryExpression:
      return list(`pre${tokenToString(node.operator)}`, [expression(node.operand)]);
    case SyntaxKind.PostfixUnaryExpression:
      return list(`post${tokenToString(node.operator)}`, [expression(node.operand)]);
    case SyntaxKind.TypeOfExpression:
      return list("typeof", [expression(node.expression)]);
    case SyntaxKind.VoidExpression:
      return list("prevoid", [expression(node.expression)]);
    case SyntaxKind.DeleteExpression:
      return list("delete", [expression(node.expression)]);
    case SyntaxKind.AwaitExpression:
      return list("await", [expression(node.expression)]);
    case SyntaxKind.BinaryExpression:
      return list(tokenToString(node.operatorToken.kind), [expression(node.left), expression(node.right)]);
    case SyntaxKind.ConditionalExpression:
      return list("?", [expression(node.condition), expression(node.whenTrue), expression(node.whenFalse)]);
    case SyntaxKind.NonNullExpression:
      return list("!", [expression(node.expression)]);
    case SyntaxKind.AsExpression:
      return list("as", [expression(node.expression), type(node.type)]);
    case SyntaxKind.SatisfiesExpression:
      return list("satisfies", [expression(node.expression), type(node.type)]);
    case SyntaxKind.PropertyAccessExpression:
      return list(optional(".", node), [expression(node.expression), node.name.text]);
    case SyntaxKind.ElementAccessExpression: {
      const index = node.argumentExpression;
      const isText = index.kind === SyntaxKind.StringLiteral || index.kind === SyntaxKind.NoSubstitutionTemplateLiteral;
      const isName = isText && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(index.text);
      if (isName) return list(optional(".", node), [expression(node.expression), index.text]);
      return list(optional("[]", node), [expression(node.expression), expression(index)]);
    }
    case SyntaxKind.CallExpression:
      return list(optional("call", node), [
        expression(node.expression),
        ...typeArguments(node),
        ...node.arguments.map((item) => expression(item)),
      ]);
    case SyntaxKind.NewExpression:
      return list("new", [
        expression(node.expression),
        ...typeArguments(node),
        ...(node.arguments ?? []).map((item) => expression(item)),
      ]);
    case SyntaxKind.SpreadElement:
      return list("...", [expression(node.expression)]);
    case SyntaxKind.OmittedExpression:
      return "hole";
    case SyntaxKind.ArrayLiteralExpression:
      return list("array", node.elements.map((item) => expression(item)));
    case SyntaxKind.ObjectLiteralExpression:
      return list("object", node.properties.map((item) => property(item)));
    case SyntaxKind.BigIntLiteral:
    case SyntaxKind.RegularExpressionLiteral:
      return node.text;
    case SyntaxKind.ClassExpression:
      return classOf(node);
    case SyntaxKind.TypeAssertionExpression:
      return list("as", [expression(node.expression), type(node.type)]);
    case SyntaxKind.YieldExpression:
      return list(node.asteriskToken ? "yield*" : "yield", node.expression ? [expression(node.expression)] : []);
    case SyntaxKind.MetaProperty:
      return list("meta", [node.name.text]);
    case SyntaxKind.ExpressionWithTypeArguments:
      return list("instantiate", [expression(node.expression), ...typeArguments(node)]);
    case SyntaxKind.TaggedTemplateExpression:
      // Without type arguments, which nothing depends on: the grammar that plait reads with does not know them there.
      return list("tagged", [expression(node.tag), plain(node.template)]);
    case SyntaxKind.ImportKeyword:
      return "import";
    case SyntaxKind.ArrowFunction:
    case SyntaxKind.FunctionExpression:
      return callable(node.kind === SyntaxKind.ArrowFunction ? "arrow" : "function", node);
    default:
      return other(node);
  }
}

function optional(text, node) {
  return node.questionDotToken ? `${text}?` : text;
}

function typeArguments(node) {
  return node.typeArguments ? [list("types", node.typeArguments.map((item) => type(item)))] : [];
}

function property(node) {
  switch (node.kind) {
    case SyntaxKind.PropertyAssignment:
      return list(":", [memberName(node.name), expression(node.initializer)]);
    case SyntaxKind.ShorthandPropertyAssignment:
      return list(":", [node.name.text, node.name.text]);
    case SyntaxKind.SpreadAssignment:
      return list("...", [expression(node.expression)]);
    case SyntaxKind.MethodDeclaration:
      return callable("method", node);
    case SyntaxKind.GetAccessor:
      return callable("get", node);
    case SyntaxKind.SetAccessor:
      return callable("set", node);
    default:
      return other(node);
  }
}

function callable(kind, node) {
  const isAsync = node.modifiers?.some((item) => item.kind === SyntaxKind.AsyncKeyword);
  const body =
    node.body.kind === SyntaxKind.Block ? statements(node.body.statements) : [list("return", [expression(node.body)])];
  const head = (isAsync ? "async " : "") + kind + (node.asteriskToken ? "*" : "");
  return list(head, [
    ...(node.name ? [memberName(node.name)] : []),
    ...typeParameters(node),
    parameters(node),
    ...(node.type ? [type(node.type)] : []),
    ...body,
  ]);
}

function parameters(node) {
  return list("", node.parameters.map((item) => {
    const head = (item.dotDotDotToken ? "..." : "") + (item.questionToken ? "?" : "");
    const parts = [pattern(item.name)];
    if (item.type) parts.push(type(item.type));
    if (item.initializer) parts.push(expression(item.initializer));
    return list(head, parts);
  }));
}

function type(node) {
  switch (node.kind) {
    case SyntaxKind.TypeReference: {
      const name = qualified(node.typeName);
      return node.typeArguments ? list(name, node.typeArguments.map((item) => type(item))) : name;
    }
    case SyntaxKind.LiteralType:
      return node.literal.kind === SyntaxKind.NullKeyword ? "null" : list("literal", [expression(node.literal)]);
    case SyntaxKind.TypeQuery:
      return list("query", [entity(node.exprName), ...typeArguments(node)]);
    case SyntaxKind.TypeOperator:
      return list(tokenToString(node.operator), [type(node.type)]);
    case SyntaxKind.IntersectionType:
      return node.types.length === 1 ? type(node.types[0]) : list("&", node.types.map((item) => type(item)));
    case SyntaxKind.IndexedAccessType:
      return list("at", [type(node.objectType), type(node.indexType)]);
    case SyntaxKind.ConditionalType:
      return list("extends", [node.checkType, node.extendsType, node.trueType, node.falseType].map((item) => type(item)));
    case SyntaxKind.InferType: {
      const { name, constraint } = node.typeParameter;
      return list("infer", [name.text, ...(constraint ? [type(constraint)] : [])]);
    }
    case SyntaxKind.TemplateLiteralType: {
      const parts = node.templateSpans.flatMap((span) => [type(span.type), JSON.stringify(span.literal.text)]);
      return list("template", [JSON.stringify(node.head.text), ...parts]);
    }
    case SyntaxKind.ConstructorType:
      return list("new=>", [...typeParameters(node), parameters(node), type(node.type)]);
    case SyntaxKind.TypePredicate: {
      const name = node.parameterName.kind === SyntaxKind.ThisType ? "this" : node.parameterName.text;
      return list(node.assertsModifier ? "asserts" : "is", [name, ...(node.type ? [type(node.type)] : [])]);
    }
    case SyntaxKind.MappedType: {
      const { name, constraint } = node.typeParameter;
      const head = `mapped${modifier(node.readonlyToken)}${modifier(node.questionToken)}`;
      const parts = [constraint, node.nameType, node.type].filter((item) => item);
      return list(head, [name.text, ...parts.map((item) => type(item))]);
    }
    case SyntaxKind.ImportType: {
      const name = node.qualifier ? [qualified(node.qualifier)] : [];
      return list("import", [JSON.stringify(node.argument.literal.text), ...name, ...typeArguments(node)]);
    }
    case SyntaxKind.OptionalType:
      return list("?", [type(node.type)]);
    case SyntaxKind.RestType:
      return list("...", [type(node.type)]);
    case SyntaxKind.ThisType:
      return "this";
    case SyntaxKind.ParenthesizedType:
      return type(node.type);
    case SyntaxKind.ArrayType:
      return list("[]", [type(node.elementType)]);
    case SyntaxKind.UnionType:
      return node.types.length === 1 ? type(node.types[0]) : list("|", node.types.flatMap((item) => constituents(item)));
    case SyntaxKind.FunctionType:
      return list("=>", [...typeParameters(node), parameters(node), type(node.type)]);
    case SyntaxKind.TupleType:
      return list("tuple", node.elements.map((item) => tupleMember(item)));
    case SyntaxKind.TypeLiteral:
      return list("members", node.members.map((item) => member(item)));
    default:
      return tokenToString(node.kind) ?? other(node);
  }
}

function constituents(node) {
  const inner = node.kind === SyntaxKind.ParenthesizedType ? node.type : node;
  if (inner.kind === SyntaxKind.ParenthesizedType) return constituents(inner);
  return inner.kind === SyntaxKind.UnionType ? inner.types.flatMap((item) => constituents(item)) : [type(inner)];
}

function tupleMember(node) {
  if (node.kind !== SyntaxKind.NamedTupleMember) return type(node);
  const head = (node.dotDotDotToken ? "..." : "") + (node.questionToken ? "?" : "");
  return head ? list(head, [type(node.type)]) : type(node.type);
}

function qualified(name) {
  return name.kind === SyntaxKind.Identifier ? name.text : `${qualified(name.left)}.${name.right.text}`;
}

function entity(name) {
  return name.kind === SyntaxKind.Identifier ? name.text : list(".", [entity(name.left), name.right.text]);
}

function modifier(token) {
  if (!token) return "";
  return token.kind === SyntaxKind.MinusToken ? "-" : "+";
}

function member(node) {
  const words = (node.modifiers?.some((item) => item.kind === SyntaxKind.ReadonlyKeyword) ? "readonly " : "") + node.name?.text;
  const name = node.questionToken ? `${words}?` : words;
  switch (node.kind) {
    case SyntaxKind.PropertySignature:
      return list(":", [name, ...(node.type ? [type(node.type)] : [])]);
    case SyntaxKind.MethodSignature:
      return list("method", [name, parameters(node), ...(node.type ? [type(node.type)] : [])]);
    case SyntaxKind.CallSignature:
    case SyntaxKind.ConstructSignature:
      return list(node.kind === SyntaxKind.CallSignature ? "call" : "new", [parameters(node), ...(node.type ? [type(node.type)] : [])]);
    case SyntaxKind.IndexSignature:
      return list("index", [node.parameters[0].name.text, type(node.parameters[0].type), type(node.type)]);
    default:
      return other(node);
  }
}
