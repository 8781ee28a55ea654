"""What an `Effect` does to types: matching operands against patterns, and the type of the result."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from plait.isa.instruction import (
    ArrayPattern,
    CellPattern,
    ChannelPattern,
    Effect,
    Named,
    TaskPattern,
    TypePattern,
    TypeVariable,
    VariableKind,
)
from plait.isa.value_types import (
    ArrayType,
    CellType,
    ChannelType,
    ClosureType,
    InterfaceType,
    ObjectType,
    Opaque,
    Primitive,
    TaskType,
    TupleType,
    ValueType,
    is_reference,
)
from plait.verify.interning import TypeInterner
from plait.verify.subtypes import Subtypes

Bindings = dict[VariableKind, ValueType]
"""What the type variables of one effect stand for."""

NamedTypes = Callable[[Named], ValueType]
"""Finds the types that the immediates of the instruction at hand name."""


def result_of(
    effect: Effect,
    types: TypeInterner,
    subtypes: Subtypes,
    named: NamedTypes,
    found: tuple[ValueType, ...],
) -> ValueType | None:
    """The type that the effect pushes when it pops `found`, or None when it pushes nothing.

    `found` are representatives, as many as the effect pops. Raises `TypeError` saying which operand is wrong.
    """
    pushed = effect.pushes[0] if effect.pushes else None
    if effect.pops == found and (pushed is None or isinstance(pushed, Primitive)):
        return pushed
    matcher = _Matcher(types, subtypes, named)
    for number, (pattern, value_type) in enumerate(zip(effect.pops, found, strict=True), 1):
        if pattern is not value_type and not matcher.fits(pattern, value_type):
            raise TypeError(f"operand {number} must be {matcher.spell(pattern)}, not {value_type}")
    return None if pushed is None else matcher.build(pushed)


class _Matcher:
    """One use of an effect. The first occurrence of a variable binds it; what meets a later one must be assignable."""

    def __init__(self, types: TypeInterner, subtypes: Subtypes, named: NamedTypes) -> None:
        self._types = types
        self._subtypes = subtypes
        self._named = named
        self._bindings: Bindings = {}

    def fits(self, pattern: TypePattern, found: ValueType) -> bool:
        """Whether an operand of a type may stand where the pattern is."""
        match pattern:
            case TypeVariable(kind) if kind in self._bindings:
                return self._subtypes.is_assignable(found, self._bindings[kind])
            case Named():
                return self._subtypes.is_assignable(found, self._named(pattern))
            case Primitive() | Opaque() | ArrayType() | TaskType() | CellType() | ChannelType():
                return pattern == found
            case ObjectType() | InterfaceType() | TupleType() | ClosureType():
                return self._subtypes.is_assignable(found, self._types.intern(pattern))
            case _:
                return self._matches(pattern, found)

    def _matches(self, pattern: TypePattern, found: ValueType) -> bool:
        """Whether a type is exactly what the pattern says; binds variables that stand for nothing yet."""
        match pattern:
            case TypeVariable(kind):
                if kind is VariableKind.REFERENCE and not is_reference(found):
                    return False
                return self._bindings.setdefault(kind, found) is found
            case Named():
                return self._named(pattern) is found
            case ArrayPattern(element):
                return isinstance(found, ArrayType) and self._matches(element, found.element)
            case CellPattern(content):
                return isinstance(found, CellType) and self._matches(content, found.content)
            case ChannelPattern(element):
                return isinstance(found, ChannelType) and self._matches(element, found.element)
            case TaskPattern(result):
                if not isinstance(found, TaskType):
                    return False
                return result is None or (found.result is not None and self._matches(result, found.result))
            case _:
                return pattern == found

    def build(self, pattern: TypePattern) -> ValueType:
        """The type that is pushed."""
        match pattern:
            case TypeVariable(kind):
                return self._bindings[kind]
            case Named():
                return self._named(pattern)
            case ArrayPattern(element):
                return self._types.array_of(self.build(element))
            case CellPattern(content):
                return self._types.cell_of(self.build(content))
            case ChannelPattern(element):
                return self._types.channel_of(self.build(element))
            case TaskPattern(result):
                assert result is not None, "task(?) is no type to push"
                return self._types.task_of(self.build(result))
            case (
                Primitive()
                | Opaque()
                | ArrayType()
                | TaskType()
                | CellType()
                | ChannelType()
                | ObjectType()
                | InterfaceType()
                | TupleType()
                | ClosureType()
            ):
                return self._types.intern(pattern)
            case _:
                assert_never(pattern)

    def spell(self, pattern: TypePattern) -> str:
        """The pattern in words, with what is known about its parts filled in."""
        match pattern:
            case TypeVariable(kind):
                if kind in self._bindings:
                    return str(self._bindings[kind])
                return "a reference" if kind is VariableKind.REFERENCE else "any type"
            case Named():
                return str(self._named(pattern))
            case TaskPattern(None):
                return "a task"
            case ArrayPattern(inner) | CellPattern(inner) | ChannelPattern(inner) | TaskPattern(inner):
                assert inner is not None
                word = str(pattern).partition("(")[0]
                bound = not isinstance(inner, TypeVariable) or inner.kind in self._bindings
                return f"{word}({self.spell(inner) if bound else inner})"
            case _:
                return str(pattern)
