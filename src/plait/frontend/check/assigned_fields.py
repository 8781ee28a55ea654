"""Definite assignment of fields: a constructor gives a value to each that has none where it is declared."""

from __future__ import annotations

from collections.abc import Mapping

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assigned import Assigned, State, join
from plait.frontend.check.classes import ClassState
from plait.frontend.check.held import is_held_by_reference
from plait.frontend.check.members import ClassInfo, Member, MemberKind
from plait.frontend.check.operands import operands
from plait.frontend.check.types import BOOLEAN, INVALID, NEVER, UNDEFINED, UNKNOWN, UnionOf, is_numeric, members_of
from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics


def check_fields(diagnostics: Diagnostics, state: ClassState, constructor: typed.Function | None) -> None:
    """Report the fields of a class that may be left without a value; the constructor is None if it has none."""
    tracked = frozenset(
        member
        for member, item in state.fields.items()
        if item.value is None and _needs_value(diagnostics, member, item)
    )
    if not tracked:
        return
    assigned: State = frozenset()
    if constructor is not None:
        walk = _Fields(diagnostics, tracked, constructor.parameters[0])
        assigned = walk.finish(walk.statement(constructor.body, frozenset()))
    for member in tracked:
        if assigned is not None and member not in assigned and member.span is not None:
            diagnostics.report(
                Code.UNASSIGNED_FIELD,
                member.span,
                f"the constructor does not give `{member.name}` a value on every path",
                "assign it there, or give it a value here",
            )


def _needs_value(diagnostics: Diagnostics, member: Member, item: syntax.FieldDeclaration) -> bool:
    if member.is_static or member.is_abstract:
        return False
    members = members_of(member.type)
    if UNDEFINED in members or UNKNOWN in members or member.type in (INVALID, NEVER):
        return False
    if not item.is_definite:
        return True
    if isinstance(member.type, UnionOf) or not is_held_by_reference(member.type):
        diagnostics.report(
            Code.TYPE,
            item.name.span,
            f"`!` of a field of type {member.type} is not supported yet",
            "give it a value here",
        )
    return False


def find_late_fields(states: Mapping[ClassInfo, ClassState]) -> None:
    """Find the fields that code may read while their object is still under construction, before they have a value.

    Only numbers and booleans matter: other fields are null or undefined then, which shows.
    """
    leaking: set[ClassInfo] = set()
    for info in states:
        constructor = None if info.constructor is None else info.constructor.checked
        own = frozenset(member for member in info.members.values() if _has_no_nothing(member))
        if constructor is not None:
            walk = _Leaks(own, constructor.parameters[0])
            walk.statement(constructor.body, frozenset())
            for member in walk.late:
                member.is_late = True
            if walk.leaks:
                leaking.add(info)
        if any(base in leaking for base in info.ancestors() if base is not info):
            for member in own:
                member.is_late = True


def _has_no_nothing(member: Member) -> bool:
    """Whether the first value of a field looks like any other value of it."""
    return member.kind is MemberKind.FIELD and (member.type is BOOLEAN or is_numeric(member.type))


class _Leaks(Assigned):
    """A walk over a constructor: where it lets others see the object, and the fields without value at those places."""

    def __init__(self, fields: frozenset[Member], this: typed.Variable) -> None:
        super().__init__(Diagnostics(), this.function)
        self._fields = fields
        self._this = this
        self.late: set[Member] = set()
        self.leaks = False

    def expression(self, node: typed.Expression, state: State) -> State:
        match node:
            case typed.StoreField(object=typed.Read(variable=variable), member=member, value=value) if (
                variable is self._this
            ):
                state = self.expression(value, state)
                return None if state is None else state | {member}
            case typed.ReadField(object=typed.Read(variable=variable)) if variable is self._this:
                return state
            case typed.SuperConstruct(arguments=arguments):
                for argument in arguments:
                    state = self.expression(argument, state)
                return state
            case typed.Read(variable=variable) if variable is self._this:
                self.leaks = True
                self.late |= {member for member in self._fields if state is not None and member not in state}
                return state
            case typed.Closure():
                self.leaks = True
                self.late |= {member for member in self._fields if state is not None and member not in state}
                return state
            case _:
                return super().expression(node, state)


class _Fields(Assigned):
    """A walk over a constructor. The fields of the class are among what a state holds."""

    def __init__(self, diagnostics: Diagnostics, tracked: frozenset[Member], this: typed.Variable) -> None:
        super().__init__(Diagnostics(), this.function)
        self._report_to = diagnostics
        self._tracked = tracked
        self._this = this
        self._at_returns: State = None

    def finish(self, end: State) -> State:
        """The state wherever the constructor ends."""
        return join(end, self._at_returns)

    def statement(self, node: typed.Statement, state: State) -> State:
        if isinstance(node, typed.Return):
            self._at_returns = join(self._at_returns, state)
        return super().statement(node, state)

    def expression(self, node: typed.Expression, state: State) -> State:
        match node:
            case typed.StoreField(object=typed.Read(variable=variable), member=member) if variable is self._this:
                for operand in operands(node):
                    state = self.expression(operand, state)
                return None if state is None else state | {member}
            case typed.ReadField(object=typed.Read(variable=variable), member=member) if variable is self._this:
                if member in self._tracked and state is not None and member not in state:
                    self._report_to.report(
                        Code.USED_BEFORE_ASSIGNMENT,
                        node.span,
                        f"`this.{member.name}` may have no value yet",
                        "assign it first",
                    )
                return state
            case _:
                return super().expression(node, state)
