"""The variables of a function: a slot of the frame that is used for one value after the other is several of them.

What is written in one place and read in another is the same variable. The first of a slot has the slot's own number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from plait.jit.slots import ENDS, VARIABLE_BITS, written_slot
from plait.prepare.operations import MachineClass
from plait.prepare.prepared import PreparedFunction, PreparedInstruction

DIVIDED: Final = (MachineClass.F64, MachineClass.ANY)
MAX_DEFINITIONS: Final = 3000
"""In larger functions slots are not divided."""


def divided(function: PreparedFunction) -> PreparedFunction:
    """The function with variables instead of slots: only where there are loops does it matter."""
    if not function.loops:
        return function
    definitions = _definitions(function)
    if len(definitions.places) > MAX_DEFINITIONS:
        return function
    return _Division(function, definitions).function()


@dataclass(frozen=True, slots=True)
class _Definitions:
    """Where slots are written, as instructions and slots: first parameters, and what begins undefined. `of_slot` has
    a bit for each definition of a slot, by its number.
    """

    places: list[tuple[int, int]]
    of_slot: dict[int, int]


def _definitions(function: PreparedFunction) -> _Definitions:
    slots = [slot for slot, held in enumerate(function.slot_classes) if held in DIVIDED]
    places = [(-1, slot) for slot in slots]
    known = set(slots)
    for index, item in enumerate(function.instructions):
        slot = written_slot(item)
        if slot in known and slot is not None:
            places.append((index, slot))
    of_slot = dict.fromkeys(slots, 0)
    for number, (_, slot) in enumerate(places):
        of_slot[slot] |= 1 << number
    return _Definitions(places, of_slot)


class _Division:
    """Which definitions reach which uses, found by going over the blocks until nothing changes."""

    def __init__(self, function: PreparedFunction, definitions: _Definitions) -> None:
        self._function = function
        self._definitions = definitions
        self._number = {place: number for number, place in enumerate(definitions.places)}
        self._parents = list(range(len(definitions.places)))
        starts = {0, *function.loops, *(loop + 1 for loop in function.loops)}
        starts.update(item.target for item in function.instructions if item.target >= 0)
        starts.update(handler.target for handler in function.handlers)
        starts.update(handler.start for handler in function.handlers)
        starts.update(handler.end for handler in function.handlers)
        starts.update(index + 1 for index, item in enumerate(function.instructions) if item.target >= 0)
        self._starts = sorted(start for start in starts if start < len(function.instructions))
        self._ends = dict(zip(self._starts, [*self._starts[1:], len(function.instructions)], strict=True))
        self._reaching = self._solved()

    def _solved(self) -> dict[int, int]:
        """The definitions that reach the start of each block."""
        reaching = dict.fromkeys(self._starts, 0)
        reaching[0] = sum(1 << number for number, (index, _) in enumerate(self._definitions.places) if index < 0)
        pending = dict.fromkeys(self._starts)
        while pending:
            start = next(iter(pending))
            del pending[start]
            for successor, bits in self._leaving(start, reaching[start]):
                if bits & ~reaching[successor]:
                    reaching[successor] |= bits
                    pending[successor] = None
        return reaching

    def _leaving(self, start: int, bits: int) -> Iterator[tuple[int, int]]:
        """The blocks behind a block, and the definitions with which they are entered."""
        end = self._ends[start]
        handler = self._function.handler_at(start)
        thrown = bits
        for index in range(start, end):
            slot = written_slot(self._function.instructions[index])
            number = None if slot is None else self._number.get((index, slot))
            if number is not None and slot is not None:
                bits = bits & ~self._definitions.of_slot[slot] | 1 << number
                thrown |= bits
        last = self._function.instructions[end - 1]
        if last.target >= 0:
            yield last.target, bits
        if last.operation.kind not in ENDS and end < len(self._function.instructions):
            yield end, bits
        if handler >= 0:
            yield handler, thrown

    def _root(self, number: int) -> int:
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def _use(self, slot: int, bits: int) -> int:
        """One of the definitions that reach a use; they become one variable."""
        found = bits & self._definitions.of_slot[slot]
        if not found:
            # Nobody can come here.
            found = self._definitions.of_slot[slot]
        first = self._root((found & -found).bit_length() - 1)
        found &= found - 1
        while found:
            self._parents[self._root((found & -found).bit_length() - 1)] = first
            found &= found - 1
        return first

    def function(self) -> PreparedFunction:
        """The function with variables."""
        instructions: list[tuple[PreparedInstruction, list[tuple[int, int]]]] = []
        live: dict[int, list[tuple[int, MachineClass, int]]] = {}
        for start in self._starts:
            bits = self._reaching[start]
            for index in range(start, self._ends[start]):
                if index in self._function.live:
                    live[index] = [
                        (slot, held, self._use(slot, bits) if slot in self._definitions.of_slot else -1)
                        for slot, held in self._function.live[index]
                    ]
                item = self._function.instructions[index]
                written = written_slot(item)
                uses = [
                    (position, self._use(slot, bits))
                    for position, slot in enumerate(item.slots)
                    if slot in self._definitions.of_slot and (position > 0 or written is None)
                ]
                number = None if written is None else self._number.get((index, written))
                if number is not None and written is not None:
                    uses.append((0, number))
                    bits = bits & ~self._definitions.of_slot[written] | 1 << number
                instructions.append((item, uses))
        variables = self._variables()
        return replace(
            self._function,
            instructions=tuple(
                _renamed(item, [(at, variables[self._root(it)]) for at, it in uses]) for item, uses in instructions
            ),
            live={
                index: tuple((slot if it < 0 else variables[self._root(it)], held) for slot, held, it in items)
                for index, items in live.items()
            },
        )

    def _variables(self) -> Mapping[int, int]:
        """The variable of each group of definitions, by the one that stands for it."""
        counts: dict[int, int] = {}
        variables: dict[int, int] = {}
        for number, (_, slot) in enumerate(self._definitions.places):
            root = self._root(number)
            if root not in variables:
                variables[root] = slot | counts.get(slot, 0) << VARIABLE_BITS
                counts[slot] = counts.get(slot, 0) + 1
        return variables


def _renamed(item: PreparedInstruction, uses: list[tuple[int, int]]) -> PreparedInstruction:
    if not uses:
        return item
    slots = list(item.slots)
    for position, variable in uses:
        slots[position] = variable
    return item._replace(slots=tuple(slots))
