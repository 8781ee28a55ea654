"""Values of a program to Python values: plain data in one pass, else by way of what the program says they are."""

from __future__ import annotations

import marshal
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from plait.errors import GuestError, LimitError
from plait.memory.fields import get_field
from plait.memory.layouts import DATA, Kind, ObjectHeader
from plait.memory.record_layouts import ENTRY_SIZE, RecordObject, Shape
from plait.memory.transfer_layouts import MAX_DEPTH, PATH_OFFSET, TRANSFER_OFFSET, Transfer, TransferStatus
from plait.vm.host.lowering import Place
from plait.vm.host.operations import Described, Serve
from plait.vm.host_memory import HostWriter
from plait.vm.values import read_string

if TYPE_CHECKING:
    from plait.vm.handles import GuestObject
    from plait.vm.host.bridge import Bridge
    from plait.vm.values import HostValue

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOST_ROUNDS = 40
"""How deep maps, sets and getters may be nested in each other."""


def fetch(bridge: Bridge, word: int, name: str, round_: int = 0) -> HostValue:
    """A copy of the value in Python; functions and what is no data come as handles.

    Raises `ValueError` for data in circles or nested too deep, and for keys that Python does not have; it says where.
    """
    if round_ > MOST_ROUNDS:
        raise ValueError(f"{name}: maps, sets and getters are nested more than {MOST_ROUNDS} deep, or in circles")
    value, special_count = _read(bridge, word, name)
    if special_count == 0:
        return value
    return _replace(bridge, value, name, round_)


def _read(bridge: Bridge, word: int, name: str) -> tuple[HostValue, int]:
    context, machine = bridge.context, bridge.vm.machine
    held = None
    room = 4096
    while True:
        size = machine.write_data(context, word)
        view = context.memory.view
        if size >= 0:
            top = context.get("heap_top")
            count = get_field(view, Transfer, TRANSFER_OFFSET, "special_count")
            return marshal.loads(view[top : top + size]), count
        if size != -TransferStatus.NEED_MEMORY:
            raise ValueError(_failure(bridge, word, name, TransferStatus(-size)))
        held = held or bridge.hold(word)
        room = max(4 * room, 2 * (context.get("heap_end") - context.get("heap_top")))
        if room > 2 * context.options.max_memory:
            raise LimitError("max_memory", f"{name} is too large to be copied in max_memory; ask for a handle")
        HostWriter(machine, context).reserve(min(room, context.options.max_memory // 2))
        word = bridge.word_of(held)


def _failure(bridge: Bridge, word: int, name: str, status: TransferStatus) -> str:
    """What has failed where, as the kernel has noted it."""
    context = bridge.context
    view = context.memory.view
    place = Place(None, name)
    count = get_field(view, Transfer, TRANSFER_OFFSET, "path_length")
    for index in reversed(range(count)):
        container = int.from_bytes(view[PATH_OFFSET + 8 * index : PATH_OFFSET + 8 * index + 4], "little")
        position = int.from_bytes(view[PATH_OFFSET + 8 * index + 4 : PATH_OFFSET + 8 * index + 8], "little")
        key: object = position
        if get_field(view, ObjectHeader, container, "kind") == Kind.RECORD:
            shape = get_field(view, RecordObject, container, "shape")
            entry = get_field(view, Shape, shape, "keys") + DATA + ENTRY_SIZE * position
            key = read_string(context, int.from_bytes(view[entry : entry + 4], "little"))
        place = Place(place, key)
    text = str(place)
    if len(text) > 120:
        text = f"{text[:60]}...{text[-40:]}"
    if status is TransferStatus.CIRCLE:
        return f"{text}: leads back to an object around it: data in circles cannot be copied; ask for a handle"
    return f"{text}: is nested more than {MAX_DEPTH} deep; ask for a handle"


def _replace(bridge: Bridge, value: HostValue, name: str, round_: int) -> HostValue:
    """Put what they are in the place of the complex numbers that stand for what is no plain data."""
    holder: list[Any] = [value]
    found: list[tuple[Any, Any, int, Place]] = []
    _find(holder, None, name, found, set())
    offsets = dict.fromkeys(int(offset) for _, _, offset, _ in found)
    # Nothing has been allocated since the offsets were written.
    handles = {offset: bridge.hold(offset) for offset in offsets}
    described = bridge.serve(Serve.DESCRIBE, list(handles.values()), copies=False)
    descriptions = fetch(bridge, bridge.word_of(described), name, round_ + 1)
    pairs = zip(offsets, descriptions, strict=True)
    parts = {offset: (description, handles[offset]) for offset, description in pairs}
    for container, key, offset, place in found:
        description, handle = parts[offset]
        container[key] = _value(description, handle, place)
    return holder[0]


def _find(
    container: Any, place: Place | None, name: str, found: list[tuple[Any, Any, int, Place]], seen: set[int]
) -> None:
    """Find the complex numbers in a list or dict; without a place it is the holder of what the name says."""
    if id(container) in seen:
        return
    seen.add(id(container))
    items = container.items() if isinstance(container, dict) else enumerate(container)
    for key, item in items:
        inner = Place(None, name) if place is None else Place(place, key)
        if type(item) is complex:
            found.append((container, key, int(item.imag), inner))
        elif type(item) is dict or type(item) is list:
            _find(item, inner, name, found, seen)


def _value(description: list[Any], handle: GuestObject, place: Place) -> HostValue:
    match description[0]:
        case Described.OBJECT | Described.LIST:
            return description[1]
        case Described.DATE:
            return _date(description[1], place)
        case Described.BYTES:
            _, data, start, length = description
            return data[start : start + length]
        case Described.MAP:
            return _checked(place, "a Map has keys", lambda: dict(description[1]))
        case Described.SET:
            return _checked(place, "a Set has elements", lambda: set(description[1]))
        case Described.ERROR:
            return guest_error(description, handle)
        case _:
            return handle


def _checked(place: Place, what: str, make: Any) -> HostValue:
    try:
        return make()
    except TypeError:
        raise ValueError(f"{place}: {what} that Python cannot hash, such as objects; ask for a handle") from None


def _date(milliseconds: float, place: Place) -> datetime | None:
    if milliseconds != milliseconds:
        return None
    try:
        return EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError:
        raise ValueError(f"{place}: a Date of {milliseconds:.0f} ms is outside of what a datetime can be") from None


def guest_error(description: list[Any], value: object) -> GuestError:
    """The exception for an Error that the program has described."""
    _, name, message, stack, properties, *cause = description
    lines = stack.split("\n    at ")[1:] if isinstance(stack, str) else []
    error = GuestError(name, message, lines, value)
    error.properties = properties
    if cause:
        set_cause(error, cause[0])
    return error


def set_cause(error: GuestError, cause: object) -> None:
    """Let an exception have what a program gave as the cause of an error."""
    if cause is not None and error.__cause__ is None:
        error.__cause__ = cause if isinstance(cause, BaseException) else GuestError("", str(cause), value=cause)
