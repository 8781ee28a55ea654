"""The operations of prepared code, derived from the instruction table and the native table.

Every ordinary instruction and library function gives one operation, plus one for each of its primitive operands that
may be a constant; every comparison that cannot fail gives, besides, the same again fused with a branch
taken on true and on false; two of the commonest instructions of arithmetic, one of which takes the other's result,
give one joined operation; every library function that declines gives one that calls a function then. What remains are
the control operations, listed here by name.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import TypeAlias, assert_never

from plait.isa.instruction import (
    INSTRUCTIONS,
    WORDS,
    Effect,
    Flags,
    Instruction,
    NativeFunction,
    TypePattern,
    TypeVariable,
    VariableKind,
)
from plait.isa.resolvers import RESOLVERS
from plait.isa.value_types import Primitive, ValueType, is_reference
from plait.memory.layouts import ABSENT, DECLINED_NUMBER
from plait.native.table import NATIVES


class MachineClass(Enum):
    """How a slot's value is held in a register. The value is the LLVM type."""

    __hash__ = object.__hash__  # That of `Enum` is a function of Python's, and these are keys everywhere.

    I32 = "i32"
    I64 = "i64"
    F64 = "double"
    BOOL = "i1"
    REFERENCE = "i32 "
    ANY = "i64 "
    WORD = "i64  "
    """Of operands and results of meanings alone: any slot, seen as its 8 bytes."""

    @property
    def is_traced(self) -> bool:
        """Whether the collector looks at slots of the class."""
        return self in TRACED

    @property
    def llvm(self) -> str:
        """The LLVM type of a value of this class."""
        return self.value.strip()


TRACED = frozenset((MachineClass.REFERENCE, MachineClass.ANY))
"""The classes of slots that the collector looks at."""

_PRIMITIVES = {
    Primitive.I32: MachineClass.I32,
    Primitive.I64: MachineClass.I64,
    Primitive.F64: MachineClass.F64,
    Primitive.BOOL: MachineClass.BOOL,
    Primitive.ANY: MachineClass.ANY,
}


def machine_class(value_type: ValueType) -> MachineClass:
    """The class of values of a type."""
    if isinstance(value_type, Primitive):
        return _PRIMITIVES[value_type]
    assert is_reference(value_type)
    return MachineClass.REFERENCE


def pattern_class(pattern: TypePattern) -> MachineClass:
    """How a meaning sees the values that match a pattern."""
    if isinstance(pattern, Primitive):
        return _PRIMITIVES[pattern]
    if pattern in WORDS or pattern == TypeVariable(VariableKind.WORD):
        return MachineClass.WORD
    return MachineClass.REFERENCE


class Control(Enum):
    """Operations that are not computed by a meaning alone.

    In brackets: the slots, then what else the instruction holds.
    """

    __hash__ = object.__hash__  # That of `Enum` is a function of Python's, and these are keys everywhere.

    MOVE = auto()
    """[to, from]"""
    CONSTANT = auto()
    """[to] immediate: the slot's 8 bytes"""
    CONSTANT_STRING = auto()
    """[to] immediate: index of the string"""
    LOAD_GLOBAL = auto()
    """[to] immediate: index of the global"""
    STORE_GLOBAL = auto()
    """[from] immediate: index of the global"""
    JUMP = auto()
    """target"""
    BRANCH_TRUE = auto()
    """[condition] target"""
    BRANCH_FALSE = auto()
    """[condition] target"""
    CHARGE = auto()
    """A loop head. immediate: fuel, and the loop's index in the upper half"""
    CHARGE_WORK = auto()
    """Charges the work that the instruction before has noted."""
    CALL = auto()
    """[result] immediate: function, and the instruction's own index in the upper half"""
    CALL_VOID = auto()
    """immediate: as CALL"""
    CALL_DYNAMIC = auto()
    """[result, function's index] immediate: index of the signature, and the instruction's own in the upper half"""
    CALL_DYNAMIC_VOID = auto()
    """[function's index] immediate: as CALL_DYNAMIC"""
    PAD = auto()
    """Fills the outgoing slots of a call by the general signature behind `this` and its arguments. immediate: how many
    arguments are given"""
    CALL_HOST = auto()
    """[result] immediate: the module's import, and the number of arguments in the upper half"""
    CALL_HOST_VOID = auto()
    """immediate: as CALL_HOST"""
    PACK = auto()
    """[object] Makes an object of outgoing slots. immediate: offset of its type info, and their number in the upper
    half"""
    PACK_ARRAY = auto()
    """[array] Makes an array of outgoing slots. immediate: its type word, and their number in the upper half"""
    RETURN = auto()
    """[value]"""
    RETURN_VOID = auto()
    THROW = auto()
    """[value]"""
    CATCH = auto()
    """[value] Entry of a handler: takes the pending error. immediate: fuel"""
    SPAWN = auto()
    """[task] immediate: function, and the number of arguments in the upper half"""
    SPAWN_DYNAMIC = auto()
    """[task, function's index] immediate: the number of arguments in the upper half"""
    AWAIT = auto()
    """[result, task]"""
    AWAIT_VOID = auto()
    """[task]"""
    YIELD = auto()


