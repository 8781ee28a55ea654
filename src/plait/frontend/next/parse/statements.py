"""Statements and declarations as they are written."""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.parse.names import as_type, property_name, written_type
from plait.frontend.next.parse.parts import Builder, Part, Parts, has_line_end


def as_statement(value: Any) -> syntax.Statement:
    """What was built where a statement stands."""
    statement: syntax.Statement = value
    return statement


def _variables(parts: Parts) -> syntax.VariableStatement:
    kind = parts.part("kind")
    word = "var" if kind is None else _kind(parts, kind)
    return syntax.VariableStatement(parts.start, parts.end, word, parts.values())


def _kind(parts: Parts, word: Part) -> str:
    """The kind of variables. The grammar is shown `const` for `using`, and blanks for `await` before it."""
    if not parts.source.accept_hidden(word.start, word.start + 1):
        return "let" if parts.source.text.startswith("let", word.start) else word.kind
    before = parts.source.text[max(0, word.start - len("await ")) : word.start]
    return "await using" if before.strip() == "await" else "using"


def _declarator(parts: Parts) -> syntax.VariableDeclarator:
    return syntax.VariableDeclarator(
        parts.start,
        parts.end,
        parts.get("name"),
        written_type(parts, "type"),
        parts.get("value"),
        parts.has("!"),
    )


def _expression_statement(parts: Parts) -> syntax.Statement:
    value = parts.first()
    if isinstance(value, syntax.VariableStatement | syntax.ModuleDeclaration):
        return value
    return syntax.ExpressionStatement(parts.start, parts.end, value)


def _block(parts: Parts) -> syntax.Block:
    ends = [item.end for item in parts.items if item.kind == "}"]
    return syntax.Block(
        parts.start, ends[-1] if ends else parts.end, parts.values()
    )  # The grammar goes on to comments.


def _if(parts: Parts) -> syntax.Statement:
    return syntax.If(parts.start, parts.end, parts.get("condition"), parts.get("consequence"), parts.get("alternative"))


def _while(parts: Parts) -> syntax.Statement:
    return syntax.While(parts.start, parts.end, parts.get("condition"), parts.get("body"))


def _do(parts: Parts) -> syntax.Statement:
    return syntax.DoWhile(parts.start, parts.end, parts.get("body"), parts.get("condition"))


def _clause(part: Part | None) -> Any:
    """An expression between the semicolons of a `for`; the grammar gives a statement."""
    value = None if part is None else part.value
    match value:
        case syntax.Empty():
            return None
        case syntax.ExpressionStatement():
            return value.expression
        case _:
            return value


def _for(parts: Parts) -> syntax.Statement:
    return syntax.For(
        parts.start,
        parts.end,
        _clause(parts.part("initializer")),
        _clause(parts.part("condition")),
        parts.get("increment"),
        parts.get("body"),
    )


def _for_in(parts: Parts) -> syntax.Statement:
    left = parts.get("left")
    kind = parts.part("kind")
    if kind is not None:
        value = parts.get("value")
        declarator = syntax.VariableDeclarator(left.start, left.end, left, None, value, False)
        left = syntax.VariableStatement(kind.start, left.end, _kind(parts, kind), (declarator,))
    operator = parts.part("operator")
    assert operator is not None
    if operator.kind == "in":
        return syntax.ForIn(parts.start, parts.end, left, parts.get("right"), parts.get("body"))
    return syntax.ForOf(parts.start, parts.end, left, parts.get("right"), parts.get("body"), parts.has("await"))


def _break(parts: Parts) -> syntax.Statement:
    return syntax.Break(parts.start, parts.end, parts.get("label"))


def _continue(parts: Parts) -> syntax.Statement:
    return syntax.Continue(parts.start, parts.end, parts.get("label"))


def _return(parts: Parts) -> syntax.Statement:
    return syntax.Return(parts.start, parts.end, parts.first())


def _throw(parts: Parts) -> syntax.Statement:
    value = parts.first()
    # The value's own parentheses belong to no node.
    before = parts.source.text[parts.start : value.start].partition("(")[0]
    if has_line_end(before):
        parts.report(Code.SYNTAX, "a line break cannot follow `throw`", "put the value on the same line")
    return syntax.Throw(parts.start, parts.end, value)


