"""What an entry of the instruction table says, and the registration of entries and native functions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, Flag, auto
from typing import TypeAlias, TypeVar

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
    parse_type,
)


class Immediate(Enum):
    """The kinds of immediate operands. The value gives the `struct` format of the encoding (little endian)."""

    __hash__ = object.__hash__  # That of `Enum` is a function of Python's, and these are keys everywhere.

    I32 = "i"
    I64 = "q"
    F64 = "d"
    COUNT = "H"
    LOCAL = "H "
    GLOBAL = "H  "
    FUNCTION = "H   "
    NATIVE = "H    "
    TYPE = "H     "
    CLASS = "H      "
    SLOT = "H       "
    """A field of the class immediate before it, counted from the root's first; for calls, a method of its table."""
    STATIC = "H        "
    """A static field of the class immediate before it; for calls, a static method."""
    INTERFACE = "H         "
    MEMBER = "H          "
    """A field of the interface immediate before it; for calls, a method."""
    CAPTURED = "H           "
    ELEMENT = "H            "
    """A position in the tuple type that the type immediate names."""
    STRING = "I"
    JUMP = "i "
    """A distance in bytes from the end of the instruction."""

    @property
    def format(self) -> str:
        """The `struct` format character."""
        return self.value.strip()


class VariableKind(Enum):
    """Which types a type variable stands for, and how a meaning sees its values."""

    REFERENCE = "R"
    """Reference types; the meaning sees an offset."""
    WORD = "W"
    """All types; the meaning sees the 8 bytes of the slot as an i64 (references and bools extended by zeros)."""
    UNSEEN = "T"
    """All types, in places where the meaning never sees a value."""


@dataclass(frozen=True, slots=True)
class TypeVariable:
    """Any type of a kind, the same wherever it occurs in one effect."""

    kind: VariableKind

    def __str__(self) -> str:
        return self.kind.value


class Named(Enum):
    """Types that the instruction's immediates name."""

    __hash__ = object.__hash__  # That of `Enum` is a function of Python's, and these are keys everywhere.

    TYPE = "$"
    """The type immediate, where it is a reference type: a meaning sees an offset."""
    WORD_TYPE = "X"
    """The type immediate, where it may be any type: a meaning sees a word."""
    ELEMENT = "E"
    """The element of the tuple type immediate that the element immediate names."""
    OBJECT = "C"
    """An object of the class immediate."""
    FIELD = "F"
    """The type of the field that the class and slot immediates name."""
    STATIC = "S"
    """The type of the static field that the class and static immediates name."""
    INTERFACE = "I"
    """The interface immediate."""
    MEMBER = "M"
    """The type of the field that the interface and member immediates name."""
    CAPTURED = "K"
    """The type of the captured value that the captured immediate names."""

    def __str__(self) -> str:
        return self.value


WORDS = (Named.WORD_TYPE, Named.ELEMENT, Named.FIELD, Named.STATIC, Named.MEMBER, Named.CAPTURED)
"""Named types whose values a meaning sees as words, like those of `W`."""


@dataclass(frozen=True, slots=True)
class ArrayPattern:
    """An array whose element matches a pattern."""

    element: TypePattern

    def __str__(self) -> str:
        return f"array({self.element})"


@dataclass(frozen=True, slots=True)
class CellPattern:
    """A cell whose content matches a pattern."""

    content: TypePattern

    def __str__(self) -> str:
        return f"cell({self.content})"


@dataclass(frozen=True, slots=True)
class ChannelPattern:
    """A channel whose element matches a pattern."""

    element: TypePattern

    def __str__(self) -> str:
        return f"channel({self.element})"


@dataclass(frozen=True, slots=True)
class TaskPattern:
    """A task whose result matches `result`, so never a void task; None (spelled `task(?)`) matches every task, void
    ones too.
    """

    result: TypePattern | None

    def __str__(self) -> str:
        return f"task({'?' if self.result is None else self.result})"


TypePattern: TypeAlias = (
    Primitive
    | Opaque
    | ArrayType
    | TaskType
    | CellType
    | ChannelType
    | ObjectType
    | InterfaceType
    | TupleType
    | ClosureType
    | TypeVariable
    | Named
    | ArrayPattern
    | CellPattern
    | ChannelPattern
    | TaskPattern
)


@dataclass(frozen=True, slots=True)
class Effect:
    """What an ordinary instruction takes from the stack (the last is the top) and leaves there (at most one value)."""

    pops: tuple[TypePattern, ...]
    pushes: tuple[TypePattern, ...]

    def __str__(self) -> str:
        return " ".join([*map(str, self.pops), "->", *map(str, self.pushes)])


