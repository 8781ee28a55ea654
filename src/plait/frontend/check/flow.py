"""What is known of variables and properties at a place: narrower types than the declared ones, as TypeScript sees them.

A `State` is passed from statement to statement in the order of execution; it is None where execution does not come.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from plait.frontend.check import typed
from plait.frontend.check.members import ClassInfo, MemberKind
from plait.frontend.check.relations import Relation, reduced_union, relate
from plait.frontend.check.types import UNDEFINED, Type, UnionOf, members_of, union

Reference: TypeAlias = "tuple[typed.Variable | ClassInfo, *tuple[str, ...]]"
"""A variable, or a property of one (or a static member of a class): the path of names to it."""

State: TypeAlias = "Mapping[Reference, Type] | None"


def join(a: State, b: State) -> State:
    """Where two ways meet."""
    if a is None or b is None:
        return b if a is None else a
    return {reference: _either(type_, b[reference]) for reference, type_ in a.items() if reference in b}


def _either(a: Type, b: Type) -> Type:
    return a if a == b else reduced_union([a, b])


@dataclass(slots=True)
class Flow:
    """The state at the place of a function that is being checked, and those at its jumps."""

    state: State = field(default_factory=dict)
    _breaks: dict[typed.JumpTarget, State] = field(default_factory=dict)
    _continues: dict[typed.JumpTarget, State] = field(default_factory=dict)

    def type_of(self, reference: Reference | None, declared: Type) -> Type:
        """The type of a reference here."""
        if self.state is None or reference is None:
            return declared
        return self.state.get(reference, declared)

    def narrow(self, reference: Reference | None, type_: Type) -> None:
        """The reference is known to have the type from here on."""
        if self.state is not None and reference is not None:
            self.state = {**self.state, reference: type_}

    def forget(self, reference: Reference) -> None:
        """The reference is assigned: nothing is known of it and its properties."""
        if self.state is not None:
            length = len(reference)
            self.state = {known: type_ for known, type_ in self.state.items() if known[:length] != reference}

    def assign(self, reference: Reference | None, declared: Type, value: Type) -> None:
        """The reference is assigned a value: of a union, those members are left that the value may be."""
        if reference is None:
            return
        self.forget(reference)
        if isinstance(declared, UnionOf):
            self.narrow(reference, _reduced(declared, value))

    def forget_names(self, names: frozenset[str]) -> None:
        """Variables and properties with these names may have been assigned."""
        if self.state is not None and names:
            self.state = {
                reference: type_
                for reference, type_ in self.state.items()
                if reference[0].name not in names and names.isdisjoint(reference[1:])
            }

    def leave(self, target: typed.JumpTarget, is_break: bool) -> None:
        """A jump goes from here to the end of the target, or its next round."""
        states = self._breaks if is_break else self._continues
        states[target] = join(states.get(target), self.state)
        self.state = None

    def arrive(self, target: typed.JumpTarget, is_break: bool) -> None:
        """Here the jumps come that went to the target."""
        states = self._breaks if is_break else self._continues
        self.state = join(self.state, states.pop(target, None))

    def for_closure(self, is_settled: Callable[[typed.Variable], bool]) -> Flow:
        """What a function knows that is made here: of variables that are not assigned any more."""
        state = self.state or {}
        return Flow(
            {
                reference: type_
                for reference, type_ in state.items()
                if len(reference) == 1 and isinstance(reference[0], typed.Variable) and is_settled(reference[0])
            }
        )


def _reduced(declared: Type, value: Type) -> Type:
    """The members of the declared union that a value of the other type may be."""
    values = members_of(value)
    kept = [
        member for member in members_of(declared) if any(relate(part, member) is not Relation.NO for part in values)
    ]
    return union(kept) if kept else declared


def reference_of(
    expression: typed.Expression, values: Mapping[typed.OldValue, Reference] | None = None
) -> Reference | None:
    """What an expression refers to, None when it is no path of names. `values` are the objects of optional chains."""
    match expression:
        case typed.Read(variable=variable) | typed.Store(variable=variable):
            return (variable,)
        case typed.Convert(operand=operand):
            return reference_of(operand, values)
        case typed.ReadField(object=object_, member=member) | typed.StoreField(object=object_, member=member):
            return _property(reference_of(object_, values), member.name)
        case typed.CallMethod(object=object_, member=member, arguments=()) if member.kind is MemberKind.ACCESSOR:
            return _property(reference_of(object_, values), member.name)
        case typed.ReadStatic(member=member) | typed.StoreStatic(member=member) if member.owner is not None:
            return (member.owner, member.name)
        case typed.OldValue():
            return None if values is None else values.get(expression)
        case typed.IfPresent(object=object_, value=value, then=then) if is_chain(expression):
            inner = reference_of(object_, values)
            return None if inner is None else reference_of(then, {**(values or {}), value: inner})
        case _:
            return None


def is_chain(expression: typed.IfPresent) -> bool:
    """Whether it is an optional chain: undefined without object, else something of the object."""
    otherwise = without_conversions(expression.otherwise)
    is_missing = isinstance(otherwise, typed.Nothing) and otherwise.type is UNDEFINED
    return is_missing and without_conversions(expression.then) is not expression.value


def without_conversions(expression: typed.Expression) -> typed.Expression:
    """What is converted."""
    while isinstance(expression, typed.Convert):
        expression = expression.operand
    return expression


def _property(object_: Reference | None, name: str) -> Reference | None:
    return None if object_ is None else (*object_, name)