def _case(parts: Parts) -> syntax.Case:
    return syntax.Case(parts.start, parts.end, parts.get("value"), parts.all("body"))


def _switch(parts: Parts) -> syntax.Statement:
    return syntax.Switch(parts.start, parts.end, parts.get("value"), parts.get("body"))


def _labeled(parts: Parts) -> syntax.Statement:
    return syntax.Labeled(parts.start, parts.end, parts.get("label"), parts.get("body"))


def _catch(parts: Parts) -> syntax.CatchClause:
    return syntax.CatchClause(
        parts.start,
        parts.end,
        parts.get("parameter"),
        written_type(parts, "type"),
        parts.get("body"),
    )


def _try(parts: Parts) -> syntax.Statement:
    catch, final = parts.get("handler"), parts.get("finalizer")
    if catch is None and final is None:
        parts.report(Code.SYNTAX, "a `try` needs a `catch` or a `finally`", "write `catch { }` behind it")
    return syntax.Try(parts.start, parts.end, parts.get("body"), catch, final)


def _with(parts: Parts) -> syntax.Statement:
    return syntax.With(parts.start, parts.end, parts.get("object"), parts.get("body"))


def _interface(parts: Parts) -> syntax.Statement:
    members = parts.get("body")
    if isinstance(members, syntax.TypeLiteral):
        members = members.members
    return syntax.InterfaceDeclaration(
        parts.start,
        parts.end,
        parts.get("name"),
        parts.get("type_parameters") or (),
        parts.of("extends_type_clause") or (),
        members,
    )


def _extends_types(parts: Parts) -> tuple[syntax.TypeNode, ...]:
    return tuple([as_type(value) for value in parts.all("type")])


def _alias(parts: Parts) -> syntax.Statement:
    return syntax.TypeAliasDeclaration(
        parts.start,
        parts.end,
        parts.get("name"),
        parts.get("type_parameters") or (),
        as_type(parts.get("value")),
    )


def _enum(parts: Parts) -> syntax.Statement:
    return syntax.EnumDeclaration(parts.start, parts.end, parts.get("name"), parts.get("body"), parts.has("const"))


def _enum_name(value: Any) -> Any:
    return property_name(value)


def _enum_body(parts: Parts) -> tuple[syntax.EnumMember, ...]:
    return tuple(
        [
            value
            if isinstance(value, syntax.EnumMember)
            else syntax.EnumMember(value.start, value.end, _enum_name(value), None)
            for value in parts.values()
        ]
    )


def _enum_assignment(parts: Parts) -> syntax.EnumMember:
    return syntax.EnumMember(parts.start, parts.end, _enum_name(parts.get("name")), parts.get("value"))


BUILDERS: Final[dict[str, Builder]] = {
    "lexical_declaration": _variables,
    "variable_declaration": _variables,
    "variable_declarator": _declarator,
    "expression_statement": _expression_statement,
    "statement_block": _block,
    "empty_statement": lambda parts: syntax.Empty(parts.start, parts.end),
    "if_statement": _if,
    "else_clause": lambda parts: parts.first(),
    "while_statement": _while,
    "do_statement": _do,
    "for_statement": _for,
    "for_in_statement": _for_in,
    "break_statement": _break,
    "continue_statement": _continue,
    "return_statement": _return,
    "throw_statement": _throw,
    "switch_statement": _switch,
    "switch_body": lambda parts: parts.values(),
    "switch_case": _case,
    "switch_default": _case,
    "labeled_statement": _labeled,
    "catch_clause": _catch,
    "finally_clause": lambda parts: parts.get("body"),
    "try_statement": _try,
    "debugger_statement": lambda parts: syntax.Debugger(parts.start, parts.end),
    "with_statement": _with,
    "interface_declaration": _interface,
    "extends_type_clause": _extends_types,
    "type_alias_declaration": _alias,
    "enum_declaration": _enum,
    "enum_body": _enum_body,
    "enum_assignment": _enum_assignment,
}
