"""Parameters of functions: what a caller gives, and what the body finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from plait.frontend import syntax
from plait.frontend.check.types import (
    INVALID,
    UNDEFINED,
    VOID,
    ArrayOf,
    FunctionOf,
    Type,
    has_invalid,
    members_of,
    union,
)
from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics


@dataclass(frozen=True, slots=True)
class Parameters:
    """Types of parameters. `given` are what callers give (of a rest one the array), `inside` what the body has."""

    given: tuple[Type, ...]
    inside: tuple[Type, ...]
    optional: int
    rest: Type | None

    def function(self, result: Type) -> FunctionOf:
        """The type of a function with these parameters."""
        ordinary = self.given if self.rest is None else self.given[:-1]
        return FunctionOf(ordinary, result, self.optional, self.rest)


DefaultType: TypeAlias = Callable[[syntax.Expression, list[Type]], Type]
"""Gives the type of a default value, where the parameters before it have the types in the list."""


def resolve_parameters(
    diagnostics: Diagnostics,
    parameters: tuple[syntax.Parameter, ...],
    resolve: Callable[[syntax.TypeSyntax], Type],
    guide: FunctionOf | None = None,
    type_of: DefaultType | None = None,
) -> Parameters:
    """The types of parameters. The function type that is wanted gives types that are not written, or the default value
    does, whose type `type_of` gives; None where there is no body."""
    given: list[Type] = []
    inside: list[Type] = []
    rest: Type | None = None
    optional = 0
    for index, parameter in enumerate(parameters):
        type_ = _type(diagnostics, parameter, resolve, guide, index, type_of, inside)
        if parameter.is_rest:
            if isinstance(type_, ArrayOf):
                rest = type_.element
            elif not has_invalid(type_):
                _refuse(diagnostics, parameter, "a rest parameter is an array", "write `...rest: number[]`")
                type_ = INVALID
            given.append(type_)
            inside.append(type_)
            continue
        may_be_left_out = parameter.is_optional or parameter.default is not None
        optional = optional + 1 if may_be_left_out else 0
        if parameter.default is not None and type_of is None:
            _refuse(diagnostics, parameter, "a signature has no default values", "write `?` behind the name")
        if may_be_left_out and not has_invalid(type_):
            given.append(union((type_, UNDEFINED)))
            inside.append(union((type_, UNDEFINED)) if parameter.is_optional else type_)
        else:
            given.append(type_)
            inside.append(type_)
    return Parameters(tuple(given), tuple(inside), optional, rest)


def _refuse(diagnostics: Diagnostics, parameter: syntax.Parameter, message: str, hint: str) -> None:
    diagnostics.report(Code.PARAMETER, parameter.name.span, message, hint)


def _type(
    diagnostics: Diagnostics,
    parameter: syntax.Parameter,
    resolve: Callable[[syntax.TypeSyntax], Type],
    guide: FunctionOf | None,
    index: int,
    type_of: DefaultType | None,
    before: list[Type],
) -> Type:
    if parameter.type is not None:
        type_ = resolve(parameter.type)
        if type_ is VOID:
            diagnostics.report(
                Code.TYPE, parameter.name.span, "a parameter of type void is not supported", "leave it out"
            )
            return INVALID
        return type_
    guided = None if guide is None else _guided(guide, index, parameter.is_rest)
    if guided is not None:
        return (
            guided if parameter.default is None else union(item for item in members_of(guided) if item is not UNDEFINED)
        )
    if parameter.default is not None and type_of is not None:
        return type_of(parameter.default, before)
    name = parameter.name.name
    shown = "this parameter" if name.startswith("(") else f"the parameter `{name}`"
    hint = "write its type" if name.startswith("(") else f"write `{name}: number`"
    diagnostics.report(Code.MISSING_PARAMETER_TYPE, parameter.name.span, f"{shown} needs a type", hint)
    return INVALID


def _guided(guide: FunctionOf, index: int, is_rest: bool) -> Type | None:
    if is_rest:
        rest = guide.parameters[index:]
        if guide.rest is not None:
            return ArrayOf(union((*rest, guide.rest)))
        return ArrayOf(union(rest)) if rest else None
    if index < len(guide.parameters):
        return guide.parameters[index]
    return guide.rest
