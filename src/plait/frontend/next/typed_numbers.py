"""What the types of a checked program say of ints and longs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.check.checker import Checker
from plait.frontend.next.check.operators import are_integers
from plait.frontend.next.represent.held import Held
from plait.frontend.next.represent.typed_numbers import TypedNumbers
from plait.frontend.next.types.model import F, Type
from plait.frontend.next.types.unions import constituents_of

_EXACT: Final = {
    Held.INT: frozenset({"+", "-", "*", "%", "++", "--"}),
    Held.LONG: frozenset({"+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "~", "++", "--"}),
}
"""The operators of which an int or a long comes. Others give ints as well: those on bits, which cannot fail."""

_BITS: Final = frozenset({"&", "|", "^", "<<", ">>", ">>>", "~"})
_COMPARISONS: Final = frozenset({"<", ">", "<=", ">=", "===", "!==", "==", "!="})
_TRANSPARENT: Final = (syntax.As, syntax.AsConst, syntax.Satisfies, syntax.NonNull)
_WRAPPED: Final = {"imul": Held.INT, "asIntN": Held.LONG, "asUintN": Held.LONG}
"""Methods of the library that take numbers modulo 2^32 or 2^64, with what is computed in their arguments as such."""


def typed_numbers(checker: Checker) -> TypedNumbers:
    """The ints and longs of a program that has been checked."""
    if not checker.store.has_integers:
        return TypedNumbers()
    stored: dict[Any, Held] = {}
    within: dict[Any, tuple[Held, ...]] = {}
    for node, type_ in checker.stored.items():
        kind = _kind(type_)
        if kind is not None:
            stored[node] = kind
        else:
            kinds = tuple(found for item in constituents_of(type_) if (found := _kind(item)) is not None)
            within[node] = kinds
    operations = {node: kind for node, type_ in checker.types.items() if (kind := _operation(node, type_)) is not None}
    for node, kind in _wrapped(checker.types):
        for operand in _computed(node, stored, within):
            if operations.get(operand) is kind:
                del operations[operand]
    parameters = {**checker.written, **checker.parameter_types}
    types = [*checker.types.values(), *parameters.values(), *checker.stored.values()]
    return TypedNumbers(
        stored,
        within,
        operations,
        {node: kind for node, type_ in parameters.items() if (kind := _kind(type_)) is not None},
        dict(_targets(checker.types)),
        frozenset(_compared(checker.types, stored)),
        any(_kind(item) is Held.LONG for type_ in types for item in constituents_of(type_)),
    )


def _kind(type_: Type) -> Held | None:
    if not type_.flags & F.INTEGER or type_.flags & F.UNION:
        return None
    return Held.INT if type_.flags & F.NUMBER else Held.LONG


def _operation(node: Any, type_: Type) -> Held | None:
    kind = _kind(type_)
    if kind is None:
        return None
    match node:
        case syntax.Binary(operator=operator) | syntax.Unary(operator=operator) | syntax.Update(operator=operator):
            return kind if operator in _EXACT[kind] else None
        case syntax.Assignment(operator=operator):
            return kind if operator[:-1] in _EXACT[kind] else None
        case _:
            return None


def _targets(types: Mapping[Any, Type]) -> Iterator[tuple[Any, Held]]:
    for node in types:
        match node:
            case syntax.Assignment(target=target) | syntax.Update(operand=target):
                kind = _kind(types[target]) if target in types else None
                if kind is not None:
                    yield target, kind
            case _:
                pass


def _wrapped(types: Mapping[Any, Type]) -> Iterator[tuple[Any, Held]]:
    """The expressions of which no more than the lower bits count where they stand."""
    for node in types:
        match node:
            case syntax.Binary(operator=operator, left=left, right=right) if operator in _BITS:
                yield left, Held.INT
                yield right, Held.INT
            case syntax.Assignment(operator=operator, value=value) if operator[:-1] in _BITS:
                yield value, Held.INT
            case syntax.Unary(operator="~", operand=operand):
                yield operand, Held.INT
            case syntax.Call(callee=syntax.PropertyAccess(name=syntax.Identifier(name=name)), arguments=arguments):
                for argument in arguments if name in _WRAPPED else ():
                    yield argument, _WRAPPED[name]
            case _:
                pass


def _computed(node: Any, stored: Mapping[Any, Held], within: Mapping[Any, object]) -> Iterator[Any]:
    """The operators that compute a value, as far as nothing asks for its type on the way."""
    pending = [node]
    while pending:
        current = pending.pop()
        if current in stored or current in within:
            continue
        if isinstance(current, _TRANSPARENT):
            pending.append(current.expression)
        elif isinstance(current, syntax.Binary):
            yield current
            pending += (current.left, current.right)
        elif isinstance(current, syntax.Unary):
            yield current
            pending.append(current.operand)


def _compared(types: Mapping[Any, Type], stored: Mapping[Any, Held]) -> Iterator[Any]:
    """The operands of comparisons between ints that no one else sees."""
    for node in types:
        if not isinstance(node, syntax.Binary) or node.operator not in _COMPARISONS:
            continue
        if node.left not in types or node.right not in types or not are_integers(types[node.left], types[node.right]):
            continue
        yield from (operand for operand in (node.left, node.right) if operand not in stored)
