"""The types of the language, as the checker sees them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias, assert_never

from plait.isa.value_types import BOOL, ERROR, F64, I32, STRING, ArrayType, TaskType, ValueType


class Simple(Enum):
    """Types without parts."""

    NUMBER = "number"
    INT = "int"
    BOOLEAN = "boolean"
    STRING = "string"
    VOID = "void"
    ERROR = "Error"
    UNKNOWN = "unknown"
    """What `catch` gives. At run time it is always an error."""
    INVALID = "(invalid)"
    """The type of something that was reported already; it goes with everything."""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class ArrayOf:
    """`element[]`."""

    element: Type

    def __str__(self) -> str:
        return f"{self.element}[]"


@dataclass(frozen=True, slots=True)
class PromiseOf:
    """`Promise<result>`."""

    result: Type

    def __str__(self) -> str:
        return f"Promise<{self.result}>"


Type: TypeAlias = Simple | ArrayOf | PromiseOf

NUMBER = Simple.NUMBER
INT = Simple.INT
BOOLEAN = Simple.BOOLEAN
TEXT = Simple.STRING
VOID = Simple.VOID
ERROR_OBJECT = Simple.ERROR
UNKNOWN = Simple.UNKNOWN
INVALID = Simple.INVALID


def is_numeric(type_: Type) -> bool:
    """Whether values of the type are numbers."""
    return type_ in (NUMBER, INT)


def has_invalid(type_: Type) -> bool:
    """Whether the type is, or contains, one that was reported already."""
    match type_:
        case ArrayOf(inner) | PromiseOf(inner):
            return has_invalid(inner)
        case Simple():
            return type_ is INVALID
    assert_never(type_)


def value_type(type_: Type) -> ValueType | None:
    """How values of the type are held in a module; None for `void`."""
    match type_:
        case Simple.NUMBER:
            return F64
        case Simple.INT:
            return I32
        case Simple.BOOLEAN:
            return BOOL
        case Simple.STRING:
            return STRING
        case Simple.ERROR | Simple.UNKNOWN:
            return ERROR
        case Simple.VOID:
            return None
        case Simple.INVALID:
            raise AssertionError("an invalid program is not lowered")
        case ArrayOf(element):
            return ArrayType(held(element))
        case PromiseOf(result):
            return TaskType(value_type(result))
    assert_never(type_)


def held(type_: Type) -> ValueType:
    """How values of the type are held; the type is not `void`."""
    result = value_type(type_)
    if result is None:
        raise AssertionError("void has no values")
    return result
