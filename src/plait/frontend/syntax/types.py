"""Types as they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from plait.source import Span

if TYPE_CHECKING:
    from plait.frontend.syntax.patterns import Identifier
    from plait.frontend.syntax.statements import Parameter


@dataclass(frozen=True, slots=True, eq=False)
class NamedType:
    """`number`, `Array<T>`: a name with type arguments."""

    span: Span
    name: str
    arguments: tuple[TypeSyntax, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ArrayTypeSyntax:
    """`T[]`."""

    span: Span
    element: TypeSyntax


@dataclass(frozen=True, slots=True, eq=False)
class BadType:
    """A type that was refused already."""

    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class FunctionTypeSyntax:
    """`(a: T) => R`."""

    span: Span
    parameters: tuple[Parameter, ...]
    result: TypeSyntax


@dataclass(frozen=True, slots=True, eq=False)
class TupleTypeSyntax:
    """`[A, B]`."""

    span: Span
    elements: tuple[TypeSyntax, ...]


@dataclass(frozen=True, slots=True, eq=False)
class UnionType:
    """`A | B`."""

    span: Span
    members: tuple[TypeSyntax, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PropertySignature:
    """A property of an object type or interface."""

    span: Span
    name: Identifier
    type: TypeSyntax | None
    is_optional: bool
    is_readonly: bool


@dataclass(frozen=True, slots=True, eq=False)
class MethodSignature:
    """A method of an object type or interface."""

    span: Span
    name: Identifier
    parameters: tuple[Parameter, ...]
    result: TypeSyntax | None
    is_optional: bool


TypeMember: TypeAlias = PropertySignature | MethodSignature


@dataclass(frozen=True, slots=True, eq=False)
class ObjectTypeSyntax:
    """`{ x: number; f(): void }`."""

    span: Span
    members: tuple[TypeMember, ...]


TypeSyntax: TypeAlias = (
    NamedType | ArrayTypeSyntax | FunctionTypeSyntax | TupleTypeSyntax | UnionType | ObjectTypeSyntax | BadType
)
