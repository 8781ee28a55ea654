"""Typed expressions about objects, null and words that may be anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plait.frontend.check.members import ClassInfo, Member
from plait.frontend.check.types import Type
from plait.source import Span

if TYPE_CHECKING:
    from plait.frontend.check.typed.expressions import Expression, OldValue


@dataclass(frozen=True, slots=True, eq=False)
class Nothing:
    """`null` or `undefined`, as the type says."""

    span: Span
    type: Type


@dataclass(frozen=True, slots=True, eq=False)
class Convert:
    """The same value as another type: a wider one, or a narrower one that it is known to have."""

    span: Span
    type: Type
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class NewObject:
    """`new Class(arguments)`."""

    span: Span
    type: Type
    info: ClassInfo
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class NewLiteral:
    """`{ name: value }`: the members that have a value, in the order of their evaluation. Its type is an `ObjectOf`.

    The value of a method is a closure; that of one in `with_this` takes the object before its arguments.
    """

    span: Span
    type: Type
    values: tuple[tuple[Member, Expression], ...]
    with_this: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class SuperConstruct:
    """`super(arguments)`: the constructor of a base for the object under construction."""

    span: Span
    type: Type
    info: ClassInfo
    object: Expression
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ReadField:
    """`object.name`, where the member is a field."""

    span: Span
    type: Type
    object: Expression
    member: Member


@dataclass(frozen=True, slots=True, eq=False)
class StoreField:
    """`object.name = value`, where the member is a field."""

    span: Span
    type: Type
    object: Expression
    member: Member
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Let:
    """`body`, in which `name` is the value, computed once."""

    span: Span
    type: Type
    value: Expression
    name: OldValue
    body: Expression


@dataclass(frozen=True, slots=True, eq=False)
class CallMethod:
    """`object.name(arguments)`; `name` is what the machine calls the method: that of a getter is `get name`.

    `super_info` is the class whose method it is, whatever the object's class, for `super.name(arguments)`.
    """

    span: Span
    type: Type
    object: Expression
    name: str
    member: Member
    super_info: ClassInfo | None
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ReadStatic:
    """`Class.name`, where the member is a static field."""

    span: Span
    type: Type
    member: Member


@dataclass(frozen=True, slots=True, eq=False)
class StoreStatic:
    """`Class.name = value`, where the member is a static field."""

    span: Span
    type: Type
    member: Member
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class InstanceOf:
    """`operand instanceof Class`."""

    span: Span
    type: Type
    operand: Expression
    info: ClassInfo


@dataclass(frozen=True, slots=True, eq=False)
class IsOf:
    """Whether the operand, which has one of several types, has this class or object type."""

    span: Span
    type: Type
    operand: Expression
    wanted: Type


@dataclass(frozen=True, slots=True, eq=False)
class IsNothing:
    """Whether the operand is one of the types null and undefined."""

    span: Span
    type: Type
    operand: Expression
    kinds: tuple[Type, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TypeOf:
    """`typeof operand`."""

    span: Span
    type: Type
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class IfPresent:
    """`then`, which uses the object as `value`, unless the object is null or undefined; then `otherwise`.

    This is `object?.name` and `object ?? otherwise`.
    """

    span: Span
    type: Type
    object: Expression
    value: OldValue
    then: Expression
    otherwise: Expression
