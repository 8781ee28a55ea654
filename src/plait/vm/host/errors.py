"""What a program has thrown, as Python's exceptions: with its content, its cause, and what stands behind that."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from plait.errors import GuestError, PlaitError
from plait.memory.fields import get_field
from plait.memory.layouts import FIRST_NUMBER, FIRST_REFERENCE, ErrorObject
from plait.vm.host.fetching import fetch, set_cause
from plait.vm.host.operations import Serve
from plait.vm.values import is_error

if TYPE_CHECKING:
    from plait.vm.host.bridge import Bridge
    from plait.vm.values import HostValue

MASK = (1 << 64) - 1


def complete_error(bridge: Bridge, error: GuestError, word: int) -> GuestError:
    """Add to an exception what only the program can tell: cause and properties of an error, the text of an object.

    What the program itself throws while it is asked is left out.
    """
    if bridge.is_describing or not FIRST_REFERENCE <= word < FIRST_NUMBER:
        return error
    bridge.is_describing = True
    try:
        with suppress(PlaitError, ValueError):
            _complete(bridge, error, word)
    finally:
        bridge.is_describing = False
    return error


def _complete(bridge: Bridge, error: GuestError, word: int) -> None:
    if not is_error(bridge.context, word):
        _describe(error, str(bridge.serve(Serve.TEXT, bridge.hold(word), copies=True)))
        return
    record = get_field(bridge.context.memory.view, ErrorObject, word, "cause") & MASK
    if FIRST_REFERENCE <= record < FIRST_NUMBER:
        description = bridge.serve(Serve.DESCRIBE, [bridge.hold(record)], copies=True)
        _, name, message, _, properties, *cause = description[0]
        error.name, error.message, error.properties = name, message, properties
        error.args = (": ".join(part for part in (name, message) if part),)
        if cause:
            set_cause(error, cause[0])


def _describe(error: GuestError, text: str) -> None:
    error.message = text
    error.args = (text,)


def thrown_value(bridge: Bridge, word: int) -> HostValue:
    """What was thrown: a copy of data, a handle of an error and of what cannot be copied."""
    if not FIRST_REFERENCE <= word < FIRST_NUMBER or not (is_error(bridge.context, word) or bridge.context.runs > 1):
        held: Any = bridge.hold(word)
        with suppress(ValueError, PlaitError):
            return fetch(bridge, word, "what was thrown")
        return held
    return bridge.hold(word)
