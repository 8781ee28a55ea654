"""The types of the language, as the checker sees them. How values of a type are held: `check/held.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias, assert_never

from plait.frontend.check.members import ClassInfo, EnumInfo, Shape
from plait.isa.builtin_classes import BUILTIN_CLASSES, BuiltinClass


class Simple(Enum):
    """Types without parts."""

    NUMBER = "number"
    INT = "int"
    BOOLEAN = "boolean"
    STRING = "string"
    NULL = "null"
    UNDEFINED = "undefined"
    VOID = "void"
    UNKNOWN = "unknown"
    """Any value at all; also what `catch` gives."""
    NEVER = "never"
    """No value: what is left when narrowing has excluded everything."""
    INVALID = "(invalid)"
    """The type of something that was reported already; it goes with everything."""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class ArrayOf:
    """`element[]`."""

    element: Type

    def __str__(self) -> str:
        is_simple = not isinstance(self.element, UnionOf | FunctionOf)
        return f"{self.element}[]" if is_simple else f"({self.element})[]"


@dataclass(frozen=True, slots=True)
class PromiseOf:
    """`Promise<result>`."""

    result: Type

    def __str__(self) -> str:
        return f"Promise<{self.result}>"


@dataclass(frozen=True, slots=True)
class TupleOf:
    """`[A, B]`: a fixed number of values."""

    elements: tuple[Type, ...]

    def __str__(self) -> str:
        return f"[{', '.join(map(str, self.elements))}]"


@dataclass(frozen=True, slots=True)
class ChannelOf:
    """`Channel<element>`."""

    element: Type

    def __str__(self) -> str:
        return f"Channel<{self.element}>"


class Lock(Enum):
    """The type `Mutex`."""

    MUTEX = "Mutex"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class ClassOf:
    """An object of a class, or of one that inherits from it."""

    info: ClassInfo

    def __str__(self) -> str:
        return self.info.name


@dataclass(frozen=True, slots=True)
class ObjectOf:
    """An object with certain members: an interface or object type. Two that are alike need not be equal."""

    shape: Shape

    def __str__(self) -> str:
        return str(self.shape)


@dataclass(frozen=True, slots=True)
class EnumOf:
    """A value of an enum."""

    info: EnumInfo

    def __str__(self) -> str:
        return self.info.name


@dataclass(frozen=True, slots=True)
class FunctionOf:
    """A function as a value, and the type of a method.

    Of the parameters the last `optional` may be left out: their types include undefined. `rest` is the element type of
    a rest parameter behind them.
    """

    parameters: tuple[Type, ...]
    result: Type
    optional: int = 0
    rest: Type | None = None

    def __str__(self) -> str:
        required = len(self.parameters) - self.optional
        parts = [f"p{index + 1}{'?' * (index >= required)}: {type_}" for index, type_ in enumerate(self.parameters)]
        if self.rest is not None:
            parts.append(f"...rest: {ArrayOf(self.rest)}")
        return f"({', '.join(parts)}) => {self.result}"


@dataclass(frozen=True, slots=True, eq=False)
class UnionOf:
    """One of several types, none of them a union; equal in any order. Made by `union`."""

    members: tuple[Type, ...]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UnionOf) and set(self.members) == set(other.members)

    def __hash__(self) -> int:
        return hash(frozenset(self.members))

    def __str__(self) -> str:
        return " | ".join(f"({member})" if isinstance(member, FunctionOf) else str(member) for member in self.members)


Type: TypeAlias = (
    Simple | ArrayOf | PromiseOf | TupleOf | ChannelOf | Lock | ClassOf | ObjectOf | EnumOf | FunctionOf | UnionOf
)

NUMBER = Simple.NUMBER
INT = Simple.INT
BOOLEAN = Simple.BOOLEAN
TEXT = Simple.STRING
NULL = Simple.NULL
UNDEFINED = Simple.UNDEFINED
VOID = Simple.VOID
UNKNOWN = Simple.UNKNOWN
NEVER = Simple.NEVER
INVALID = Simple.INVALID
MUTEX = Lock.MUTEX

NULLISH: Final = (NULL, UNDEFINED)


def _builtin_classes() -> dict[str, ClassInfo]:
    found: dict[BuiltinClass, ClassInfo] = {}
    for number, definition in BUILTIN_CLASSES.items():
        base = None if definition.base is None else found[definition.base]
        found[number] = ClassInfo(definition.name, None, number=int(number), base=base)
    return {info.name: info for info in found.values()}


BUILTIN_ERRORS: Final = _builtin_classes()
"""The built-in classes of errors by name; their members are in `check/errors.py`."""

ERROR_OBJECT: Final = ClassOf(BUILTIN_ERRORS["Error"])


def members_of(type_: Type) -> tuple[Type, ...]:
    """The members of a union, or the type alone."""
    match type_:
        case UnionOf(members):
            return members
        case Simple.NEVER:
            return ()
        case _:
            return (type_,)


def union(types: Iterable[Type]) -> Type:
    """The type of a value that has one of the types. An int beside a number is a number."""
    found: dict[Type, None] = {}
    for type_ in types:
        found.update(dict.fromkeys(members_of(type_)))
    if INVALID in found:
        return INVALID
    if UNKNOWN in found:
        return UNKNOWN
    if NUMBER in found:
        found.pop(INT, None)
    members = tuple(found)
    if not members:
        return NEVER
    return members[0] if len(members) == 1 else UnionOf(members)


def without_nullish(type_: Type) -> Type:
    """The type without null and undefined."""
    return union(member for member in members_of(type_) if member not in NULLISH)


def is_nullish(type_: Type) -> bool:
    """Whether the type holds nothing but null and undefined."""
    return type_ is not NEVER and all(member in NULLISH for member in members_of(type_))


def is_numeric(type_: Type) -> bool:
    """Whether values of the type are numbers."""
    return type_ in (NUMBER, INT) or (isinstance(type_, EnumOf) and not type_.info.is_text)


def plain(type_: Type) -> Type:
    """The type of the values of an enum; any other type itself."""
    if not isinstance(type_, EnumOf):
        return type_
    return TEXT if type_.info.is_text else NUMBER


def parts(type_: Type) -> Iterator[Type]:
    """The types inside, one level down; those of members of classes and object types are not among them."""
    match type_:
        case ArrayOf(inner) | PromiseOf(inner) | ChannelOf(inner):
            yield inner
        case UnionOf(members) | TupleOf(members):
            yield from members
        case FunctionOf(parameters, result, _, rest):
            yield from parameters
            yield result
            if rest is not None:
                yield rest
        case Simple() | ClassOf() | ObjectOf() | EnumOf() | Lock():
            return
        case _:
            assert_never(type_)


def has_invalid(type_: Type) -> bool:
    """Whether the type is, or contains, one that was reported already."""
    return type_ is INVALID or any(map(has_invalid, parts(type_)))
