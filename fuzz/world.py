"""The classes, interfaces and closures of a random module, and all ways to call a function of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from plait.isa.builtin_classes import BUILTIN_CLASSES, ERROR_FIELDS, BuiltinClass
from plait.isa.instruction import Flags
from plait.isa.value_types import (
    ANY,
    GENERAL_ARGUMENTS,
    GENERAL_CLOSURE,
    ArrayType,
    ClosureType,
    InterfaceType,
    ObjectType,
    TaskType,
    ValueType,
)
from plait.native import NATIVES

DECLINING = [native for native in NATIVES.values() if native.flags & Flags.DECLINES]
"""The natives that may leave what they are asked to a function."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a random function takes and gives. `captures` is None unless it is the body of closures."""

    index: int
    parameters: tuple[ValueType, ...]
    result: ValueType | None
    captures: tuple[ValueType, ...] | None = None


@dataclass(frozen=True, slots=True)
class RandomMethod:
    """A method as its callers see it: without the object among the parameters."""

    name: str
    parameters: tuple[ValueType, ...]
    result: ValueType | None
    function: int


@dataclass(slots=True)
class RandomClass:
    """A class with all that it inherits. `slots` are the fields that instructions may name."""

    number: int
    base: int | None
    ancestors: frozenset[int]
    slots: dict[int, ValueType]
    is_abstract: bool = False
    slot_count: int = 0
    methods: list[RandomMethod] = field(default_factory=list)
    statics: list[ValueType] = field(default_factory=list)
    static_methods: list[Signature] = field(default_factory=list)
    constructor: Signature | None = None
    interfaces: set[int] = field(default_factory=set)

    @property
    def is_error(self) -> bool:
        """Whether its objects are errors."""
        return BuiltinClass.ERROR in self.ancestors


@dataclass(slots=True)
class RandomInterface:
    """An interface: types of its fields, methods as its callers see them."""

    fields: list[tuple[str, ValueType]]
    methods: list[RandomMethod]


@dataclass(frozen=True, slots=True)
class Call:
    """One way to call something: the instruction, its immediates, and what it takes and gives.

    `first` is the least index of a function that it may reach.
    """

    mnemonic: str
    immediates: tuple[int, ...]
    operands: tuple[ValueType, ...]
    result: ValueType | None
    first: int


def builtin_classes() -> dict[int, RandomClass]:
    """Errors."""
    slots = {slot: value_type for slot, (_, value_type) in enumerate(ERROR_FIELDS)}
    found: dict[int, RandomClass] = {}
    for number, definition in BUILTIN_CLASSES.items():
        ancestors = frozenset({int(number)} | ({int(definition.base)} if definition.base is not None else set()))
        found[int(number)] = RandomClass(int(number), definition.base, ancestors, dict(slots), slot_count=5)
    return found


@dataclass(slots=True)
class World:
    """All that instructions of a random module can name."""

    classes: dict[int, RandomClass] = field(default_factory=builtin_classes)
    interfaces: list[RandomInterface] = field(default_factory=list)
    functions: list[Signature] = field(default_factory=list)
    bodies: list[Signature] = field(default_factory=list)
    imports: dict[int, Signature] = field(default_factory=dict)
    """Functions of the host by native id; their indices mean nothing."""
    calls: dict[ValueType | None, list[Call]] = field(default_factory=dict)

    def is_assignable(self, found: ValueType, wanted: ValueType) -> bool:
        """Whether a value of one type may be stored where the other is wanted."""
        if found == wanted:
            return True
        match found, wanted:
            case ObjectType(number), ObjectType(base):
                return base in self.classes[number].ancestors
            case ObjectType(number), InterfaceType(interface):
                return interface in self.classes[number].interfaces
            case _:
                return False

    def list_calls(self, types: tuple[ValueType, ...]) -> None:
        """Find all calls, and spawns of tasks whose types the module uses."""
        for call in self._all_calls(types):
            if call.result is None or call.result in types:
                self.calls.setdefault(call.result, []).append(call)

    def _all_calls(self, types: tuple[ValueType, ...]) -> Iterator[Call]:
        for item in self.functions:
            for mnemonic in ("CALL", "SPAWN"):
                yield _call(mnemonic, (item.index,), (), item.parameters, item.result, item.index)
            for native in DECLINING:
                if (item.parameters, item.result) == native.declined_types():
                    yield Call("NATIVE_OR_CALL", (native.id, item.index), item.parameters, item.result, item.index)
        for number, item in self.imports.items():
            yield _call("NATIVE_CALL", (number,), (), item.parameters, item.result, 1 << 16)
        for number, owner in self.classes.items():
            yield from self._class_calls(number, owner)
        for number, interface in enumerate(self.interfaces):
            for member, method in enumerate(interface.methods):
                receiver = (InterfaceType(number),)
                yield _call(
                    "CALL_INTERFACE", (number, member), receiver, method.parameters, method.result, method.function
                )
        for value_type in types:
            if isinstance(value_type, ClosureType):
                bodies = [item.index for item in self.bodies if item.parameters[0] == value_type]
                first = min(bodies, default=1 << 16)
                ways = [("CALL_CLOSURE", ()), ("SPAWN_CLOSURE", ()), *(("CALL_EXPECTED", (body,)) for body in bodies)]
                if value_type == GENERAL_CLOSURE:
                    yield from general_calls(bodies, first)
                for mnemonic, immediates in ways:
                    yield _call(mnemonic, immediates, (value_type,), value_type.parameters, value_type.result, first)

    def _class_calls(self, number: int, owner: RandomClass) -> Iterator[Call]:
        receiver = (ObjectType(number),)
        for slot, method in enumerate(owner.methods):
            for mnemonic in ("CALL_METHOD", "CALL_SUPER", "SPAWN_METHOD"):
                yield _call(mnemonic, (number, slot), receiver, method.parameters, method.result, method.function)
        for member, item in enumerate(owner.static_methods):
            yield _call("CALL_STATIC", (number, member), (), item.parameters, item.result, item.index)
        if not owner.is_abstract and number >= 16:
            parameters = owner.constructor.parameters[1:] if owner.constructor else ()
            first = owner.constructor.index if owner.constructor else 1 << 16
            yield _call("CALL_CONSTRUCTOR", (number,), (), parameters, ObjectType(number), first)


def _call(
    mnemonic: str,
    immediates: tuple[int, ...],
    receiver: tuple[ValueType, ...],
    parameters: tuple[ValueType, ...],
    result: ValueType | None,
    first: int,
) -> Call:
    given = TaskType(result) if mnemonic.startswith("SPAWN") else result
    return Call(mnemonic, (*immediates, len(parameters)), (*receiver, *parameters), given, first)


def general_calls(bodies: list[int], first: int) -> Iterator[Call]:
    """Calls by the general signature, whose closure stands on top."""
    for count in range(GENERAL_ARGUMENTS + 1):
        operands: tuple[ValueType, ...] = (*(ANY,) * (count + 1), GENERAL_CLOSURE)
        yield Call("CALL_GENERAL", (count,), operands, ANY, first)
        for body in bodies:
            yield Call("CALL_GENERAL_EXPECTED", (body, count), operands, ANY, first)


def mentions_task(value_type: ValueType) -> bool:
    """Whether a value of the type is or holds a task."""
    match value_type:
        case TaskType():
            return True
        case ArrayType(element):
            return mentions_task(element)
        case _:
            return False
