"""Patterns: what stands in a declaration or parameter in place of a name, to take a value apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from plait.source import Span

if TYPE_CHECKING:
    from plait.frontend.syntax.expressions import Expression


@dataclass(frozen=True, slots=True, eq=False)
class Identifier:
    """A name where it is declared."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class PatternElement:
    """A part of a pattern, with the value that stands in for undefined."""

    target: Target
    default: Expression | None


@dataclass(frozen=True, slots=True, eq=False)
class ArrayPattern:
    """`[a, , b = 1, ...rest]`; None is a place left out."""

    span: Span
    elements: tuple[PatternElement | None, ...]
    rest: Target | None


@dataclass(frozen=True, slots=True, eq=False)
class PatternProperty:
    """`name: target` in an object pattern; also `name` alone."""

    name: Identifier
    element: PatternElement


@dataclass(frozen=True, slots=True, eq=False)
class ObjectPattern:
    """`{ a, b: target = 1, ...rest }`."""

    span: Span
    properties: tuple[PatternProperty, ...]
    rest: Identifier | None


Pattern: TypeAlias = ArrayPattern | ObjectPattern
Target: TypeAlias = Identifier | Pattern


def end_of_declaration(target: Target, name: Identifier) -> int | None:
    """Where the part of a target that declares a name ends, its default value included; None if none declares it."""
    match target:
        case Identifier():
            return name.span.end if target is name else None
        case ArrayPattern(elements=elements, rest=rest):
            parts = [element for element in elements if element is not None]
        case ObjectPattern(properties=properties, rest=rest):
            parts = [part.element for part in properties]
    for part in parts:
        end = end_of_declaration(part.target, name)
        if end is not None:
            return part.default.span.end if part.default is not None and part.target is name else end
    return None if rest is None else end_of_declaration(rest, name)


def declared_names(target: Target) -> tuple[Identifier, ...]:
    """The names that a target declares, in the order of the text."""
    match target:
        case Identifier():
            return (target,)
        case ArrayPattern(elements=elements, rest=rest):
            inner = [element.target for element in elements if element is not None]
            return tuple(name for part in [*inner, *([] if rest is None else [rest])] for name in declared_names(part))
        case ObjectPattern(properties=properties, rest=rest):
            names = [name for part in properties for name in declared_names(part.element.target)]
            return (*names, *(() if rest is None else (rest,)))