class Special(Enum):
    """Instructions whose effect depends on more than the types on the stack, or that are not a function of values.

    The verifier, preparation and the executors know each of these by name; every other instruction is
    *ordinary*: wholly described by its `Effect` and its meaning.
    """

    __hash__ = object.__hash__  # That of `Enum` is a function of Python's, and these are keys everywhere.

    NOP = auto()
    POP = auto()
    DUP = auto()
    CONST_I32 = auto()
    CONST_F64 = auto()
    CONST_TRUE = auto()
    CONST_FALSE = auto()
    CONST_STRING = auto()
    CONST_WORD = auto()
    LOAD_LOCAL = auto()
    STORE_LOCAL = auto()
    LOAD_GLOBAL = auto()
    STORE_GLOBAL = auto()
    JUMP = auto()
    JUMP_IF_TRUE = auto()
    JUMP_IF_FALSE = auto()
    CALL = auto()
    RETURN = auto()
    RETURN_VOID = auto()
    NATIVE_CALL = auto()
    NATIVE_OR_CALL = auto()
    THROW = auto()
    TRY = auto()
    END_TRY = auto()
    RETHROW = auto()
    SPAWN = auto()
    SPAWN_METHOD = auto()
    SPAWN_CLOSURE = auto()
    AWAIT = auto()
    YIELD = auto()
    SWAP = auto()
    BREAKPOINT = auto()
    CONST_I64 = auto()
    CONST_NULL = auto()
    CONST_UNDEFINED = auto()
    UPCAST = auto()
    CALL_METHOD = auto()
    CALL_INTERFACE = auto()
    CALL_CLOSURE = auto()
    CALL_EXPECTED = auto()
    CALL_GENERAL = auto()
    CALL_GENERAL_EXPECTED = auto()
    CALL_CONSTRUCTOR = auto()
    CALL_SUPER = auto()
    CALL_STATIC = auto()
    LOAD_STATIC = auto()
    STORE_STATIC = auto()
    LOAD_CAPTURED = auto()
    MAKE_CLOSURE = auto()
    NEW_TUPLE = auto()
    NEW_ARRAY_OF = auto()


class Flags(Flag):
    """What an ordinary instruction or native function may do beyond computing its result.

    An entry with any of `THROWS`, `ALLOCATES` and `WORKS_SELDOM` has a meaning that returns `(result, outcome)`, or
    only `outcome` when it leaves nothing.
    """

    NONE = 0
    THROWS = auto()
    """The outcome may be an error code of `memory.errors`."""
    ALLOCATES = auto()
    """The outcome may be `NEED_MEMORY`; the instruction has then changed nothing and is retried after a collection."""
    WORKS = auto()
    """Charges fuel in proportion to its work, through `charge_work`."""
    WORKS_SELDOM = auto()
    """As `WORKS`, but the outcome says whether it has: `WORKED`. After DONE nothing is charged."""
    FLUSHES = auto()
    """The outcome may be `NEED_FLUSH`: the console buffer is full; retried after the host has emptied it."""
    WAITS = auto()
    """The outcome may be `WAITING`: the current task has been put where someone will wake it; retried when it is.

    The work that it has noted until then is charged with the wait.
    """
    HAS_SITE = auto()
    """The meaning takes one more argument, an i64: where the place in compiled code that does it has an entry of the
    property cache of its own; 0 for any other place. Nothing but speed depends on it.
    """
    CONTINUES = auto()
    """The outcome may be `UNFINISHED`: a part of the work is done; what is noted is charged, and it is retried."""
    DECLINES = auto()
    """The result may say that general code has to do it: `ABSENT`, null where it is a reference, a NaN that no program
    makes where it is a number, or false where it is a bool. Nothing is done then. `NATIVE_OR_CALL` applies it and calls
    that code.
    """
    CHANGES_VIEWS = auto()
    """Elements of typed arrays may stand elsewhere afterwards, or be none any more. Nothing but compiled code asks."""


_OUTCOMES = Flags.THROWS | Flags.ALLOCATES | Flags.WORKS_SELDOM | Flags.FLUSHES | Flags.WAITS | Flags.CONTINUES


@dataclass(frozen=True, slots=True)
class Instruction:
    """One entry of the instruction table: the definition of the instruction."""

    number: int
    mnemonic: str
    immediates: tuple[Immediate, ...]
    effect: Effect | Special
    fuel: int
    flags: Flags
    meaning: Callable[..., object] | None
    summary: str
    usual: Callable[..., object] | None = None
    """A kernel for the usual case alone, of which compiled code has a version of its own: it takes what the meaning
    takes, and gives the result and whether this was the usual case. It works nothing and has no outcome; in any other
    case nothing is done.
    """

    @property
    def has_outcome(self) -> bool:
        """Whether the meaning reports an outcome beside its result."""
        return bool(self.flags & _OUTCOMES)


