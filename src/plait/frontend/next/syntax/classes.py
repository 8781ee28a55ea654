"""Classes and their members."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from plait.frontend.next.syntax.expressions import Expression
from plait.frontend.next.syntax.functions import Decorator, Function
from plait.frontend.next.syntax.names import Identifier, PropertyName
from plait.frontend.next.syntax.node import node
from plait.frontend.next.syntax.types import IndexSignature, TypeNode, TypeParameterDeclaration

if TYPE_CHECKING:
    from plait.frontend.next.syntax.statements import Block


@node
class Modifiers:
    """The words before a member. `access` is empty where it is not written."""

    start: int
    end: int
    access: str
    is_static: bool
    is_readonly: bool
    is_abstract: bool
    is_override: bool
    is_declare: bool
    is_accessor: bool
    decorators: tuple[Decorator, ...]


@node
class PropertyDeclaration:
    """`name?: T = value`. `is_definite`: `name!: T`."""

    start: int
    end: int
    modifiers: Modifiers
    name: PropertyName
    type: TypeNode | None
    value: Expression | None
    is_optional: bool
    is_definite: bool


@node
class MethodDeclaration:
    """A method, accessor or constructor; without a body it is a signature or abstract."""

    start: int
    end: int
    modifiers: Modifiers
    name: PropertyName
    function: Function
    is_optional: bool


@node
class StaticBlock:
    """`static { ... }`."""

    start: int
    end: int
    body: Block


ClassMember: TypeAlias = PropertyDeclaration | MethodDeclaration | StaticBlock | IndexSignature


@node
class Class:
    """A class, declared or as an expression."""

    start: int
    end: int
    name: Identifier | None
    type_parameters: tuple[TypeParameterDeclaration, ...]
    base: Expression | None
    base_arguments: tuple[TypeNode, ...] | None
    interfaces: tuple[TypeNode, ...]
    members: tuple[ClassMember, ...]
    is_abstract: bool
    decorators: tuple[Decorator, ...]
