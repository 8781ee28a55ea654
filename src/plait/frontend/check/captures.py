"""Which variables functions share: what each captures, what is held in cells, and what may be reached too early."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plait.frontend.check import typed
from plait.frontend.check.walk import walk


@dataclass(slots=True, eq=False)
class _Uses:
    """What one function does with variables and functions."""

    variables: set[typed.Variable] = field(default_factory=set)
    functions: list[tuple[int, int]] = field(default_factory=list)
    """The functions that it calls or makes values of, each with the place in the text."""


@dataclass(slots=True)
class _Analysis:
    functions: tuple[typed.Function, ...]
    uses: dict[int | None, _Uses] = field(default_factory=dict)
    reassigned: set[typed.Variable] = field(default_factory=set)
    selves: dict[int, typed.Variable] = field(default_factory=dict)

    def read(self, index: int | None, function: typed.Function) -> None:
        uses = self.uses[index] = _Uses()
        for node in walk(function.body):
            match node:
                case typed.Read(variable=variable):
                    uses.variables.add(variable)
                case typed.Store(variable=variable) | typed.PostfixUpdate(variable=variable):
                    uses.variables.add(variable)
                    self.reassigned.add(variable)
                case typed.Call(span=span, function=callee) | typed.Closure(span=span, function=callee):
                    uses.functions.append((callee, span.start))
                case typed.Declare(variable=variable, value=typed.Closure(function=callee)) if variable.is_constant:
                    if self.functions[callee].is_closure and not is_program(variable):
                        self.selves[callee] = variable
                case _:
                    pass


def is_program(variable: typed.Variable) -> bool:
    """Whether the variable is held in a global where functions use it."""
    return variable.is_program


def find_captures(functions: tuple[typed.Function, ...], main: typed.Function) -> typed.Captures:
    """What the functions of a program capture."""
    analysis = _Analysis(functions)
    for index, function in enumerate(functions):
        analysis.read(index, function)
    analysis.read(None, main)
    captured = _captured(analysis)
    early = _early(analysis, captured)
    kept = {
        index: tuple(
            sorted(
                (variable for variable in variables if variable.constant is None or variable in early),
                key=lambda variable: (variable.span.start, variable.name),
            )
        )
        for index, variables in captured.items()
    }
    shared = {variable for variables in kept.values() for variable in variables}
    cells = {
        variable
        for variable in shared
        if variable in analysis.reassigned or variable in early or not variable.has_value
    }
    return typed.Captures(kept, frozenset(cells), frozenset(early), analysis.selves)


def _captured(analysis: _Analysis) -> Mapping[int, frozenset[typed.Variable]]:
    """The variables of other functions that each function needs, itself or for the functions it uses."""
    captured: dict[int, set[typed.Variable]] = {}
    users: dict[int, set[int]] = {}
    for index, uses in analysis.uses.items():
        if index is None:
            continue
        own = analysis.selves.get(index)
        captured[index] = {
            variable
            for variable in uses.variables
            if variable.function != index and not is_program(variable) and variable is not own
        }
        for callee, _ in uses.functions:
            users.setdefault(callee, set()).add(index)
    pending = list(captured)
    while pending:
        callee = pending.pop()
        for user in users.get(callee, ()):
            own = analysis.selves.get(user)
            new = {
                variable
                for variable in captured[callee]
                if variable.function != user and variable is not own and variable not in captured[user]
            }
            if new:
                captured[user] |= new
                pending.append(user)
    return {index: frozenset(variables) for index, variables in captured.items()}


def _early(analysis: _Analysis, captured: Mapping[int, frozenset[typed.Variable]]) -> set[typed.Variable]:
    """The variables that a function captures before their declaration has run."""
    return {
        variable
        for index, uses in analysis.uses.items()
        for callee, place in uses.functions
        for variable in captured[callee]
        if variable.function == index and place < variable.end
    }