@dataclass(frozen=True, slots=True)
class NativeFunction:
    """One entry of the native table: a function of the library that `NATIVE_CALL` reaches by its id.

    Entries with a negative id are steps of instructions that preparation takes apart (`isa.resolvers`); those alone
    have immediates.
    """

    id: int
    name: str
    effect: Effect
    fuel: int
    flags: Flags
    meaning: Callable[..., object]
    summary: str
    immediates: tuple[Immediate, ...] = ()
    usual: Callable[..., object] | None = None
    """As that of an instruction. Of a native that declines it gives the result by which that does in any other case, if
    that is no number; if it is a bool, that alone.
    """
    learns: Callable[..., object] | None = None
    """Of a native with a site (`Flags.HAS_SITE`): a kernel that takes what `usual` takes, when this was not the usual
    case, and lets the site have what has been found meanwhile by others.
    """

    @property
    def has_outcome(self) -> bool:
        """Whether the meaning reports an outcome beside its result."""
        return bool(self.flags & _OUTCOMES)

    def declined_types(self) -> tuple[tuple[ValueType, ...], ValueType | None]:
        """What a function takes and gives that goes on where this declines; None for nothing. Such entries name their
        types themselves.
        """
        types: list[ValueType] = []
        for pattern in (*self.effect.pops, *self.effect.pushes):
            assert isinstance(pattern, Primitive | Opaque | ClosureType)
            types.append(pattern)
        *parameters, result = types
        return tuple(parameters), None if result is Primitive.BOOL else result


INSTRUCTIONS: dict[int, Instruction] = {}
"""All entries by number."""

BY_MNEMONIC: dict[str, Instruction] = {}
"""All entries by mnemonic."""

Meaning = TypeVar("Meaning", bound=Callable[..., object])


def parse_effect(text: str) -> Effect:
    """The effect spelled `text`, such as `"array(f64) i32 -> f64"`, with `VariableKind` and `Named` for types."""
    words = _WORD.findall(text)
    arrow = words.index("->")
    return Effect(tuple(map(_parse_pattern, words[:arrow])), tuple(map(_parse_pattern, words[arrow + 1 :])))


_WORD = re.compile(r"->|[^\s()]+(?:\((?:[^()]|\([^()]*\))*\))?")
"""A type, with what stands in its brackets, or the arrow."""


_ATOMS: dict[str, TypePattern] = {
    **{kind.value: TypeVariable(kind) for kind in VariableKind},
    **{named.value: named for named in Named},
    "task(?)": TaskPattern(None),
}

_APPLIED: dict[str, Callable[[TypePattern], TypePattern]] = {
    "array": ArrayPattern,
    "cell": CellPattern,
    "channel": ChannelPattern,
    "task": TaskPattern,
}


def _parse_pattern(text: str) -> TypePattern:
    if text in _ATOMS:
        return _ATOMS[text]
    outer, _, inner = text.removesuffix(")").partition("(")
    if outer in _APPLIED and inner in _ATOMS:
        return _APPLIED[outer](_ATOMS[inner])
    return parse_type(text)


def instruction(
    number: int,
    mnemonic: str,
    effect: str,
    *immediates: Immediate,
    fuel: int = 1,
    flags: Flags = Flags.NONE,
    usual: Callable[..., object] | None = None,
) -> Callable[[Meaning], Meaning]:
    """Register an ordinary instruction whose meaning is the decorated kernel, and `usual` its usual case.

    The kernel takes the popped values in the order in which they were pushed, then, if there are immediates, one i32
    that stands for all of them (`prepare.immediates` says which), and returns what `flags` says.
    """

    def register(meaning: Meaning) -> Meaning:
        summary = (getattr(meaning, "__doc__", None) or "").strip()
        _add(Instruction(number, mnemonic, immediates, parse_effect(effect), fuel, flags, meaning, summary, usual))
        return meaning

    return register


def special(number: int, kind: Special, summary: str, *immediates: Immediate, fuel: int = 1) -> None:
    """Register an instruction that the verifier and the executors know by name."""
    _add(Instruction(number, kind.name, immediates, kind, fuel, Flags.NONE, None, summary))


def _add(entry: Instruction) -> None:
    if not 0 <= entry.number <= 0xFF:
        raise ValueError(f"{entry.mnemonic}: opcode {entry.number} does not fit a byte")
    if entry.number in INSTRUCTIONS or entry.mnemonic in BY_MNEMONIC:
        raise ValueError(f"{entry.mnemonic} (0x{entry.number:02x}) is defined twice")
    INSTRUCTIONS[entry.number] = entry
    BY_MNEMONIC[entry.mnemonic] = entry
