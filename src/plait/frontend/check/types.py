"""The types of the language, as the checker sees them. How values of a type are held: `check/held.py`.

Types with the same parts are the same object within a compilation, unions with the same members equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final, NamedTuple, TypeAlias, assert_never

from plait.bytecode.type_codes import MAX_TYPE_SIZE
from plait.frontend.check.members import ClassInfo, EnumInfo, Shape
from plait.frontend.check.spelling import spell
from plait.frontend.codes import Code
from plait.frontend.compilation import TooMuchError, current
from plait.isa.builtin_classes import BUILTIN_CLASSES, BuiltinClass
from plait.isa.value_types import MAX_TYPE_DEPTH

DEEPEST: Final = MAX_TYPE_DEPTH - 1
"""How deep types may be nested: the machine has one level more for the cell that holds a captured variable."""


WIDEST: Final = 900
"""How many parameters or elements a function or tuple has at most: with the variables of a function, they have to find
place in its frame.
"""


class Extent(NamedTuple):
    """How deep a type is nested, how many bytes the machine's type takes in a module at most, and whether one of its
    parts was reported already."""

    depth: int
    size: int
    has_invalid: bool


class Interned(type):
    """The classes of types: of what is made with the same parts, there is one object in a compilation."""

    def __call__(cls, *arguments: Any, **named: Any) -> Any:
        made = super().__call__(*arguments, **named)
        known = current().types
        key = (cls, *(getattr(made, name) for name in cls.__match_args__))  # type: ignore[attr-defined]
        found = known.get(key)
        if found is None:
            object.__setattr__(made, "extent", _extent(made))
            found = known[key] = made
        return found


def _extent(type_: Type) -> Extent:
    """The extent of a type in the making. Raises `TooMuchError` if no module can hold it."""
    inside = [_leaf(part) if isinstance(part, Simple | Lock) else part.extent for part in parts(type_)]
    current().spend(1 + len(inside))
    if isinstance(type_, FunctionOf | TupleOf) and len(inside) > WIDEST:
        what = (
            "a function has at most {} parameters"
            if isinstance(type_, FunctionOf)
            else "a tuple has at most {} elements"
        )
        raise TooMuchError(Code.TOO_LARGE, current().place, what.format(WIDEST), "use an array")
    is_union = isinstance(type_, UnionOf)
    depth = max((part.depth for part in inside), default=0) + (bool(inside) and not is_union)
    sizes = [part.size for part in inside]
    size = max(sizes) if is_union else _OWN_SIZE + sum(sizes)
    if depth > DEEPEST or size > MAX_TYPE_SIZE:
        what = f"nested more than {DEEPEST} deep" if depth > DEEPEST else "made of too many others for a module"
        raise TooMuchError(
            Code.TOO_LARGE,
            current().place,
            f"a type is {what}",
            "declare an interface or a class for what is inside of it",
        )
    return Extent(depth, size, any(part.has_invalid for part in inside))


def _leaf(type_: Simple | Lock) -> Extent:
    return Extent(0, 1, type_ is Simple.INVALID)


_OWN_SIZE: Final = 3
"""Bytes that say what a type is and how many parts it has, or the number of a class."""


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


@dataclass(frozen=True, slots=True, eq=False)
class ArrayOf(metaclass=Interned):
    """`element[]`."""

    element: Type
    extent: Extent = field(init=False, repr=False)

    def __str__(self) -> str:
        return spell(self)


@dataclass(frozen=True, slots=True, eq=False)
class PromiseOf(metaclass=Interned):
    """`Promise<result>`."""

    result: Type
    extent: Extent = field(init=False, repr=False)

    def __str__(self) -> str:
        return spell(self)


@dataclass(frozen=True, slots=True, eq=False)
class TupleOf(metaclass=Interned):
    """`[A, B]`: a fixed number of values."""

    elements: tuple[Type, ...]
    extent: Extent = field(init=False, repr=False)

    def __str__(self) -> str:
        return spell(self)


@dataclass(frozen=True, slots=True, eq=False)
class ChannelOf(metaclass=Interned):
    """`Channel<element>`."""

    element: Type
    extent: Extent = field(init=False, repr=False)

    def __str__(self) -> str:
        return spell(self)


class Lock(Enum):
    """The type `Mutex`."""

    MUTEX = "Mutex"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True, eq=False)
class ClassOf(metaclass=Interned):
    """An object of a class, or of one that inherits from it."""

    info: ClassInfo
    extent: Extent = field(init=False, repr=False)

    def __str__(self) -> str:
        return spell(self)


@dataclass(frozen=True, slots=True, eq=False)
class ObjectOf(metaclass=Interned):
    """An object with certain members: an interface or object type. Two that are alike need not be equal."""

    shape: Shape
    extent: Extent = field(init=False, repr=False)

    def __str__(self) -> str:
        return spell(self)


@dataclass(frozen=True, slots=True, eq=False)
class EnumOf(metaclass=Interned):
    """A value of an enum."""

    info: EnumInfo
    extent: Extent = field(init=False, repr=False)

    def __str__(self) -> str:
        return spell(self)


@dataclass(frozen=True, slots=True, eq=False)
class FunctionOf(metaclass=Interned):
    """A function as a value, and the type of a method.

    Of the parameters the last `optional` may be left out: their types include undefined. `rest` is the element type of
    a rest parameter behind them.
    """

    parameters: tuple[Type, ...]
    result: Type
    optional: int = 0
    rest: Type | None = None
    extent: Extent = field(init=False, repr=False)

    def __str__(self) -> str:
        return spell(self)


@dataclass(frozen=True, slots=True, eq=False)
class UnionOf(metaclass=Interned):
    """One of several types, none of them a union; equal in any order. Made by `union`."""

    members: tuple[Type, ...]
    kinds: frozenset[Type] = field(init=False, repr=False)
    """The members without their order."""
    extent: Extent = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", frozenset(self.members))

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, UnionOf) and self.kinds == other.kinds)

    def __hash__(self) -> int:
        return hash(self.kinds)

    def __str__(self) -> str:
        return spell(self)


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
    if isinstance(type_, Simple | Lock):
        return type_ is INVALID
    return type_.extent.has_invalid


def _builtin_classes() -> dict[str, ClassInfo]:
    found: dict[BuiltinClass, ClassInfo] = {}
    for number, definition in BUILTIN_CLASSES.items():
        base = None if definition.base is None else found[definition.base]
        found[number] = ClassInfo(definition.name, None, number=int(number), base=base)
    return {info.name: info for info in found.values()}


BUILTIN_ERRORS: Final = _builtin_classes()
"""The built-in classes of errors by name; their members are in `check/errors.py`."""

ERROR_OBJECT: Final = ClassOf(BUILTIN_ERRORS["Error"])
