"""The types that a random module uses, and matching them against the patterns of the instruction table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from plait.isa import INSTRUCTIONS, Effect, Immediate, Instruction, NativeFunction
from plait.isa.instruction import ArrayPattern, TaskPattern, TypeImmediate, TypePattern, TypeVariable
from plait.isa.value_types import (
    BOOL,
    ERROR,
    F64,
    I32,
    STRING,
    ArrayType,
    Opaque,
    Primitive,
    TaskType,
    ValueType,
    is_reference,
)
from plait.native import NATIVES
from plait.verify.structure import ELEMENT_TYPES

Entry = Instruction | NativeFunction
Bindings = dict[str, ValueType]

IMMEDIATE = "$"
"""The name under which bindings hold the type immediate."""

BASIC_TYPES: tuple[ValueType, ...] = (I32, F64, BOOL, STRING, ERROR)


@dataclass(frozen=True, slots=True)
class Application:
    """An ordinary instruction or library function with the types it is applied to."""

    entry: Entry
    operands: tuple[ValueType, ...]
    result: ValueType | None
    immediate: ValueType | None


def _usable(entry: Instruction) -> bool:
    return isinstance(entry.effect, Effect) and all(item is Immediate.TYPE for item in entry.immediates)


ENTRIES: tuple[Entry, ...] = (
    *(entry for _, entry in sorted(INSTRUCTIONS.items()) if _usable(entry)),
    *(entry for _, entry in sorted(NATIVES.items())),
)
"""Everything that is wholly described by its effect."""


def matches(pattern: TypePattern, found: ValueType, bindings: Bindings) -> bool:
    """Whether a type matches; binds the variables that are free."""
    match pattern:
        case Primitive() | Opaque() | ArrayType() | TaskType():
            return pattern == found
        case TypeVariable(name, reference):
            return (not reference or is_reference(found)) and bindings.setdefault(name, found) == found
        case TypeImmediate():
            return bindings.setdefault(IMMEDIATE, found) == found
        case ArrayPattern(element):
            return isinstance(found, ArrayType) and matches(element, found.element, bindings)
        case TaskPattern(result):
            if not isinstance(found, TaskType):
                return False
            return result is None or (found.result is not None and matches(result, found.result, bindings))
    raise AssertionError(pattern)


def random_types(random: Random) -> list[ValueType]:
    """The types of a module, the basic ones first; tasks are added with the functions that give them."""
    types = [*BASIC_TYPES, *(ArrayType(item) for item in (I32, F64, BOOL))]
    for _ in range(random.randrange(5)):
        made = ArrayType(random.choice(types))
        if made not in types:
            types.append(made)
    return types


class Universe:
    """The types of one module, and what of the instruction table can be applied to them."""

    def __init__(self, types: Sequence[ValueType]) -> None:
        self.types = tuple(types)
        self._by_result: dict[ValueType | None, tuple[Application, ...]] = {None: tuple(self._applications(None))}
        for item in self.types:
            self._by_result[item] = tuple(self._applications(item))

    def producing(self, result: ValueType | None) -> tuple[Application, ...]:
        """All applications with this result (None: without result)."""
        return self._by_result[result]

    def _applications(self, result: ValueType | None) -> Iterator[Application]:
        for entry in ENTRIES:
            assert isinstance(entry.effect, Effect)
            bindings: Bindings = {}
            if len(entry.effect.pushes) != (result is not None):
                continue
            if result is not None and not matches(entry.effect.pushes[0], result, bindings):
                continue
            wants_type = isinstance(entry, Instruction) and Immediate.TYPE in entry.immediates
            for operands, bound in self._operands(entry.effect.pops, bindings):
                for immediate in self._immediates(entry, bound) if wants_type else (None,):
                    yield Application(entry, operands, result, immediate)

    def _operands(
        self, patterns: tuple[TypePattern, ...], bindings: Bindings
    ) -> Iterator[tuple[tuple[ValueType, ...], Bindings]]:
        if not patterns:
            yield (), bindings
            return
        for item in self.types:
            bound = dict(bindings)
            if matches(patterns[0], item, bound):
                for rest, final in self._operands(patterns[1:], bound):
                    yield (item, *rest), final

    def _immediates(self, entry: Entry, bindings: Bindings) -> tuple[ValueType, ...]:
        bound = bindings.get(IMMEDIATE)
        candidates = self.types if bound is None else (bound,)
        allowed = ELEMENT_TYPES.get(entry.mnemonic) if isinstance(entry, Instruction) else None
        return candidates if allowed is None else tuple(item for item in candidates if item in allowed)
