"""Functions that stand for others which the machine would call differently: with fewer parameters, wider ones, a result
that is dropped.

An adapter is a closure of its own, which JavaScript does not make: `===` would tell the two apart. So a program that
compares functions gets no adapters.
"""

from __future__ import annotations

from plait.frontend.check import typed
from plait.frontend.check.context import Context
from plait.frontend.check.relations import Relation, relate
from plait.frontend.check.types import UNKNOWN, VOID, FunctionOf, TupleOf, Type, members_of


def adapted(context: Context, value: typed.Expression, wanted: Type) -> typed.Expression | None:
    """The function as one of the wanted type; None if that cannot be."""
    from plait.frontend.check.prelude import call_prelude

    found = value.type
    targets = [member for member in members_of(wanted) if isinstance(member, FunctionOf)]
    if not isinstance(found, FunctionOf) or len(targets) != 1 or not _can_adapt(found, targets[0]):
        return None
    target = targets[0]
    context.program.note_adapted(value.span, found, wanted)
    name = context.program.prelude.adapter(len(target.parameters), _passed(found, target))
    return call_prelude(context, value.span, name, TupleOf((found, target)), (value,), {"T": found, "R": target})


def may_be_function(type_: Type) -> bool:
    """Whether a value of the type may be a function."""
    return any(member is UNKNOWN or isinstance(member, FunctionOf) for member in members_of(type_))


def _passed(found: FunctionOf, wanted: FunctionOf) -> int:
    """How many of its arguments the adapter passes on."""
    return min(len(found.parameters), len(wanted.parameters))


def _can_adapt(found: FunctionOf, wanted: FunctionOf) -> bool:
    if found.rest is not None or wanted.rest is not None:
        return False
    if len(found.parameters) - found.optional > len(wanted.parameters):
        return False
    pairs = zip(wanted.parameters, found.parameters, strict=False)
    if not all(becomes(given, taken) for given, taken in pairs):
        return False
    return wanted.result is VOID or becomes(found.result, wanted.result)


def becomes(source: Type, target: Type) -> bool:
    """Whether a value fits, if need be by an adapter."""
    if isinstance(source, FunctionOf) and isinstance(target, FunctionOf) and relate(source, target) is Relation.NOT_YET:
        return _can_adapt(source, target)
    return relate(source, target) is Relation.YES
