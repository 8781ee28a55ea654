"""Imports, exports, namespaces and ambient declarations."""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.parse.functions import decorators
from plait.frontend.next.parse.parts import Builder, Parts


def _module_name(value: Any) -> str:
    return value.value if isinstance(value, syntax.StringLiteral) else ""


def _has_type_word(parts: Parts) -> bool:
    return any(item.kind in ("type", "typeof") and item.value is None for item in parts.items)


def _import(parts: Parts) -> syntax.Statement:
    require = parts.of("import_require_clause")
    is_type = _has_type_word(parts)
    if require is not None:
        name, module = require
        return syntax.ImportAlias(parts.start, parts.end, name, (), module, is_type)
    clause = parts.of("import_clause")
    module = _module_name(parts.get("source"))
    is_type = is_type or parts.source.accept_hidden(parts.start, parts.end)
    return syntax.Import(parts.start, parts.end, clause or (), module, is_type, clause is None)


def _import_clause(parts: Parts) -> tuple[syntax.ImportSpecifier, ...]:
    found: list[syntax.ImportSpecifier] = []
    for value in parts.values():
        if isinstance(value, tuple):
            found.extend(value)
        elif isinstance(value, syntax.ImportSpecifier):
            found.append(value)
        else:
            found.append(syntax.ImportSpecifier(value.start, value.end, "default", value, False))
    return tuple(found)


def _namespace_import(parts: Parts) -> syntax.ImportSpecifier:
    return syntax.ImportSpecifier(parts.start, parts.end, "*", parts.first(), False)


def _exported_name(value: Any) -> str:
    return value.value if isinstance(value, syntax.StringLiteral) else value.name


def _import_specifier(parts: Parts) -> syntax.ImportSpecifier:
    name = parts.get("name")
    local = parts.get("alias") or name
    return syntax.ImportSpecifier(parts.start, parts.end, _exported_name(name), local, _has_type_word(parts))


def _require_clause(parts: Parts) -> tuple[syntax.Identifier, str]:
    return parts.first(), _module_name(parts.get("source"))


def _import_alias(parts: Parts) -> syntax.Statement:
    name, target = parts.values()
    names = target if isinstance(target, tuple) else (target,)
    return syntax.ImportAlias(parts.start, parts.end, name, names, None, _has_type_word(parts))


def _export(parts: Parts) -> syntax.Statement:
    start, end = parts.start, parts.end
    is_default = parts.has("default")
    is_type = _has_type_word(parts)
    source = parts.get("source")
    declaration = parts.get("declaration")
    if declaration is not None:
        found = decorators(parts)
        if found and isinstance(declaration, syntax.ClassDeclaration):
            declaration = _decorated(declaration, found)
        return syntax.ExportDeclaration(start, end, declaration, is_default)
    if source is not None:
        is_type = is_type or parts.source.accept_hidden(start, end)
    namespace = parts.of("namespace_export")
    if namespace is not None:
        return syntax.ExportAll(start, end, namespace, _module_name(source), is_type)
    clause = parts.of("export_clause")
    if clause is not None:
        return syntax.ExportNames(start, end, clause, None if source is None else _module_name(source), is_type)
    if source is not None:
        return syntax.ExportAll(start, end, None, _module_name(source), is_type)
    value = parts.get("value")
    if is_default and value is not None:
        return _default(parts, value)
    if parts.has("="):
        return syntax.ExportDefault(start, end, parts.first(), True)
    parts.report(Code.SYNTAX, "this form of export is not known", "write `export { name }`")
    return syntax.Empty(start, end)


def _default(parts: Parts, value: Any) -> syntax.Statement:
    """`export default` of a function or class without parentheses is a declaration."""
    statement: syntax.Statement
    match value:
        case syntax.FunctionExpression(function=function) if function.kind is syntax.FunctionKind.EXPRESSION:
            made = syntax.Function(
                function.start,
                function.end,
                syntax.FunctionKind.DECLARATION,
                function.name,
                function.type_parameters,
                function.this_type,
                function.parameters,
                function.result,
                function.body,
                function.is_async,
                function.is_generator,
            )
            statement = syntax.FunctionDeclaration(value.start, value.end, made)
            return syntax.ExportDeclaration(parts.start, parts.end, statement, True)
        case syntax.ClassExpression():
            statement = syntax.ClassDeclaration(value.start, value.end, value.declaration)
            return syntax.ExportDeclaration(parts.start, parts.end, statement, True)
        case _:
            return syntax.ExportDefault(parts.start, parts.end, value, False)


def _decorated(value: syntax.ClassDeclaration, found: tuple[syntax.Decorator, ...]) -> syntax.ClassDeclaration:
    old = value.declaration
    made = syntax.Class(
        old.start,
        old.end,
        old.name,
        old.type_parameters,
        old.base,
        old.base_arguments,
        old.interfaces,
        old.members,
        old.is_abstract,
        (*found, *old.decorators),
    )
    return syntax.ClassDeclaration(value.start, value.end, made)


def _export_specifier(parts: Parts) -> syntax.ExportSpecifier:
    name = parts.get("name")
    alias = parts.get("alias")
    exported = _exported_name(name if alias is None else alias)
    if isinstance(name, syntax.StringLiteral):
        name = syntax.LiteralName(name.start, name.end, name.value, False)
    return syntax.ExportSpecifier(parts.start, parts.end, name, exported, _has_type_word(parts))


def _namespace(parts: Parts) -> syntax.Statement:
    body = parts.get("body")
    statements = () if body is None else body.statements
    name = parts.get("name")
    match name:
        case syntax.StringLiteral(start, end, value):
            named: Any = syntax.LiteralName(start, end, value, False)
            return syntax.ModuleDeclaration(parts.start, parts.end, named, statements)
        case tuple():
            *outer, last = name
            made = syntax.ModuleDeclaration(last.start, parts.end, last, statements)
            for around in reversed(outer):
                exported = syntax.ExportDeclaration(made.start, made.end, made, False)
                made = syntax.ModuleDeclaration(around.start, parts.end, around, (exported,))
            return made
        case _:
            return syntax.ModuleDeclaration(parts.start, parts.end, name, statements)


def _ambient(parts: Parts) -> syntax.Statement:
    value = parts.first()
    if parts.has("global"):
        name = syntax.Identifier(parts.start, parts.end, "global")
        value = syntax.ModuleDeclaration(parts.start, parts.end, name, value.statements)
    return syntax.Ambient(parts.start, parts.end, value)


BUILDERS: Final[dict[str, Builder]] = {
    "import_statement": _import,
    "import_clause": _import_clause,
    "named_imports": lambda parts: parts.values(),
    "namespace_import": _namespace_import,
    "import_specifier": _import_specifier,
    "import_require_clause": _require_clause,
    "import_alias": _import_alias,
    "export_statement": _export,
    "export_clause": lambda parts: parts.values(),
    "namespace_export": lambda parts: _exported_name(parts.first()),
    "export_specifier": _export_specifier,
    "module": _namespace,
    "internal_module": _namespace,
    "ambient_declaration": _ambient,
}
