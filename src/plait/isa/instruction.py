"""What an entry of the instruction table says, and the registration of entries and native functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, Flag, auto
from typing import TypeAlias, TypeVar

from plait.isa.value_types import ArrayType, Opaque, Primitive, TaskType, parse_type


class Immediate(Enum):
    """The kinds of immediate operands. The value gives the `struct` format of the encoding (little endian)."""

    I32 = "i"
    F64 = "d"
    COUNT = "H"
    LOCAL = "H "
    GLOBAL = "H  "
    FUNCTION = "H   "
    NATIVE = "H    "
    TYPE = "H     "
    STRING = "I"
    JUMP = "i "
    """A distance in bytes from the end of the instruction."""

    @property
    def format(self) -> str:
        """The `struct` format character."""
        return self.value.strip()


@dataclass(frozen=True, slots=True)
class TypeVariable:
    """Any type, the same wherever the name occurs in one effect. `reference` restricts it to reference types."""

    name: str
    reference: bool

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class TypeImmediate:
    """The type named by the instruction's type immediate (spelled `$`)."""

    def __str__(self) -> str:
        return "$"


@dataclass(frozen=True, slots=True)
class ArrayPattern:
    """An array whose element matches a pattern."""

    element: TypePattern

    def __str__(self) -> str:
        return f"array({self.element})"


@dataclass(frozen=True, slots=True)
class TaskPattern:
    """A task whose result matches `result`, so never a void task; None (spelled `task(?)`) matches every task, void
    ones too.
    """

    result: TypePattern | None

    def __str__(self) -> str:
        return f"task({'?' if self.result is None else self.result})"


TypePattern: TypeAlias = (
    Primitive | Opaque | ArrayType | TaskType | TypeVariable | TypeImmediate | ArrayPattern | TaskPattern
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

    NOP = auto()
    POP = auto()
    DUP = auto()
    CONST_I32 = auto()
    CONST_F64 = auto()
    CONST_TRUE = auto()
    CONST_FALSE = auto()
    CONST_STRING = auto()
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
    THROW = auto()
    TRY = auto()
    END_TRY = auto()
    SPAWN = auto()
    AWAIT = auto()
    YIELD = auto()


class Flags(Flag):
    """What an ordinary instruction or native function may do beyond computing its result.

    An entry with `THROWS` or `ALLOCATES` has a meaning that returns `(result, outcome)`, or only `outcome` when it
    leaves nothing.
    """

    NONE = 0
    THROWS = auto()
    """The outcome may be an error code of `memory.errors`."""
    ALLOCATES = auto()
    """The outcome may be `NEED_MEMORY`; the instruction has then changed nothing and is retried after a collection."""
    WORKS = auto()
    """Charges fuel in proportion to its work, through `charge_work`."""
    FLUSHES = auto()
    """The outcome may be `NEED_FLUSH`: the console buffer is full; retried after the host has emptied it."""


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

    @property
    def has_outcome(self) -> bool:
        """Whether the meaning reports an outcome beside its result."""
        return bool(self.flags & (Flags.THROWS | Flags.ALLOCATES | Flags.FLUSHES))


@dataclass(frozen=True, slots=True)
class NativeFunction:
    """One entry of the native table: a function of the library that `NATIVE_CALL` reaches by its id."""

    id: int
    name: str
    effect: Effect
    fuel: int
    flags: Flags
    meaning: Callable[..., object]
    summary: str

    @property
    def has_outcome(self) -> bool:
        """Whether the meaning reports an outcome beside its result."""
        return bool(self.flags & (Flags.THROWS | Flags.ALLOCATES | Flags.FLUSHES))


INSTRUCTIONS: dict[int, Instruction] = {}
"""All entries by number."""

BY_MNEMONIC: dict[str, Instruction] = {}
"""All entries by mnemonic."""

Meaning = TypeVar("Meaning", bound=Callable[..., object])


def parse_effect(text: str) -> Effect:
    """The effect spelled `text`, such as `"array(f64) i32 -> f64"`; `T` is any type, `R` any reference type."""
    before, after = text.split("->")
    return Effect(tuple(map(_parse_pattern, before.split())), tuple(map(_parse_pattern, after.split())))


def _parse_pattern(text: str) -> TypePattern:
    if text in ("T", "R"):
        return TypeVariable(text, reference=text == "R")
    if text == "$":
        return TypeImmediate()
    if text == "task(?)":
        return TaskPattern(None)
    for prefix, pattern in (("array(", ArrayPattern), ("task(", TaskPattern)):
        inner = text[len(prefix) : -1]
        if text.startswith(prefix) and inner in ("T", "R", "$"):
            return pattern(_parse_pattern(inner))
    return parse_type(text)


def instruction(
    number: int, mnemonic: str, effect: str, *immediates: Immediate, fuel: int = 1, flags: Flags = Flags.NONE
) -> Callable[[Meaning], Meaning]:
    """Register an ordinary instruction whose meaning is the decorated kernel.

    The kernel takes the popped values in the order in which they were pushed, then the immediates (a type
    immediate arrives as the storage kind of its elements), and returns what `flags` says.
    """

    def register(meaning: Meaning) -> Meaning:
        summary = (getattr(meaning, "__doc__", None) or "").strip()
        _add(Instruction(number, mnemonic, immediates, parse_effect(effect), fuel, flags, meaning, summary))
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
