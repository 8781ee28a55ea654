"""Where variables are assigned for the last time: functions made after that know what is known of the variable there.

The rule is TypeScript's (`isPastLastAssignment`): an assignment reaches to the end of the outermost statement around it
that begins after the declaration, and one in an inner function to the end of everything. It goes by name, so a variable
that hides another one counts for both.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields, is_dataclass

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assigned_names import targets_of
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
        self._functions: list[Span] = []
        self._assignments: dict[str, list[_Assignment]] = defaultdict(list)

    def are_before(self, variable: typed.Variable, place: Span) -> bool:
        """Whether no assignment of the variable runs after a function was made at the place."""
        if self._statements is not None:
            self._collect(self._statements)
            self._statements = None
        owner = self._function_around(variable.span)
        assignments = self._assignments.get(variable.name, ())
        return all(
            assignment.function == owner and _end(assignment, variable.span) < place.start
            for assignment in assignments
            if owner is None or _holds(owner, assignment.span)
        )

    def _collect(self, program: tuple[syntax.Statement, ...]) -> None:
        pending: list[tuple[object, Span | None, tuple[Span, ...]]] = [(program, None, ())]
        while pending:
            node, function, statements = pending.pop()
            if isinstance(node, tuple):
                pending.extend((part, function, statements) for part in node)
                continue
            if not is_dataclass(node) or isinstance(node, Span):
                continue
            match node:
                case syntax.FunctionDeclaration() | syntax.StaticBlock() | syntax.FieldDeclaration():
                    self._functions.append(node.span)
                    function, statements = node.span, ()
                case _ if isinstance(node, _EXTENDING):
                    statements = (*statements, node.span)
                case _:
                    pass
            for name, span in targets_of(node):
                self._assignments[name].append(_Assignment(span, function, statements))
            pending.extend((getattr(node, item.name), function, statements) for item in fields(node))

    def _function_around(self, place: Span) -> Span | None:
        around = [span for span in self._functions if _holds(span, place)]
        return min(around, key=lambda span: span.end - span.start, default=None)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _end(assignment: _Assignment, declaration: Span) -> int:
    for statement in assignment.statements:
        if statement.start > declaration.start:
            return statement.end
    return assignment.span.end
