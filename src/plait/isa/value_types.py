"""The types of values in a module: what locals, stack positions, globals, fields, parameters and results hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias, assert_never


class Primitive(Enum):
    """Types whose values are not references. A `bool` slot holds the i32 0 or 1; `any` is one dynamic word."""

    __hash__ = object.__hash__  # That of `Enum` is a function of Python's, and these are keys everywhere.

    I32 = "i32"
    I64 = "i64"
    F64 = "f64"
    BOOL = "bool"
    ANY = "any"

    def __str__(self) -> str:
        return self.value


class Opaque(Enum):
    """Reference types without parameters."""

    STRING = "string"
    MUTEX = "mutex"

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


@dataclass(frozen=True, slots=True)
class CellType:
    """A box that holds one variable captured by closures."""

    content: ValueType

    def __str__(self) -> str:
        return f"cell({self.content})"


@dataclass(frozen=True, slots=True)
class ChannelType:
    """A channel that carries values of one type from task to task."""

    element: ValueType

    def __str__(self) -> str:
        return f"channel({self.element})"


@dataclass(frozen=True, slots=True)
class ObjectType:
    """An object of a class or one that inherits from it. `class_id` counts the built-in classes too."""

    class_id: int

    def __str__(self) -> str:
        return f"object({self.class_id})"


@dataclass(frozen=True, slots=True)
class InterfaceType:
    """An object of any class that implements the interface (an index into the module's interfaces)."""

    interface: int

    def __str__(self) -> str:
        return f"interface({self.interface})"


@dataclass(frozen=True, slots=True)
class TupleType:
    """A fixed number of values, each with its own type."""

    elements: tuple[ValueType, ...]

    def __str__(self) -> str:
        return f"tuple({' '.join(map(str, self.elements))})"


@dataclass(frozen=True, slots=True)
class ClosureType:
    """A function as a value: what it takes and gives (None for nothing)."""

    parameters: tuple[ValueType, ...]
    result: ValueType | None

    def __str__(self) -> str:
        parts = [*map(str, self.parameters), "->", "void" if self.result is None else str(self.result)]
        return f"closure({' '.join(parts)})"


ValueType: TypeAlias = (
    Primitive
    | Opaque
    | ArrayType
    | TaskType
    | CellType
    | ChannelType
    | ObjectType
    | InterfaceType
    | TupleType
    | ClosureType
)

I32 = Primitive.I32
I64 = Primitive.I64
F64 = Primitive.F64
BOOL = Primitive.BOOL
ANY = Primitive.ANY
STRING = Opaque.STRING
MUTEX = Opaque.MUTEX


GENERAL_ARGUMENTS = 4
"""How many arguments of a call by the general signature are parameters of their own."""

GENERAL_CLOSURE = ClosureType((ANY,) * (1 + GENERAL_ARGUMENTS) + (ArrayType(ANY), I32), ANY)
"""Function values of programs that are compiled by flow: they take `this`, some arguments (undefined where fewer are
given), the array of those behind them (null if there are none), and how many were given.
"""


def is_reference(value_type: ValueType) -> bool:
    """Whether values of the type are references to heap objects (or null)."""
    return not isinstance(value_type, Primitive)


def is_traced(value_type: ValueType) -> bool:
    """Whether values of the type can lead to heap objects: references, and `any` words."""
    return is_reference(value_type) or value_type is ANY


def spell_type(value_type: ValueType, class_name: Callable[[int], str], interface_name: Callable[[int], str]) -> str:
    """The type as `str` gives it, but with what the functions give for the numbers of classes and interfaces."""

    def spell(part: ValueType | None) -> str:
        match part:
            case None:
                return "void"
            case Primitive() | Opaque():
                return str(part)
            case ObjectType(number):
                return f"object({class_name(number)})"
            case InterfaceType(number):
                return f"interface({interface_name(number)})"
            case ArrayType(inner):
                return f"array({spell(inner)})"
            case CellType(inner):
                return f"cell({spell(inner)})"
            case ChannelType(inner):
                return f"channel({spell(inner)})"
            case TaskType(result):
                return f"task({spell(result)})"
            case TupleType(elements):
                return f"tuple({' '.join(map(spell, elements))})"
            case ClosureType(parameters, result):
                return f"closure({' '.join([*map(spell, parameters), '->', spell(result)])})"
            case _:
                assert_never(part)

    return spell(value_type)


class TypeSyntaxError(ValueError):
    """A text that is not a type."""


MAX_TYPE_DEPTH = 32

_SIMPLE_TYPES: dict[str, ValueType] = {item.value: item for family in (Primitive, Opaque) for item in family}
_KNOWN = (
    f"{' '.join(_SIMPLE_TYPES)} array(T) task(T) task(void) cell(T) channel(T) object(N) interface(N) tuple(T ...) "
    "closure(T ... -> T)"
)


def parse_type(text: str) -> ValueType:
    """The type spelled `text` (as `str` of a type gives it). Raises `TypeSyntaxError`."""
    words = text.replace("(", " ( ").replace(")", " ) ").replace("->", " -> ").split()
    value_type, end = _parse(words, 0, 0)
    if end != len(words):
        raise TypeSyntaxError(f"{words[end]!r} follows the type {value_type}")
    return value_type


def _parse(words: list[str], position: int, depth: int) -> tuple[ValueType, int]:
    """The type that begins at a position, and the position behind it."""
    if depth > MAX_TYPE_DEPTH:
        raise TypeSyntaxError(f"a type nested more than {MAX_TYPE_DEPTH} deep")
    word = words[position] if position < len(words) else ""
    simple = _SIMPLE_TYPES.get(word)
    if simple is not None:
        return simple, position + 1
    if position + 1 >= len(words) or words[position + 1] != "(":
        raise TypeSyntaxError(f"no such type: {word!r} (known: {_KNOWN})")
    parts, position = _parse_parts(words, position + 2, depth)
    return _build(word, parts), position


def _parse_parts(words: list[str], position: int, depth: int) -> tuple[list[ValueType | str], int]:
    """What stands between the parentheses, and the position behind the closing one."""
    parts: list[ValueType | str] = []
    while position < len(words) and words[position] != ")":
        if words[position] in ("->", "void") or _is_number(words[position]):
            parts.append(words[position])
            position += 1
        else:
            part, position = _parse(words, position, depth + 1)
            parts.append(part)
    if position == len(words):
        raise TypeSyntaxError("a closing parenthesis is missing")
    return parts, position + 1


def _is_number(word: str) -> bool:
    """Whether the word can be the number of a class or interface."""
    return word.isascii() and word.isdecimal() and len(word) <= 9


def _build(word: str, parts: list[ValueType | str]) -> ValueType:
    match word, parts:
        case "task", ["void"]:
            return TaskType(None)
        case ("object", [str(number)]) if _is_number(number):
            return ObjectType(int(number))
        case ("interface", [str(number)]) if _is_number(number):
            return InterfaceType(int(number))
        case "closure", [*parameters, "->", result] if not any(isinstance(part, str) for part in parameters):
            if result == "void" or not isinstance(result, str):
                types = tuple(part for part in parameters if not isinstance(part, str))
                return ClosureType(types, None if isinstance(result, str) else result)
        case "tuple", _:
            types = tuple(part for part in parts if not isinstance(part, str))
            if types and len(types) == len(parts):
                return TupleType(types)
        case "array", [part] if not isinstance(part, str):
            return ArrayType(part)
        case "task", [part] if not isinstance(part, str):
            return TaskType(part)
        case "cell", [part] if not isinstance(part, str):
            return CellType(part)
        case "channel", [part] if not isinstance(part, str):
            return ChannelType(part)
        case _:
            pass
    spelled = " ".join(map(str, parts))
    raise TypeSyntaxError(f"no such type: {word}({spelled}) (known: {_KNOWN})")
