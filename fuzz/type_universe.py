"""The types that a random module uses, and matching them against the patterns of the instruction table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from fuzz.world import World
from plait.isa import INSTRUCTIONS, Effect, Immediate, Instruction, NativeFunction
from plait.isa.instruction import (
    ArrayPattern,
    CellPattern,
    ChannelPattern,
    Named,
    TaskPattern,
    TypePattern,
    TypeVariable,
    VariableKind,
)
from plait.isa.value_types import (
    ANY,
    BOOL,
    F64,
    I32,
    I64,
    MUTEX,
    STRING,
    ArrayType,
    CellType,
    ChannelType,
    ClosureType,
    InterfaceType,
    ObjectType,
    TaskType,
    TupleType,
    ValueType,
    is_reference,
)
from plait.native import NATIVES
from plait.verify.immediates import REFERENCE_IMMEDIATES, ZEROED_ELEMENTS

Entry = Instruction | NativeFunction
Bindings = dict[VariableKind | Named, ValueType]

ERROR = ObjectType(0)
BASIC_TYPES: tuple[ValueType, ...] = (I32, F64, BOOL, STRING, ERROR, I64, ANY)


@dataclass(frozen=True, slots=True)
class Application:
    """An ordinary instruction or library function with the types it is applied to.

    A type among the immediates is one whose index in the module's type table the instruction names.
    """

    entry: Entry
    operands: tuple[ValueType, ...]
    result: ValueType | None
    immediates: tuple[ValueType | int, ...]


ENTRIES: tuple[Entry, ...] = (
    *(entry for _, entry in sorted(INSTRUCTIONS.items()) if isinstance(entry.effect, Effect)),
    *(entry for _, entry in sorted(NATIVES.items())),
)
"""Everything that is wholly described by its effect."""


def matches(pattern: TypePattern, found: ValueType, bindings: Bindings) -> bool:
    """Whether a type matches; binds the variables that are free."""
    match pattern:
        case TypeVariable(kind):
            is_possible = kind is not VariableKind.REFERENCE or is_reference(found)
            return is_possible and bindings.setdefault(kind, found) == found
        case Named():
            return bindings[pattern] == found
        case ArrayPattern(element):
            return isinstance(found, ArrayType) and matches(element, found.element, bindings)
        case CellPattern(content):
            return isinstance(found, CellType) and matches(content, found.content, bindings)
        case ChannelPattern(element):
            return isinstance(found, ChannelType) and matches(element, found.element, bindings)
        case TaskPattern(result):
            if not isinstance(found, TaskType):
                return False
            return result is None or (found.result is not None and matches(result, found.result, bindings))
        case _:
            return pattern == found


def _filled(pattern: TypePattern, bindings: Bindings) -> ValueType:
    """The type that a pattern stands for when everything in it is bound."""
    match pattern:
        case TypeVariable(kind):
            return bindings[kind]
        case Named():
            return bindings[pattern]
        case ArrayPattern(element):
            return ArrayType(_filled(element, bindings))
        case CellPattern(content):
            return CellType(_filled(content, bindings))
        case ChannelPattern(element):
            return ChannelType(_filled(element, bindings))
        case TaskPattern(result):
            assert result is not None
            return TaskType(_filled(result, bindings))
        case _:
            return pattern


def random_types(random: Random) -> list[ValueType]:
    """The types of a module, the basic ones first; those of classes and tasks are added with what gives them."""
    types = [*BASIC_TYPES, *(ArrayType(item) for item in (I32, F64, BOOL))]
    types += [ArrayType(item) for item in (I64, ANY) if random.random() < 0.4]
    for _ in range(random.randrange(7)):
        part = random.choice(types)
        parts = tuple(random.choice(types) for _ in range(random.choice((1, 2, 2, 3))))
        made = random.choice(
            (
                ArrayType(part),
                ArrayType(part),
                CellType(part),
                ChannelType(part),
                TupleType(parts),
                ClosureType(parts[:-1], random.choice((parts[-1], None))),
                MUTEX,
            )
        )
        if made not in types:
            types.append(made)
    return types


class Universe:
    """The types of one module, and what of the instruction table can be applied to them."""

    def __init__(self, types: Sequence[ValueType], world: World) -> None:
        self.types = tuple(types)
        self.world = world
        self._by_result: dict[ValueType | None, list[Application]] = {item: [] for item in (*types, None)}
        for entry in ENTRIES:
            for application in self._applications(entry):
                if application.result in self._by_result:
                    self._by_result[application.result].append(application)

    def producing(self, result: ValueType | None) -> list[Application]:
        """All applications with this result (None: without result)."""
        return self._by_result[result]

    def _applications(self, entry: Entry) -> Iterator[Application]:
        effect = entry.effect
        assert isinstance(effect, Effect)
        for immediates, bound in self._immediates(entry):
            for operands, bindings in self._operands(effect.pops, bound):
                result = _filled(effect.pushes[0], bindings) if effect.pushes else None
                yield Application(entry, operands, result, immediates)

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

    def _immediates(self, entry: Entry) -> Iterator[tuple[tuple[ValueType | int, ...], Bindings]]:
        world = self.world
        mnemonic = entry.mnemonic if isinstance(entry, Instruction) else ""
        match entry.immediates:
            case ():
                yield (), {}
            case (Immediate.TYPE,):
                for item in self.types:
                    if _is_allowed(mnemonic, item):
                        yield (item,), {Named.TYPE: item, Named.WORD_TYPE: item}
            case (Immediate.TYPE, Immediate.ELEMENT):
                for item in self.types:
                    if isinstance(item, TupleType):
                        for number, element in enumerate(item.elements):
                            yield (item, number), {Named.TYPE: item, Named.ELEMENT: element}
            case (Immediate.CLASS,):
                for number, owner in world.classes.items():
                    makes = mnemonic in ("NEW_OBJECT", "NEW_ERROR")
                    if not ((makes and owner.is_abstract) or (mnemonic == "NEW_ERROR" and not owner.is_error)):
                        yield (number,), {Named.OBJECT: ObjectType(number)}
            case (Immediate.CLASS, Immediate.SLOT):
                for number, owner in world.classes.items():
                    for slot, value_type in owner.slots.items():
                        yield (number, slot), {Named.OBJECT: ObjectType(number), Named.FIELD: value_type}
            case (Immediate.INTERFACE,):
                for number in range(len(world.interfaces)):
                    yield (number,), {Named.INTERFACE: InterfaceType(number)}
            case (Immediate.INTERFACE, Immediate.MEMBER):
                for number, interface in enumerate(world.interfaces):
                    for member, (_, value_type) in enumerate(interface.fields):
                        yield (number, member), {Named.INTERFACE: InterfaceType(number), Named.MEMBER: value_type}
            case _:
                raise AssertionError(f"{mnemonic}: no way is known to choose its immediates")


def _is_allowed(mnemonic: str, item: ValueType) -> bool:
    if mnemonic == "NEW_ARRAY_ZEROED":
        return item in ZEROED_ELEMENTS
    if mnemonic == "ANY_IS":
        return item is not ANY
    return mnemonic not in REFERENCE_IMMEDIATES or is_reference(item)
