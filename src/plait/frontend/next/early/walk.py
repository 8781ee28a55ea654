"""The walk over a file: each rule gets the nodes of its class, with the places where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, TypeAlias

from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.early import classes, declarations, functions, literals, names, patterns, statements, targets
from plait.frontend.next.early.bindings import names_in, parameter_names
from plait.frontend.next.early.faults import Faults
from plait.frontend.next.early.place import (
    STATIC_BLOCK,
    BlockNames,
    Place,
    PrivateNames,
    inside_field,
    inside_function,
    top_level,
)
from plait.frontend.next.early.rules import Rule
from plait.source import SourceFile

_Steps: TypeAlias = Iterator[tuple[Any, Place]]


def report_early_errors(file: SourceFile, module: syntax.Module, diagnostics: Diagnostics) -> None:
    """Report the early errors of a file."""
    faults = Faults(file, diagnostics)
    place = top_level(module, _is_module(module))
    names_of_file = place.block.function
    pending: list[tuple[Any, Place]] = [(module, place)]
    while pending:
        node, place = pending.pop()
        kind = type(node)
        if kind not in _VISITED:
            continue
        enter = _ENTER.get(kind)
        below = [(child, place) for child in _parts(node)] if enter is None else list(enter(node, place))
        for rule in _RULES.get(kind, ()):
            rule(faults, node, place)
        below.reverse()
        pending += below
    declarations.check_variables(faults, names_of_file)


def _is_module(module: syntax.Module) -> bool:
    return any(isinstance(statement, statements.MODULE_ITEMS) for statement in module.statements)


def _parts(node: Any) -> list[Any]:
    """The nodes below a node that are looked at: not names that are no variables."""
    found: list[Any] = []
    kind = type(node)
    key = _KEYS.get(kind, "")
    for field in _FIELDS[kind]:
        value = getattr(node, field)
        inner = type(value)
        if inner is tuple:
            found += [item for item in value if type(item) in _VISITED]
        elif inner in _VISITED:
            is_key = field == key and inner in _PLAIN_NAMES
            is_super = inner is syntax.Super and field in _OF_SUPER
            if not is_key and not is_super:
                found.append(value)
    return found


_OF_SUPER: Final = frozenset({"object", "callee"})
"""Where `super` may stand, which the rules of these nodes look at."""

_PLAIN_NAMES: Final = frozenset({syntax.Identifier, syntax.LiteralName, syntax.PrivateName})

_KEYS: Final[Mapping[type, str]] = {
    syntax.PropertyAccess: "name",
    syntax.PropertyAssignment: "name",
    syntax.ObjectMethod: "name",
    syntax.MethodDeclaration: "name",
    syntax.PropertyDeclaration: "name",
    syntax.PatternElement: "name",
    syntax.EnumMember: "name",
    syntax.ModuleDeclaration: "name",
}
"""In which field of a node a name is that of a property."""

_SKIPPED: Final = frozenset(
    {
        syntax.Ambient,
        syntax.InterfaceDeclaration,
        syntax.TypeAliasDeclaration,
        syntax.ImportAlias,
        syntax.TypeParameterDeclaration,
        syntax.KeywordType,
        syntax.ThisType,
        syntax.LiteralType,
        syntax.TypeReference,
        syntax.TypeQuery,
        syntax.ArrayTypeNode,
        syntax.TupleTypeNode,
        syntax.UnionTypeNode,
        syntax.IntersectionTypeNode,
        syntax.FunctionTypeNode,
        syntax.TypeLiteral,
        syntax.MappedTypeNode,
        syntax.IndexedAccessTypeNode,
        syntax.ConditionalTypeNode,
        syntax.InferType,
        syntax.TypeOperator,
        syntax.TemplateLiteralTypeNode,
        syntax.ImportType,
        syntax.TypePredicateNode,
        syntax.IndexSignature,
        syntax.NumericLiteral,
        syntax.BigIntLiteral,
        syntax.StringLiteral,
        syntax.BooleanLiteral,
        syntax.NullLiteral,
        syntax.RegularExpressionLiteral,
        syntax.This,
        syntax.Empty,
        syntax.Debugger,
    }
)
"""Types, what only declares something that is elsewhere, and what has neither parts nor rules."""

_VISITED: Final = frozenset([kind for kind in vars(syntax).values() if hasattr(kind, "_syntax_fields")]) - _SKIPPED
"""The classes of nodes that are looked at."""

_FIELDS: Final[Mapping[type, tuple[str, ...]]] = {
    kind: tuple([field for field in kind._syntax_fields if field not in ("start", "end")]) for kind in _VISITED
}
"""The fields of a class of nodes in which others may stand."""


def _function_block(node: Any, place: Place, heads: frozenset[str] = frozenset()) -> BlockNames:
    return BlockNames(place.block.function.begin(), node.start, node.end, True, heads=heads)


def _inner_block(node: Any, place: Place, heads: frozenset[str] = frozenset()) -> BlockNames:
    return BlockNames(place.block.function, node.start, node.end, False, heads=heads)


def _function(node: syntax.Function, place: Place) -> _Steps:
    """The parts of a function: its name stands outside if it is declared, its parameters and body inside."""
    if node.body is None:
        return
    names = frozenset([name.name for name in parameter_names(node)])
    block = _function_block(node, place, names)
    head = Place(inside_function(place, node, True), place.private, block, place.is_module)
    inside = replace(head, function=inside_function(place, node, False))
    if isinstance(node.name, syntax.Identifier):
        if node.kind is syntax.FunctionKind.DECLARATION:
            yield node.name, place
        elif node.kind is syntax.FunctionKind.EXPRESSION:
            yield node.name, inside
    for parameter in node.parameters:
        yield parameter, head
    if isinstance(node.body, syntax.Block):
        for statement in node.body.statements:
            yield statement, inside
    else:
        yield node.body, inside


def _class(node: syntax.Class, place: Place) -> _Steps:
    """The parts of a class; what it extends stands outside."""
    if node.name is not None:
        yield node.name, place
    for decorator in node.decorators:
        yield decorator, place
    if node.base is not None:
        yield node.base, place
    declared = frozenset([name.name for name, _ in classes.private_members(node)])
    private = PrivateNames(declared, place.private)
    inside = replace(place, private=private, is_derived=node.base is not None)
    for member in node.members:
        yield member, inside


def _property(node: syntax.PropertyDeclaration, place: Place) -> _Steps:
    yield node.modifiers, place
    if node.modifiers.is_declare or node.modifiers.is_abstract:
        return
    if isinstance(node.name, syntax.ComputedName):
        yield node.name, place
    if node.value is not None:
        block = _function_block(node, place)
        yield node.value, Place(inside_field(place.is_module), place.private, block, place.is_module)


def _static_block(node: syntax.StaticBlock, place: Place) -> _Steps:
    inside = Place(STATIC_BLOCK, place.private, _function_block(node, place), place.is_module)
    for statement in node.body.statements:
        yield statement, inside


def _namespace(node: syntax.ModuleDeclaration, place: Place) -> _Steps:
    inside = replace(place, block=_function_block(node, place))
    inside.block.holds_exports = True
    for statement in node.body:
        yield statement, inside


def _scope(node: Any, place: Place) -> _Steps:
    """The parts of a node that is a scope."""
    inside = replace(place, block=_inner_block(node, place))
    for child in _parts(node):
        yield child, inside


def _switch(node: syntax.Switch, place: Place) -> _Steps:
    yield node.expression, place
    inside = replace(place, block=_inner_block(node, place))
    for case in node.cases:
        yield case, inside


def _loop(node: syntax.ForIn | syntax.ForOf, place: Place) -> _Steps:
    """A loop over values: what it declares is seen in the values and the body."""
    inside = replace(place, block=_inner_block(node, place))
    yield node.variable, replace(inside, is_loop_head=True)
    yield node.object if isinstance(node, syntax.ForIn) else node.iterable, inside
    yield node.body, inside


def _catch(node: syntax.CatchClause, place: Place) -> _Steps:
    """A `catch`: what it declares is seen in its body, which may not declare it again."""
    names = frozenset([name.name for name in names_in(node.target)])
    inside = replace(place, block=_inner_block(node, place, names))
    if node.target is not None:
        yield node.target, inside
    for statement in node.body.statements:
        yield statement, inside


def _labeled(node: syntax.Labeled, place: Place) -> _Steps:
    yield node.label, place
    yield node.body, replace(place, labels=place.labels | {node.label.name})


def _export_names(node: syntax.ExportNames, place: Place) -> _Steps:
    """Names that another file exports are no variables here."""
    if node.module is None and not node.is_type:
        for specifier in node.specifiers:
            if not specifier.is_type:
                yield specifier, place


_ENTER: Final[Mapping[type, Callable[[Any, Place], _Steps]]] = {
    syntax.Function: _function,
    syntax.Class: _class,
    syntax.PropertyDeclaration: _property,
    syntax.StaticBlock: _static_block,
    syntax.ModuleDeclaration: _namespace,
    syntax.Block: _scope,
    syntax.For: _scope,
    syntax.Switch: _switch,
    syntax.ForIn: _loop,
    syntax.ForOf: _loop,
    syntax.CatchClause: _catch,
    syntax.Labeled: _labeled,
    syntax.ExportNames: _export_names,
}
"""The parts of nodes in which another place begins, each with its place."""


def _all_rules() -> dict[type, tuple[Rule, ...]]:
    found: dict[type, tuple[Rule, ...]] = {}
    for subject in (names, functions, classes, patterns, targets, statements, declarations, literals):
        for kind, rule in subject.RULES.items():
            found[kind] = (*found.get(kind, ()), rule)
    return found


_RULES: Final = _all_rules()