DIRECT_FIELDS = 3
MAX_FIELDS = 7
"""How many slots a prepared instruction can name. Those beyond the direct ones stand where its immediate would be."""


@dataclass(frozen=True, slots=True)
class Compute:
    """Apply a meaning: slots are the result, if any, then the operands but for the one that is the constant, if any."""

    entry: Instruction | NativeFunction
    constant: int | None


@dataclass(frozen=True, slots=True)
class Branch:
    """Apply a meaning that gives a bool, and branch to the target if the result is `sense`."""

    entry: Instruction | NativeFunction
    constant: int | None
    sense: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """Apply `first`, and `second` to its result, which is the operand at `position`: slots are the result, then the
    operands of `first` and the other ones of `second`, but for the one that is a constant, if any. Neither can fail.
    """

    first: Compute
    second: Compute
    position: int

    @property
    def second_slots(self) -> int:
        """Where the slots of `second` begin."""
        return 1 + len(operand_classes(self.first.entry)) - (self.first.constant is not None)


@dataclass(frozen=True, slots=True)
class Alternative:
    """Apply the meaning of a native; where it declines, call a function with the operands: slots are the result, if it
    is not a bool, then the operands; immediate as CALL.
    """

    entry: NativeFunction

    @property
    def result(self) -> MachineClass | None:
        """How the result is held, None if it says no more than whether the native has declined."""
        result = result_class(self.entry)
        return None if result is MachineClass.BOOL else result

    @property
    def gives_result(self) -> bool:
        """Whether there is a slot for the result."""
        return self.result is not None

    @property
    def declined(self) -> int:
        """The bits of the result by which the native declines: `ABSENT`, `DECLINED_NUMBER`, null, or false."""
        match self.result:
            case MachineClass.ANY:
                return ABSENT
            case MachineClass.F64:
                return DECLINED_NUMBER
            case _:
                return 0


JOINED = ("FADD", "FSUB", "FMUL")
"""Instructions that there are joined operations of, for each pair: in numerical programs they follow each other."""

OperationKind: TypeAlias = Compute | Branch | Joined | Alternative | Control


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of prepared code; its number is what prepared code holds.

    What preparation asks of every instruction stands here, and is not found out again: whether a frame may be found
    stopped at it or left at it for the general version (`stops`), whether it notes work that is charged afterwards,
    whether each place has a site (`has_site`), and whether execution always goes on after it without a stop or an
    error.
    """

    number: int
    name: str
    kind: OperationKind
    stops: bool = False
    works: bool = False
    has_site: bool = False
    is_quiet: bool = False


def entry_effect(entry: Instruction | NativeFunction) -> Effect:
    """The effect of an ordinary entry."""
    assert isinstance(entry.effect, Effect)
    return entry.effect


def operand_classes(entry: Instruction | NativeFunction) -> tuple[MachineClass, ...]:
    """The classes of an entry's operands."""
    return tuple(pattern_class(pattern) for pattern in entry_effect(entry).pops)


def result_class(entry: Instruction | NativeFunction) -> MachineClass | None:
    """The class of an entry's result, if it has one."""
    pushes = entry_effect(entry).pushes
    return pattern_class(pushes[0]) if pushes else None


def entry_name(entry: Instruction | NativeFunction) -> str:
    """The mnemonic of an instruction or the name of a library function."""
    return entry.mnemonic if isinstance(entry, Instruction) else entry.name


def has_immediates(entry: Instruction | NativeFunction) -> bool:
    """Whether the meaning takes immediates after the operands."""
    return bool(entry.immediates)


def has_site(operation: Operation) -> bool:
    """Whether compiled code has a site for each place of an operation, where it finds properties."""
    return operation.has_site


@cache
def operations() -> tuple[Operation, ...]:
    """All operations, in the order of their numbers. The order depends on the two tables alone."""
    kinds: list[OperationKind] = list(Control)
    ordinary = [entry for _, entry in sorted(INSTRUCTIONS.items()) if isinstance(entry.effect, Effect)]
    natives = [native for _, native in sorted(NATIVES.items())]
    entries: list[Instruction | NativeFunction] = [*ordinary, *natives, *RESOLVERS]
    for entry in entries:
        kinds.extend(_kinds_of(entry))
    kinds.extend(_joined_kinds())
    kinds.extend(_alternatives())
    return tuple(_operation(number, kind) for number, kind in enumerate(kinds))


