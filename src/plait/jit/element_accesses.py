"""Which accesses of a function to typed arrays probably meet the same array, so that they share what is known of it.

An array is told by where it comes from: a slot, a global, what is captured, a property of such a thing by its name.
Nothing depends on that but speed: whoever uses what is known looks whether it is of this array.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from plait.isa.instruction import Instruction, NativeFunction
from plait.jit.slots import written_slot
from plait.memory.byte_layouts import BIG_ENDIAN, Element
from plait.prepare.operations import Alternative, Compute, Control, entry_name
from plait.prepare.prepared import PreparedFunction, PreparedInstruction

MAX_VIEWS: Final = 16
"""Of how many arrays something is kept in a function: each is three values in registers."""

MAX_DEPTH: Final = 4
"""How many properties an array is followed through."""

FORMS: Final[dict[int, int]] = {
    element | order: element
    for element in Element
    if element <= Element.FLOAT64 and element not in (Element.FLOAT16, Element.CLAMPED)
    for order in (0, BIG_ENDIAN)
}
"""What is read and written of a `DataView` without a call, with the element of each (`native.data_views`)."""

Origin: TypeAlias = "tuple[object, ...]"


@dataclass(frozen=True, slots=True)
class Access:
    """An access to the elements of a typed array whose kind is expected, or the question how many it has.

    `view` is what is known of the array, None if nothing is kept. `form` says what is read or written of a `DataView`,
    whose element is ANY.
    """

    element: int
    view: View | None
    form: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """What is known of an array, by its number. It is what stands in a slot, or any whose word has to be compared."""

    number: int
    slot: int | None


@dataclass(frozen=True, slots=True)
class Accesses:
    """The accesses of a function by the index of their instruction, and of how many arrays something is kept."""

    by_index: dict[int, Access]
    views: tuple[View, ...]


def find_accesses(function: PreparedFunction) -> Accesses:
    """The accesses of a function."""
    found = list(_found(function))
    elements: dict[Origin, int] = {}
    for _, origin, element, _ in found:
        if element is not None and (origin in elements or len(elements) < MAX_VIEWS):
            elements.setdefault(origin, element)
    views = {origin: View(number, _slot(origin)) for number, origin in enumerate(elements)}
    by_index: dict[int, Access] = {}
    for index, origin, element, form in found:
        expected = elements.get(origin) if element is None else element
        if expected is not None:
            by_index[index] = Access(expected, views[origin] if elements.get(origin) == expected else None, form)
    return Accesses(by_index, tuple(views.values()))


def _slot(origin: Origin) -> int | None:
    match origin:
        case ("slot", int(slot)):
            return slot
        case _:
            return None


def _found(function: PreparedFunction) -> Iterator[tuple[int, Origin, int | None, int]]:
    """Each access, with where its array comes from, the kind of elements that is expected, if one is, and the form."""
    origins: dict[int, Origin] = {}
    constants: dict[int, int] = {}
    jumps = {item.target for item in function.instructions} | {item.target for item in function.handlers}
    for index, item in enumerate(function.instructions):
        if index in jumps:
            constants.clear()
        entry = _entry(item)
        match "" if entry is None else entry_name(entry):
            case "view.get":
                element = _constant(item, 3, constants)
                if element is not None and 0 <= element <= Element.FLOAT64:
                    yield index, _origin(origins, item.slots[1]), element, 0
            case "view.set":
                element = constants.get(item.slots[4])
                if element is not None and 0 <= element <= Element.FLOAT64:
                    yield index, _origin(origins, item.slots[1]), element, 0
            case "data.get":
                form = _constant(item, 3, constants)
                if form is not None and form in FORMS:
                    yield index, _origin(origins, item.slots[1]), Element.ANY, form
            case "data.set":
                form = constants.get(item.slots[4])
                if form is not None and form in FORMS:
                    yield index, _origin(origins, item.slots[1]), Element.ANY, form
            case "data.isView" if isinstance(item.operation.kind, Compute):
                yield index, _origin(origins, item.slots[1]), Element.ANY, 0
            case "value.length" if isinstance(item.operation.kind, Alternative):
                yield index, _origin(origins, item.slots[1]), None, 0
            case _:
                pass
        _note(origins, constants, item)


def _constant(item: PreparedInstruction, position: int, constants: dict[int, int]) -> int | None:
    """What an operand says, if that is a constant."""
    kind = item.operation.kind
    assert isinstance(kind, Compute)
    element = item.immediate if kind.constant == position - 1 else None
    if kind.constant is None:
        element = constants.get(item.slots[position])
    return element


def _note(origins: dict[int, Origin], constants: dict[int, int], item: PreparedInstruction) -> None:
    """What an instruction writes."""
    slot = written_slot(item)
    if slot is None:
        return
    constants.pop(slot, None)
    origin = _origin_of_result(origins, item)
    if item.operation.kind is Control.CONSTANT:
        constants[slot] = item.immediate
    if origin is None or len(origin) > MAX_DEPTH:
        origins.pop(slot, None)
    else:
        origins[slot] = origin


def _origin_of_result(origins: dict[int, Origin], item: PreparedInstruction) -> Origin | None:
    entry = _entry(item)
    match item.operation.kind:
        case Control.MOVE:
            return origins.get(item.slots[1])
        case Control.LOAD_GLOBAL:
            return "global", item.immediate
        case Control.CONSTANT_STRING:
            return "string", item.immediate
        case _ if entry is None:
            return None
    match entry_name(entry):
        case "closure.captured":
            return "captured", item.immediate
        case "CELL_GET":
            return (*_origin(origins, item.slots[1]), "cell")
        case "property.get" if len(item.slots) > 2:
            return (*_origin(origins, item.slots[1]), _origin(origins, item.slots[2]))
        case _:
            return None


def _origin(origins: dict[int, Origin], slot: int) -> Origin:
    return origins.get(slot, ("slot", slot))


def _entry(item: PreparedInstruction) -> Instruction | NativeFunction | None:
    match item.operation.kind:
        case Compute(entry=entry) | Alternative(entry=entry):
            return entry
        case _:
            return None
