"""Prepared functions: what preparation makes of verified ones, as data."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plait.isa.value_types import TupleType, ValueType
from plait.memory.code_layouts import FunctionInfo
from plait.prepare.operations import MachineClass, Operation
from plait.prepare.type_tables import InfoSpec, TypeTables
from plait.verify.verified import VerifiedFunction, VerifiedModule

HEADER_SLOTS = 2
"""A frame header is as large as this many slots."""


class PreparedInstruction(NamedTuple):
    """One instruction. `slots` are slot numbers in the order that the operation gives.

    Slot numbers from `slot_count + HEADER_SLOTS` on are the parameters of the frame that the next call pushes.
    `target` is the index of a prepared instruction (-1 for none); `offset` is the byte offset of the bytecode
    instruction this comes from.
    """

    operation: Operation
    slots: tuple[int, ...]
    immediate: int
    target: int
    offset: int


@dataclass(frozen=True, slots=True)
class Handler:
    """Instructions from `start` to before `end` are guarded by the handler entry at `target`; ranges are disjoint."""

    start: int
    end: int
    target: int


@dataclass(frozen=True, slots=True)
class PreparedFunction:
    """A function in three-address form.

    The first slots are the locals, the rest hold stack positions; `slot_classes` says how each is held. `live` gives,
    for each index at which a frame can be found stopped, the slots whose values must be in the frame, with their
    classes. `loops` are the indices of the CHARGE instructions at loop heads. `task_type` is the type id of a
    task of the function.
    """

    index: int
    verified: VerifiedFunction
    instructions: tuple[PreparedInstruction, ...]
    slot_classes: tuple[MachineClass, ...]
    slot_count: int
    outgoing: int
    entry_charge: int
    handlers: tuple[Handler, ...]
    live: dict[int, tuple[tuple[int, MachineClass], ...]]
    loops: tuple[int, ...]
    first_loop: int
    task_type: int
    site_count: int
    """How many instructions find a property (`Flags.HAS_SITE`)."""

    @property
    def frame_size(self) -> int:
        """Bytes from the start of a frame to the start of the frame of a function it calls."""
        return 8 * (HEADER_SLOTS + self.slot_count)

    @property
    def stack_need(self) -> int:
        """Bytes of stack, from the start of a frame, that running the function may touch before the callee checks."""
        return self.frame_size + 8 * (HEADER_SLOTS + self.outgoing)

    def handler_at(self, index: int) -> int:
        """The index of the handler entry that guards an instruction, or -1."""
        place = bisect_right(self.handlers, index, key=lambda handler: handler.start) - 1
        if place >= 0 and index < self.handlers[place].end:
            return self.handlers[place].target
        return -1


@dataclass(frozen=True, slots=True)
class DynamicSignature:
    """How a function that is found when the call is made takes its parameters and gives its result, if it does."""

    parameters: tuple[MachineClass, ...]
    result: MachineClass | None


@dataclass(frozen=True, slots=True)
class ProgramLayout:
    """What a module's functions have in common: globals (static fields among them), signatures, type tables.

    `caches` are the (interface, member) of each inline cache, `infos` the type infos that are not those of classes;
    `tables` is where they come from.
    """

    global_types: tuple[ValueType, ...]
    signatures: tuple[DynamicSignature, ...]
    caches: tuple[tuple[int, int], ...]
    infos: tuple[InfoSpec, ...]
    tables: TypeTables

    def array_word(self, element: ValueType) -> int:
        """What an array of such elements keeps of its type."""
        return self.tables.array_word(element)

    def type_of_id(self, number: int) -> ValueType:
        """The type whose id an array keeps, or the type info of another object."""
        return self.tables.type_of_id(number)

    def tuple_info(self, value_type: TupleType) -> int | None:
        """The offset of the type info of tuples of a type; None when the program makes none."""
        return self.tables.known_tuple(value_type)

    def closure_info(self, function: int) -> int | None:
        """The offset of the type info of closures of a function; None when the program makes none."""
        return self.tables.known_closure(function)


@dataclass(frozen=True, slots=True)
class BaseImage:
    """What a base occupies in the memory of each context that runs a module which begins with it.

    Its parts have the same offsets in all of them; `functions`, the last, is where the module's go on. Strings and
    globals of the module stand behind, apart from these.
    """

    data: bytes
    functions: int
    globals: tuple[int, ...]
    strings: tuple[int, ...]
    constants: int
    constants_end: int
    end: int

    def end_with_functions(self, count: int) -> int:
        """The offset behind the table of functions if there are so many more."""
        return self.end + FunctionInfo.SIZE * count


@dataclass(frozen=True, slots=True)
class PreparedBase:
    """A base, prepared and laid out."""

    module: PreparedModule
    image: BaseImage


@dataclass(frozen=True, slots=True)
class PreparedModule:
    """A module whose functions are all prepared; those of a base are, when they are looked at.

    Loops are numbered through the whole module: `loops` are the function and the prepared index of each loop head.
    """

    verified: VerifiedModule
    functions: Sequence[PreparedFunction]
    layout: ProgramLayout
    loops: tuple[tuple[int, int], ...]
    base: PreparedBase | None = None

    @property
    def loop_count(self) -> int:
        """How many loop heads all functions have together."""
        return len(self.loops)

    @property
    def own_functions(self) -> Sequence[PreparedFunction]:
        """The functions that are not those of the base."""
        return self.functions if self.base is None else self.functions[len(self.base.module.functions) :]

    def loop_place(self, loop: int) -> tuple[int, int]:
        """The function and the prepared index of a loop head. Raises `IndexError` for a loop that is not there."""
        if not 0 <= loop < len(self.loops):
            raise IndexError(f"the module has no loop {loop}")
        return self.loops[loop]
