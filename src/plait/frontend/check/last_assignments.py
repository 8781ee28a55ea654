"""Where variables are assigned for the last time: functions made after that know what is known of the variable there.

The rule is TypeScript's (`isPastLastAssignment`): an assignment reaches to the end of the outermost statement around it
that begins after the declaration, and one in an inner function to the end of everything. It goes by name, so a variable
that hides another one counts for both.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assigned_names import targets_of
from plait.frontend.compilation import spend
from plait.frontend.syntax.parts import parts_of
from plait.source import Span

_EXTENDING = (
    syntax.VariableDeclaration
    | syntax.ExpressionStatement
    | syntax.If
    | syntax.While
    | syntax.DoWhile
    | syntax.For
    | syntax.ForOf
    | syntax.Try
    | syntax.Switch
    | syntax.ClassDeclaration
)


@dataclass(frozen=True, slots=True)
class _Assignment:
    """An assignment; `statements` are those around it in its function, the outermost first."""

    span: Span
    function: Span | None
    statements: tuple[Span, ...]


class LastAssignments:
    """The assignments of a program, which are sought when the first question comes."""

    def __init__(self, statements: tuple[syntax.Statement, ...]) -> None:
        self._statements: tuple[syntax.Statement, ...] | None = statements
        self._functions = _Functions()
        self._assignments: dict[str, list[_Assignment]] = defaultdict(list)

    def are_before(self, variable: typed.Variable, place: Span) -> bool:
        """Whether no assignment of the variable runs after a function was made at the place."""
        if self._statements is not None:
            self._collect(self._statements)
            self._statements = None
        assignments = self._assignments.get(variable.name)
        if assignments is None:
            return True
        owner = self._functions.around(variable.span)
        first, last = 0, len(assignments)
        if owner is not None:
            first = bisect_left(assignments, owner.start, key=_start)
            last = bisect_left(assignments, owner.end, key=_start)
        spend(last - first)
        return all(
            assignment.function == owner and _end(assignment, variable.span) < place.start
            for assignment in assignments[first:last]
        )

    def _collect(self, program: tuple[syntax.Statement, ...]) -> None:
        pending: list[tuple[object, Span | None, tuple[Span, ...]]] = [(program, None, ())]
        while pending:
            node, function, statements = pending.pop()
            match node:
                case syntax.FunctionDeclaration() | syntax.StaticBlock() | syntax.FieldDeclaration():
                    self._functions.add(node.span)
                    function, statements = node.span, ()
                case _ if isinstance(node, _EXTENDING):
                    statements = (*statements, node.span)
                case _:
                    pass
            for name, span in targets_of(node):
                self._assignments[name].append(_Assignment(span, function, statements))
            pending.extend((part, function, statements) for part in parts_of(node))
        for assignments in self._assignments.values():
            assignments.sort(key=_start)


def _start(assignment: _Assignment) -> int:
    return assignment.span.start


class _Functions:
    """The places of functions, of which one is inside of another or beside it."""

    def __init__(self) -> None:
        self._places: list[Span] = []
        self._around: list[int] = []

    def add(self, place: Span) -> None:
        """Enter one."""
        self._places.append(place)

    def around(self, place: Span) -> Span | None:
        """The innermost one around a place."""
        if len(self._around) < len(self._places):
            self._nest()
        number = bisect_right(self._places, place.start, key=lambda span: span.start) - 1
        while number >= 0 and self._places[number].end < place.end:
            number = self._around[number]
        return self._places[number] if number >= 0 else None

    def _nest(self) -> None:
        """Put them in order, and find out for each which one is around it."""
        self._places.sort(key=lambda span: (span.start, -span.end))
        open_: list[int] = []
        for number, place in enumerate(self._places):
            while open_ and self._places[open_[-1]].end < place.end:
                open_.pop()
            self._around.append(open_[-1] if open_ else -1)
            open_.append(number)


def _end(assignment: _Assignment, declaration: Span) -> int:
    for statement in assignment.statements:
        if statement.start > declaration.start:
            return statement.end
    return assignment.span.end
