"""The one table of library functions that `NATIVE_CALL` reaches, by id. An id's high byte names its range."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from plait.isa.instruction import Flags, Meaning, NativeFunction, parse_effect


class NativeRange(IntEnum):
    """The high byte of a native id: what the function is about."""

    OBJECT = 0x00
    ARRAY = 0x01
    STRING = 0x02
    MUTEX = 0x03
    CONSOLE = 0x04
    TASK = 0x05
    CHANNEL = 0x06
    MAP = 0x07
    SET = 0x08
    NUMBER = 0x09
    MATH = 0x0A
    JSON = 0x0B
    DATE = 0x0C
    REGEXP = 0x0D
    BYTES = 0x0E
    ERROR = 0x0F
    VALUE = 0x10
    RECORD = 0x11
    PROPERTY = 0x12
    LIST = 0x13
    SYMBOL = 0x14
    DYNAMIC = 0x15
    COROUTINE = 0x16
    RANDOM = 0x17
    BIGINT = 0x18


NATIVES: dict[int, NativeFunction] = {}
"""All library functions by id."""

BY_NAME: dict[str, NativeFunction] = {}
"""All library functions by name ("console.log")."""


def native(
    range_: NativeRange,
    number: int,
    name: str,
    effect: str,
    *,
    fuel: int = 8,
    flags: Flags = Flags.NONE,
    usual: Callable[..., object] | None = None,
    learns: Callable[..., object] | None = None,
) -> Callable[[Meaning], Meaning]:
    """Register the decorated kernel as library function `number` of the range, `usual` as its usual case, and `learns`
    as what its site learns by.

    Conventions are those of `isa.instruction`.
    """

    def register(meaning: Meaning) -> Meaning:
        native_id = range_ << 8 | number
        if native_id in NATIVES or name in BY_NAME:
            raise ValueError(f"native function {name} (0x{native_id:04x}) is defined twice")
        summary = (getattr(meaning, "__doc__", None) or "").strip()
        NATIVES[native_id] = BY_NAME[name] = NativeFunction(
            native_id, name, parse_effect(effect), fuel, flags, meaning, summary, usual=usual, learns=learns
        )
        return meaning

    return register
