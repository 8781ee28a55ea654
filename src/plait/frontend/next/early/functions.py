"""Parameters, and the expressions that only some functions may have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.early.bindings import parameter_names
from plait.frontend.next.early.faults import Faults
from plait.frontend.next.early.place import Place
from plait.frontend.next.early.rules import Rule

_DIRECTIVES: Final = frozenset({"'use strict'", '"use strict"'})


def _function(faults: Faults, node: syntax.Function, place: Place) -> None:
    del place
    if node.body is None:
        return
    body = node.body
    if not isinstance(body, syntax.Block) and faults.file.text[body.start] == "{" and not faults.is_in_brackets(body):
        faults.report(body, "the body of an arrow function is a block here", "put parentheses around the expression")
    _distinct(faults, node)
    _directive(faults, node)
    if node.kind is syntax.FunctionKind.ARROW and node.result is not None:
        _result(faults, node, node.result)
    for parameter in node.parameters:
        if not parameter.is_rest:
            continue
        if parameter.default is not None:
            faults.report(parameter.default, "a rest parameter has no default value", "leave it out")
        if faults.next_character(parameter.end) == ",":
            faults.report(parameter, "no comma follows a rest parameter", "leave the comma out")
    count = len(node.parameters)
    if node.kind is syntax.FunctionKind.GETTER and count:
        faults.report(node.parameters[0], "a getter has no parameters")
    if node.kind is syntax.FunctionKind.SETTER and (count != 1 or node.parameters[0].is_rest):
        faults.report(node, "a setter has one parameter, which is no rest parameter")


def _result(faults: Faults, node: syntax.Function, result: syntax.TypeNode) -> None:
    """A type in parentheses before the `=>` is the parameters of a function's type, if it can be."""
    last = result
    while not faults.is_in_brackets(last) and isinstance(last, syntax.UnionTypeNode | syntax.IntersectionTypeNode):
        last = last.constituents[-1]
    if not (faults.is_in_brackets(last) and _reads_as_parameter(faults, last)):
        return
    if isinstance(node.body, syntax.FunctionExpression) and node.body.function.kind is syntax.FunctionKind.ARROW:
        # The grammar takes `(a): (b) => C => d` for an arrow function that gives another one.
        faults.report(result, "a function type as a result needs parentheses", "write `((b: B) => C)`", Code.TYPE)
    else:
        faults.report(result, "`(T) =>` begins the type of a function here", "leave the parentheses out")


def _reads_as_parameter(faults: Faults, node: syntax.TypeNode) -> bool:
    match node:
        case syntax.KeywordType(name=name):
            return name not in ("void", "null")
        case syntax.TypeReference(names=names, arguments=arguments):
            return len(names) == 1 and arguments is None
        case syntax.ThisType():
            return True
        case syntax.TupleTypeNode(members=members):
            return all(
                part.name is None
                and not part.is_rest
                and not part.is_optional
                and _reads_as_parameter(faults, part.type)
                for part in members
            )
        case syntax.TypeLiteral(members=parts):
            return all(_reads_as_part(faults, part) for part in parts)
        case _:
            return False


def _reads_as_part(faults: Faults, node: object) -> bool:
    if not isinstance(node, syntax.PropertySignature) or node.is_optional or node.is_readonly:
        return False
    return node.type is None or _reads_as_parameter(faults, node.type)


def _distinct(faults: Faults, node: syntax.Function) -> None:
    seen: set[str] = set()
    for name in parameter_names(node):
        if name.name in seen:
            faults.report(name, f"there are two parameters `{name.name}`", "rename one of them", Code.DUPLICATE_NAME)
        seen.add(name.name)


def _directive(faults: Faults, node: syntax.Function) -> None:
    """`"use strict"` says too late how parameters with patterns and default values are to be read."""
    if not isinstance(node.body, syntax.Block) or all(_is_simple(parameter) for parameter in node.parameters):
        return
    for statement in node.body.statements:
        if not isinstance(statement, syntax.ExpressionStatement):
            return
        directive = statement.expression
        if not isinstance(directive, syntax.StringLiteral) or directive.is_template:
            return
        if faults.text(directive) in _DIRECTIVES:
            hint = "leave it out: all code is strict"
            faults.report(directive, '`"use strict"` cannot stand in a function with such parameters', hint)


def _is_simple(parameter: syntax.Parameter) -> bool:
    return isinstance(parameter.target, syntax.Identifier) and parameter.default is None and not parameter.is_rest


def _await(faults: Faults, node: Any, place: Place) -> None:
    if place.function.may_await:
        return
    if place.function.is_parameters:
        faults.report(node, "`await` cannot stand among the parameters of a function", "", Code.AWAIT_OUTSIDE)
    else:
        hint = "write `async` before the function"
        faults.report(node, "`await` stands in async functions and at the top level only", hint, Code.AWAIT_OUTSIDE)


def _for_of(faults: Faults, node: syntax.ForOf, place: Place) -> None:
    if node.is_await:
        _await(faults, node, place)


def _variables(faults: Faults, node: syntax.VariableStatement, place: Place) -> None:
    if node.kind == "await using":
        _await(faults, node, place)


def _yield(faults: Faults, node: syntax.Yield, place: Place) -> None:
    if not place.function.may_yield:
        faults.report(node, "`yield` stands in the bodies of generators only", "write `function*`")


def _call(faults: Faults, node: syntax.Call, place: Place) -> None:
    if isinstance(node.callee, syntax.Super) and not place.function.has_super_call:
        message = "`super(...)` stands in constructors of classes that extend another one only"
        faults.report(node.callee, message, "", Code.SUPER)


def _property(faults: Faults, node: syntax.PropertyAccess | syntax.ElementAccess, place: Place) -> None:
    if isinstance(node.object, syntax.Super) and not place.function.has_super_property:
        faults.report(node.object, "`super` stands in methods only", "", Code.SUPER)


def _super(faults: Faults, node: syntax.Super, place: Place) -> None:
    del place
    faults.report(node, "`super` stands before a property or a call only")


def _new(faults: Faults, node: syntax.New, place: Place) -> None:
    if isinstance(node.callee, syntax.Super):
        _super(faults, node.callee, place)


def _meta(faults: Faults, node: syntax.MetaProperty, place: Place) -> None:
    if node.name == "new.target" and not place.function.has_new_target:
        faults.report(node, "`new.target` stands in functions only, not in arrows outside of them")


RULES: Final[Mapping[type, Rule]] = {
    syntax.Function: _function,
    syntax.Await: _await,
    syntax.ForOf: _for_of,
    syntax.VariableStatement: _variables,
    syntax.Yield: _yield,
    syntax.Call: _call,
    syntax.PropertyAccess: _property,
    syntax.ElementAccess: _property,
    syntax.MetaProperty: _meta,
    syntax.Super: _super,
    syntax.New: _new,
}
