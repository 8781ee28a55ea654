"""How values are held: raw where the flow of values proves what they are, as words everywhere else."""

from __future__ import annotations

from enum import Enum
from typing import Final

from plait.isa.value_types import (
    ANY,
    BOOL,
    F64,
    GENERAL_ARGUMENTS,
    GENERAL_CLOSURE,
    I32,
    I64,
    STRING,
    ArrayType,
    ValueType,
)


class Held(Enum):
    """How a value is held."""

    __hash__ = object.__hash__  # That of `Enum` is a function of Python's, and these are keys everywhere.

    NUMBER = "number"
    BOOLEAN = "boolean"
    STRING = "string"
    LIST = "list"
    FUNCTION = "function"
    WORD = "word"
    INT = "int"
    """An i32: a number of the type `int`, which is checked where it comes to be one."""
    LONG = "long"
    """An i64: a bigint of the type `long`."""
    INTEGER = "integer"
    """An i32: what natives give and take. Variables hold numbers as NUMBER."""


LIST_TYPE: Final = ArrayType(ANY)
GENERAL: Final = GENERAL_CLOSURE
GENERAL_PARAMETERS: Final = GENERAL.parameters
DIRECT_ARGUMENTS: Final = GENERAL_ARGUMENTS

CONSTRUCTION: Final = -(2**31)
"""What `new` and `super(...)` add to the number of the arguments: constructors tell by its sign how they are called."""

MACHINE: Final[dict[Held, ValueType]] = {
    Held.NUMBER: F64,
    Held.BOOLEAN: BOOL,
    Held.STRING: STRING,
    Held.LIST: LIST_TYPE,
    Held.FUNCTION: GENERAL,
    Held.WORD: ANY,
    Held.INT: I32,
    Held.LONG: I64,
    Held.INTEGER: I32,
}
"""The machine's type of what is held so."""

HELD: Final[dict[ValueType, Held]] = {
    value_type: held for held, value_type in MACHINE.items() if held not in (Held.INT, Held.LONG)
}
"""How natives hold what they give and take."""

NUMERIC: Final = frozenset({Held.NUMBER, Held.INT, Held.INTEGER})
"""How numbers are held."""

BOXES: Final[dict[Held, str]] = {
    Held.NUMBER: "BOX_F64",
    Held.BOOLEAN: "BOX_BOOL",
    Held.STRING: "BOX_REF",
    Held.LIST: "BOX_REF",
    Held.FUNCTION: "BOX_REF",
    Held.INT: "BOX_I32",
    Held.LONG: "BOX_I64",
    Held.INTEGER: "BOX_I32",
}
"""The instruction that makes a word of what is held so."""


def join(one: Held | None, other: Held | None) -> Held | None:
    """How a place is held into which values held in two ways flow; None is no value yet."""
    if one is None or one is other:
        return other
    if other is None:
        return one
    if one in NUMERIC and other in NUMERIC:
        return Held.NUMBER
    return Held.WORD
