"""What the outcome of a condition tells about variables and properties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from plait.frontend.check import typed
from plait.frontend.check.flow import Flow, Reference, State, is_chain, reference_of, without_conversions
from plait.frontend.check.members import ClassInfo
from plait.frontend.check.relations import Relation, relate
from plait.frontend.check.types import (
    BOOLEAN,
    INT,
    NEVER,
    NULLISH,
    NUMBER,
    TEXT,
    UNDEFINED,
    UNKNOWN,
    ClassOf,
    EnumOf,
    FunctionOf,
    ObjectOf,
    Simple,
    Type,
    UnionOf,
    members_of,
    union,
    without_nullish,
)
from plait.frontend.syntax import BinaryOperator

_TYPEOF: Final[dict[str, tuple[Type, ...]]] = {
    "string": (TEXT,),
    "number": (NUMBER, INT),
    "boolean": (BOOLEAN,),
    "undefined": (UNDEFINED,),
}


def outcomes(state: State, condition: typed.Expression) -> tuple[State, State]:
    """The states when a condition, which is no `&&` or `||`, is true and when it is false."""
    match condition:
        case typed.Constant(value=bool() as value, is_literal=True):
            return (state, None) if value else (None, state)
        case typed.Comma(second=second):
            return outcomes(state, second)
        case typed.Not(operand=operand):
            when_true, when_false = outcomes(state, operand)
            return when_false, when_true
        case typed.IsNothing(operand=operand, kinds=kinds):
            return _nothing(state, operand, kinds)
        case typed.Truthy(operand=operand):
            return _both(state, operand, _truthy(operand.type), _falsy(operand.type))
        case typed.InstanceOf(operand=operand, info=info):
            return _both(
                state, operand, _instances(operand.type, info), _others(operand.type, info), removes_nothing=True
            )
        case typed.Compare(operator=BinaryOperator.EQUAL, left=left, right=right):
            return _equal(state, left, right)
        case typed.Compare(operator=BinaryOperator.NOT_EQUAL, left=left, right=right):
            when_equal, otherwise = _equal(state, left, right)
            return otherwise, when_equal
        case _:
            return state, state


def _both(
    state: State, operand: typed.Expression, when_true: Type, when_false: Type, removes_nothing: bool = False
) -> tuple[State, State]:
    reference = reference_of(operand)
    true_state = _with(state, reference, operand.type, when_true)
    if removes_nothing or not any(kind in members_of(when_true) for kind in NULLISH):
        true_state = _present(true_state, operand)
    return true_state, _with(state, reference, operand.type, when_false)


def _with(state: State, reference: Reference | None, old: Type, new: Type) -> State:
    if state is None or reference is None or old == new:
        return state
    # An optional chain is read as what was declared; what is known of its property holds as well.
    known = members_of(state.get(reference, old))
    kept = union(member for member in members_of(new) if member in known)
    return {**state, reference: new if kept is NEVER else kept}


def _present(
    state: State, operand: typed.Expression, values: Mapping[typed.OldValue, Reference] | None = None
) -> State:
    """The operand is not undefined: if it is an optional chain, the objects in it are there.

    `values` are what the links around stand for.
    """
    operand = without_conversions(operand)
    if not isinstance(operand, typed.IfPresent) or not is_chain(operand):
        return state
    flow = Flow(_present(state, operand.object, values))
    reference = reference_of(operand.object, values)
    if reference is not None:
        flow.narrow(reference, without_nullish(operand.object.type))
        values = {**(values or {}), operand.value: reference}
    return _present(flow.state, operand.then, values)


def _nothing(state: State, operand: typed.Expression, kinds: tuple[Type, ...]) -> tuple[State, State]:
    if operand.type is UNKNOWN:
        return _with(state, reference_of(operand), UNKNOWN, union(kinds)), state
    members = members_of(operand.type)
    when_true = union(member for member in members if member in kinds)
    when_false = union(member for member in members if member not in kinds)
    reference = reference_of(operand)
    true_state = _with(state, reference, operand.type, when_true)
    false_state = _with(state, reference, operand.type, when_false)
    if UNDEFINED in kinds:
        false_state = _present(false_state, operand)
    else:
        true_state = _present(true_state, operand)
    return true_state, false_state


def _truthy(type_: Type) -> Type:
    return type_ if type_ is UNKNOWN else without_nullish(type_)


def _falsy(type_: Type) -> Type:
    return union(member for member in members_of(type_) if isinstance(member, Simple))


def _instances(type_: Type, info: ClassInfo) -> Type:
    """What is left of a type when `instanceof` the class says yes."""
    if type_ is UNKNOWN:
        return ClassOf(info)
    kept: list[Type] = []
    for member in members_of(type_):
        match member:
            case ClassOf(own) if own.inherits(info):
                kept.append(member)
            case ClassOf(own) if info.inherits(own):
                kept.append(ClassOf(info))
            case ObjectOf() if relate(ClassOf(info), member) is Relation.YES:
                kept.append(ClassOf(info))
            case _:
                pass
    return union(kept)


def _others(type_: Type, info: ClassInfo) -> Type:
    """What is left of a type when `instanceof` the class says no."""
    return union(
        member for member in members_of(type_) if not (isinstance(member, ClassOf) and member.info.inherits(info))
    )


def _equal(state: State, left: typed.Expression, right: typed.Expression) -> tuple[State, State]:
    for kind, text in ((left, right), (right, left)):
        if isinstance(kind, typed.TypeOf) and isinstance(text, typed.Constant):
            return _type_of(state, kind.operand, str(text.value))
    when_equal = _narrowed_to(_narrowed_to(state, left, right.type), right, left.type)
    return when_equal, state


def _narrowed_to(state: State, operand: typed.Expression, other: Type) -> State:
    """The operand equals a value of the other type."""
    if not isinstance(operand.type, UnionOf) or other is UNKNOWN:
        return state
    kept = union(
        member for member in operand.type.members if any(comparable(member, part) for part in members_of(other))
    )
    state = _with(state, reference_of(operand), operand.type, kept)
    return _present(state, operand) if not any(kind in members_of(other) for kind in NULLISH) else state


def comparable(a: Type, b: Type) -> bool:
    """Whether values of two types that are no unions may be equal."""
    if {a, b} <= {NUMBER, INT}:
        return True
    return relate(a, b) is not Relation.NO or relate(b, a) is not Relation.NO


def _type_of(state: State, operand: typed.Expression, text: str) -> tuple[State, State]:
    found = operand.type
    if found is UNKNOWN:
        kinds = _TYPEOF.get(text)
        # An unknown number is no int.
        return (state if kinds is None else _with(state, reference_of(operand), found, kinds[0])), state
    matching = union(member for member in members_of(found) if type_of(member) == text)
    others = union(member for member in members_of(found) if type_of(member) != text)
    reference = reference_of(operand)
    when_true = _with(state, reference, found, matching)
    when_false = _with(state, reference, found, others)
    if text == "undefined":
        when_false = _present(when_false, operand)
    else:
        when_true = _present(when_true, operand)
    return when_true, when_false


def type_of(type_: Type) -> str | None:
    """What `typeof` gives for a value of a type that is no union; None when that is not known."""
    match type_:
        case Simple.NUMBER | Simple.INT:
            return "number"
        case Simple.BOOLEAN:
            return "boolean"
        case Simple.STRING:
            return "string"
        case Simple.UNDEFINED | Simple.VOID:
            return "undefined"
        case Simple.UNKNOWN | Simple.NEVER | Simple.INVALID:
            return None
        case EnumOf(info):
            return "string" if info.is_text else "number"
        case FunctionOf():
            return "function"
        case _:
            return "object"
