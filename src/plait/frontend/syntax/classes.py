"""Classes, interfaces, type aliases and enums as they are written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from plait.frontend.syntax.expressions import Expression
from plait.frontend.syntax.types import NamedType, ObjectTypeSyntax, TypeSyntax
from plait.source import Span

if TYPE_CHECKING:
    from plait.frontend.syntax.patterns import Identifier
    from plait.frontend.syntax.statements import Block, FunctionDeclaration


@dataclass(frozen=True, slots=True, eq=False)
class Modifiers:
    """The words before a member of a class. `access` is None when it is not written."""

    access: str | None = None
    is_static: bool = False
    is_readonly: bool = False
    is_abstract: bool = False
    is_override: bool = False


class MethodKind(Enum):
    """What a function in a class is."""

    METHOD = "method"
    GETTER = "getter"
    SETTER = "setter"
    CONSTRUCTOR = "constructor"


@dataclass(frozen=True, slots=True, eq=False)
class FieldDeclaration:
    """`name: type = value;`. `is_definite`: `name!: type`."""

    span: Span
    name: Identifier
    modifiers: Modifiers
    type: TypeSyntax | None
    value: Expression | None
    is_optional: bool
    is_definite: bool


@dataclass(frozen=True, slots=True, eq=False)
class MethodDeclaration:
    """A method, accessor or constructor. The body of an abstract one is empty."""

    span: Span
    kind: MethodKind
    modifiers: Modifiers
    function: FunctionDeclaration


@dataclass(frozen=True, slots=True, eq=False)
class StaticBlock:
    """`static { ... }`."""

    span: Span
    body: Block


ClassMember: TypeAlias = FieldDeclaration | MethodDeclaration | StaticBlock


@dataclass(frozen=True, slots=True, eq=False)
class ClassDeclaration:
    """`class Name extends Base implements I { ... }`."""

    span: Span
    name: Identifier
    base: Identifier | None
    interfaces: tuple[NamedType, ...]
    is_abstract: bool
    members: tuple[ClassMember, ...]


@dataclass(frozen=True, slots=True, eq=False)
class InterfaceDeclaration:
    """`interface Name extends I { ... }`."""

    span: Span
    name: Identifier
    bases: tuple[NamedType, ...]
    body: ObjectTypeSyntax


@dataclass(frozen=True, slots=True, eq=False)
class AliasDeclaration:
    """`type Name = type;`."""

    span: Span
    name: Identifier
    type: TypeSyntax


@dataclass(frozen=True, slots=True, eq=False)
class EnumDeclaration:
    """`enum Name { A, B = 5 }`; `const enum` if it `is_constant`."""

    span: Span
    name: Identifier
    members: tuple[tuple[Identifier, Expression | None], ...]
    is_constant: bool