def _operation(number: int, kind: OperationKind) -> Operation:
    match kind:
        case Compute(entry) | Branch(entry) | Alternative(entry):
            return Operation(
                number,
                _name(kind),
                kind,
                stops=entry.has_outcome or entry.usual is not None,
                works=bool(entry.flags & (Flags.WORKS | Flags.WORKS_SELDOM)),
                has_site=bool(entry.flags & Flags.HAS_SITE),
                is_quiet=isinstance(kind, Compute) and not entry.flags,
            )
        case Joined():
            return Operation(number, _name(kind), kind, is_quiet=True)
        case _:
            return Operation(number, _name(kind), kind, is_quiet=kind in _QUIET)


_QUIET = (Control.MOVE, Control.CONSTANT, Control.CONSTANT_STRING, Control.PAD)
"""Control operations that do no more than fill slots."""


@cache
def operation_numbers() -> dict[tuple[object, ...], Operation]:
    """Operations by what they do: `(control,)`, `(entry name, constant)`, `(entry name, constant, sense)`, or
    `(first, second, position)`, or `(Alternative, entry name)`.
    """
    return {_key(operation.kind): operation for operation in operations()}


@cache
def control(kind: Control) -> Operation:
    """The operation of a control kind."""
    return operation_numbers()[(kind,)]


def compute(entry: Instruction | NativeFunction, constant: int | None) -> Operation | None:
    """The operation that applies an entry with a constant operand (or none); None when there is no such form."""
    return operation_numbers().get((entry_name(entry), constant))


def branch(kind: Compute, sense: bool) -> Operation | None:
    """The operation that does what `kind` does and branches on the result; None when there is no such form."""
    return operation_numbers().get((entry_name(kind.entry), kind.constant, sense))


def alternative(entry: NativeFunction) -> Operation:
    """The operation that applies a native which declines, or calls a function."""
    return operation_numbers()[(Alternative, entry.name)]


def join(first: OperationKind, second: OperationKind, position: int) -> Operation | None:
    """The operation that applies `second` to the result of `first`; None when there is no such form."""
    return operation_numbers().get((first, second, position))


def _alternatives() -> list[OperationKind]:
    """Those with a slot for the result come first: `vm.interpreter_control` goes by the numbers."""
    kinds = [Alternative(native) for _, native in sorted(NATIVES.items()) if native.flags & Flags.DECLINES]
    for kind in kinds:
        if len(operand_classes(kind.entry)) + kind.gives_result > DIRECT_FIELDS:
            raise ValueError(f"{kind.entry.name} declines and names more than {DIRECT_FIELDS} slots")
    return [*sorted(kinds, key=lambda kind: not kind.gives_result)]


def _joined_kinds() -> list[OperationKind]:
    """All pairs that have at most one constant, which is not the operand that the other one computes."""
    parts = [
        Compute(entry, constant)
        for _, entry in sorted(INSTRUCTIONS.items())
        if entry.mnemonic in JOINED
        for constant in (None, 0, 1)
    ]
    return [
        Joined(first, second, position)
        for first in parts
        for second in parts
        if first.constant is None or second.constant is None
        for position in (0, 1)
        if position != second.constant
    ]


def _kinds_of(entry: Instruction | NativeFunction) -> list[OperationKind]:
    constants: list[int | None] = [None]
    classes = operand_classes(entry)
    fields = len(classes) + len(entry_effect(entry).pushes)
    room = DIRECT_FIELDS if has_immediates(entry) else MAX_FIELDS
    if fields > room:
        raise ValueError(f"{entry_name(entry)} names {fields} slots; prepared code has room for {room}")
    if not has_immediates(entry) and fields - 1 <= DIRECT_FIELDS:
        opaque = (MachineClass.REFERENCE, MachineClass.WORD)
        constants.extend(i for i, operand in enumerate(classes) if operand not in opaque)
    kinds: list[OperationKind] = [Compute(entry, constant) for constant in constants]
    fusible = result_class(entry) is MachineClass.BOOL and not entry.has_outcome and not entry.flags
    # Beside an immediate there is room for one operand and the distance.
    if fusible and len(classes) <= (1 if has_immediates(entry) else 2):
        kinds.extend(Branch(entry, constant, sense) for constant in constants for sense in (False, True))
    return kinds


def _name(kind: OperationKind) -> str:
    match kind:
        case Control():
            return kind.name
        case Compute(entry, constant):
            return entry_name(entry) + ("" if constant is None else f"/K{constant}")
        case Branch(entry, constant, sense):
            return f"{entry_name(entry)}{'' if constant is None else f'/K{constant}'}/{'IF' if sense else 'UNLESS'}"
        case Joined(first, second, position):
            return f"{_name(first)}>{_name(second)}.{position}"
        case Alternative(entry):
            return f"{entry.name}/CALL"
        case _:
            assert_never(kind)


def _key(kind: OperationKind) -> tuple[object, ...]:
    match kind:
        case Control():
            return (kind,)
        case Compute(entry, constant):
            return (entry_name(entry), constant)
        case Branch(entry, constant, sense):
            return (entry_name(entry), constant, sense)
        case Joined(first, second, position):
            return (first, second, position)
        case Alternative(entry):
            return (Alternative, entry.name)
        case _:
            assert_never(kind)
