"""Python values to values of a program: as plain data in one pass, else by way of descriptions that it revives."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING

from plait.errors import LimitError
from plait.memory.fields import get_field
from plait.memory.layouts import DATA, ArrayObject, Store
from plait.memory.transfer_layouts import SLACK, TransferStatus
from plait.vm.host.lowering import Place
from plait.vm.host.operations import Serve
from plait.vm.host_memory import HostWriter
from plait.vm.values import read_u64

if TYPE_CHECKING:
    from plait.vm.handles import GuestObject
    from plait.vm.host.bridge import Bridge
    from plait.vm.values import HostValue

FORM = 4
"""The version of the form of `marshal` that the kernels know."""


def send(bridge: Bridge, value: HostValue, name: object) -> GuestObject:
    """A handle of the value in the program; `name` is how messages call it.

    Raises `TypeError`, `ValueError` or `OverflowError` for what no program can have, and says where in the value it is.
    """
    try:
        data = marshal.dumps([value], FORM)
    except ValueError:
        return _send_lowered(bridge, value, name)
    word = _read(bridge, data, False)
    if word < 0:
        return _send_lowered(bridge, value, name)
    return bridge.hold(_element(bridge, word, 0))


def _send_lowered(bridge: Bridge, value: HostValue, name: object) -> GuestObject:
    lowered = bridge.lowering().lower(value, Place(None, name))
    word = _read(bridge, marshal.dumps([lowered], FORM), True)
    assert word > 0, "what has been lowered is plain"
    root, specials = bridge.hold(_element(bridge, word, 0)), bridge.hold(_element(bridge, word, 1))
    if _length(bridge, bridge.word_of(specials)) == 0:
        return bridge.hold(_element(bridge, bridge.word_of(root), 0))
    revived = bridge.serve(Serve.REVIVE, root, specials, bridge.classes(), copies=False)
    return bridge.hold(bridge.word_of(revived))


def _read(bridge: Bridge, data: bytes, is_described: bool) -> int:
    """The word that the kernel makes of data; a `TransferStatus` below zero for what it does not know."""
    context, machine = bridge.context, bridge.vm.machine
    writer = HostWriter(machine, context)
    size = len(data)
    taken = (size + 7 & ~7) + SLACK
    room = 4 * size + 4096
    while True:
        writer.reserve(taken + room)
        place = context.get("heap_end") - taken
        context.memory.view[place : place + size] = data
        word = machine.read_data(context, size, is_described)
        if word != -TransferStatus.NEED_MEMORY:
            return word
        if room > context.options.max_memory:
            raise LimitError("max_memory", f"the values do not fit max_memory ({context.options.max_memory} bytes)")
        room *= 4


def _element(bridge: Bridge, array: int, index: int) -> int:
    view = bridge.context.memory.view
    return read_u64(view, get_field(view, ArrayObject, array, "store") + DATA + 8 * index)


def _length(bridge: Bridge, array: int) -> int:
    view = bridge.context.memory.view
    return get_field(view, Store, get_field(view, ArrayObject, array, "store"), "length")
