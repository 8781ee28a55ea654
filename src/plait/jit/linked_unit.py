"""Object code of a unit, as it is kept on disk, and its linking to the machine's kernels.

Object code holds no addresses: kernels are referred to by symbol, other functions of the program through tables.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plait.errors import refuse_copy

if TYPE_CHECKING:
    from plait.kernel.native import NativeLibrary


def body_name(index: int) -> str:
    """The symbol of a function's body."""
    return f"plait_body_{index}"


def general_name(index: int) -> str:
    """The symbol of the general version of a function's body."""
    return f"plait_general_{index}"


def entry_name(index: int) -> str:
    """The symbol of a function's entry for the interpreter."""
    return f"plait_entry_{index}"


def loop_name(index: int) -> str:
    """The symbol of the entry at a loop."""
    return f"plait_loop_{index}"


@dataclass(frozen=True, slots=True)
class ObjectUnit:
    """Object code of some functions, loops and general versions (by index). `external` are the kernels it refers to."""

    functions: tuple[int, ...]
    loops: tuple[int, ...]
    generals: tuple[int, ...]
    external: tuple[str, ...]
    code: bytes


@dataclass(frozen=True, slots=True)
class LinkedUnit:
    """Code that can run: addresses by the index of the function or the loop. Dropping it frees the code."""

    __reduce__ = refuse_copy

    library: NativeLibrary
    bodies: dict[int, int]
    entries: dict[int, int]
    loops: dict[int, int]
    generals: dict[int, int]


def link_unit(unit: ObjectUnit, addresses: Mapping[str, int]) -> LinkedUnit:
    """Link object code. `addresses` gives the machine's kernels by symbol."""
    from plait.kernel.native import NativeLibrary

    names = [name(index) for index in unit.functions for name in (body_name, entry_name)]
    names += [loop_name(loop) for loop in unit.loops]
    names += [general_name(index) for index in unit.generals]
    library = NativeLibrary.load(unit.code, names, {symbol: addresses[symbol] for symbol in unit.external})
    return LinkedUnit(
        library,
        {index: library.address(body_name(index)) for index in unit.functions},
        {index: library.address(entry_name(index)) for index in unit.functions},
        {loop: library.address(loop_name(loop)) for loop in unit.loops},
        {index: library.address(general_name(index)) for index in unit.generals},
    )


def pack_units(units: Sequence[ObjectUnit]) -> bytes:
    """Units as bytes: a line of JSON, then the object codes."""
    head = [[unit.functions, unit.loops, unit.generals, unit.external, len(unit.code)] for unit in units]
    return json.dumps(head).encode() + b"\n" + b"".join(unit.code for unit in units)


def unpack_units(data: bytes) -> list[ObjectUnit]:
    """What `pack_units` has packed."""
    head, _, codes = data.partition(b"\n")
    units: list[ObjectUnit] = []
    place = 0
    for *parts, length in json.loads(head):
        functions, loops, generals, external = map(tuple, parts)
        units.append(ObjectUnit(functions, loops, generals, external, codes[place : place + length]))
        place += length
    return units
