"""Names, names of properties, and patterns that take values apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from plait.frontend.next.syntax.node import node

if TYPE_CHECKING:
    from plait.frontend.next.syntax.expressions import Expression


@node
class Identifier:
    """A name, where it is declared or used."""

    start: int
    end: int
    name: str


@node
class PrivateName:
    """`#name`; the name has its `#`."""

    start: int
    end: int
    name: str


@node
class ComputedName:
    """`[expression]` as the name of a property."""

    start: int
    end: int
    expression: Expression


@node
class LiteralName:
    """A string or number as the name of a property; `name` is the property's key."""

    start: int
    end: int
    name: str
    is_number: bool


PropertyName: TypeAlias = Identifier | PrivateName | ComputedName | LiteralName


@node
class PatternElement:
    """A part of a pattern: the place it goes to, with the value that stands in for undefined.

    `name` is the property taken, None in an array pattern and for a rest.
    """

    start: int
    end: int
    name: PropertyName | None
    target: Target
    default: Expression | None
    is_rest: bool


@node
class ObjectPattern:
    """`{ a, b: target = 1, ...rest }`."""

    start: int
    end: int
    elements: tuple[PatternElement, ...]


@node
class ArrayPattern:
    """`[a, , b = 1, ...rest]`; None is a place left out."""

    start: int
    end: int
    elements: tuple[PatternElement | None, ...]


Pattern: TypeAlias = ObjectPattern | ArrayPattern
BindingTarget: TypeAlias = Identifier | Pattern
Target: TypeAlias = "BindingTarget | Expression"
"""What a part of a pattern goes to: a declared name or pattern; in an assignment also the place that is assigned."""
