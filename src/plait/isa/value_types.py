"""The types of values in a module: what locals, stack positions, globals, parameters and results hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


class Primitive(Enum):
    """Types whose values are not references. A `bool` slot holds the i32 0 or 1."""

    I32 = "i32"
    I64 = "i64"
    F64 = "f64"
    BOOL = "bool"

    def __str__(self) -> str:
        return self.value


class Opaque(Enum):
    """Reference types without parameters."""

    STRING = "string"
    ERROR = "error"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class ArrayType:
    """A growable array; all elements have the type `element`."""

    element: ValueType

    def __str__(self) -> str:
        return f"array({self.element})"


@dataclass(frozen=True, slots=True)
class TaskType:
    """A task; `result` is the type of the value that awaiting it gives, or None when it gives none."""

    result: ValueType | None

    def __str__(self) -> str:
        return f"task({'void' if self.result is None else self.result})"


ValueType: TypeAlias = Primitive | Opaque | ArrayType | TaskType

I32 = Primitive.I32
I64 = Primitive.I64
F64 = Primitive.F64
BOOL = Primitive.BOOL
STRING = Opaque.STRING
ERROR = Opaque.ERROR


def is_reference(value_type: ValueType) -> bool:
    """Whether values of the type are references to heap objects."""
    return not isinstance(value_type, Primitive)


class TypeSyntaxError(ValueError):
    """A text that is not a type."""


MAX_TYPE_DEPTH = 32

_SIMPLE_TYPES: dict[str, ValueType] = {item.value: item for family in (Primitive, Opaque) for item in family}


def parse_type(text: str) -> ValueType:
    """The type spelled `text` (as `str` of a type gives it). Raises `TypeSyntaxError`."""
    return _parse(text.strip(), 0)


def _parse(text: str, depth: int) -> ValueType:
    if depth > MAX_TYPE_DEPTH:
        raise TypeSyntaxError(f"a type nested more than {MAX_TYPE_DEPTH} deep")
    simple = _SIMPLE_TYPES.get(text)
    if simple is not None:
        return simple
    if text.startswith("array(") and text.endswith(")"):
        return ArrayType(_parse(text[6:-1].strip(), depth + 1))
    if text.startswith("task(") and text.endswith(")"):
        inner = text[5:-1].strip()
        return TaskType(None if inner == "void" else _parse(inner, depth + 1))
    raise TypeSyntaxError(f"no such type: {text!r} (known: i32 i64 f64 bool string error array(T) task(T) task(void))")
