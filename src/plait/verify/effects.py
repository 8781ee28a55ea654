"""What an `Effect` does to types: matching operands against patterns, and the type of the result."""

from __future__ import annotations

from typing import assert_never

from plait.isa.instruction import ArrayPattern, Effect, TaskPattern, TypeImmediate, TypePattern, TypeVariable
from plait.isa.value_types import ArrayType, Opaque, Primitive, TaskType, ValueType, is_reference
from plait.verify.interning import TypeInterner

Bindings = dict[str, ValueType]
"""What the type variables of one effect stand for."""


def result_of(
    effect: Effect, types: TypeInterner, immediate: ValueType | None, found: tuple[ValueType, ...]
) -> ValueType | None:
    """The type that the effect pushes when it pops `found`, or None when it pushes nothing.

    `found` are representatives, as many as the effect pops. `immediate` is the type immediate, if there is one.
    Raises `TypeError` saying which operand is wrong.
    """
    bindings: Bindings = {}
    for number, (pattern, value_type) in enumerate(zip(effect.pops, found, strict=True), 1):
        if pattern is not value_type and not _matches(pattern, value_type, immediate, bindings):
            raise TypeError(f"operand {number} must be {_spell(pattern, immediate, bindings)}, not {value_type}")
    if not effect.pushes:
        return None
    return _build(effect.pushes[0], types, immediate, bindings)


def _matches(pattern: TypePattern, found: ValueType, immediate: ValueType | None, bindings: Bindings) -> bool:
    match pattern:
        case Primitive() | Opaque() | ArrayType() | TaskType():
            return pattern == found
        case TypeVariable(name, reference):
            if reference and not is_reference(found):
                return False
            return bindings.setdefault(name, found) is found
        case TypeImmediate():
            return immediate is found
        case ArrayPattern(element):
            return isinstance(found, ArrayType) and _matches(element, found.element, immediate, bindings)
        case TaskPattern(result):
            if not isinstance(found, TaskType):
                return False
            if result is None:
                return True
            return found.result is not None and _matches(result, found.result, immediate, bindings)
        case _:
            assert_never(pattern)


def _build(pattern: TypePattern, types: TypeInterner, immediate: ValueType | None, bindings: Bindings) -> ValueType:
    match pattern:
        case Primitive() | Opaque() | ArrayType() | TaskType():
            return types.intern(pattern)
        case TypeVariable(name):
            return bindings[name]
        case TypeImmediate():
            assert immediate is not None
            return immediate
        case ArrayPattern(element):
            return types.array_of(_build(element, types, immediate, bindings))
        case TaskPattern(result):
            assert result is not None, "task(?) is no type to push"
            return types.task_of(_build(result, types, immediate, bindings))
        case _:
            assert_never(pattern)


def _spell(pattern: TypePattern, immediate: ValueType | None, bindings: Bindings) -> str:
    """The pattern in words, with what is known about its parts filled in."""
    match pattern:
        case Primitive() | Opaque() | ArrayType() | TaskType():
            return str(pattern)
        case TypeVariable(name, reference):
            if name in bindings:
                return str(bindings[name])
            return "a reference" if reference else "any type"
        case TypeImmediate():
            return str(immediate)
        case ArrayPattern(element):
            return f"array({_spell_inner(element, immediate, bindings)})"
        case TaskPattern(result):
            return "a task" if result is None else f"task({_spell_inner(result, immediate, bindings)})"
        case _:
            assert_never(pattern)


def _spell_inner(pattern: TypePattern, immediate: ValueType | None, bindings: Bindings) -> str:
    if isinstance(pattern, TypeVariable) and pattern.name not in bindings:
        return pattern.name
    return _spell(pattern, immediate, bindings)
