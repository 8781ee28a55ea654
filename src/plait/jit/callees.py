"""Which function of the module a call enters, as far as prepared code says."""

from __future__ import annotations

from plait.isa.resolvers import EXPECTED
from plait.prepare.operations import Alternative, Compute, Control, entry_name
from plait.prepare.prepared import PreparedFunction, PreparedInstruction

DYNAMIC = (Control.CALL_DYNAMIC, Control.CALL_DYNAMIC_VOID)
CALLS = (Control.CALL, Control.CALL_VOID, *DYNAMIC)
"""Operations that enter another guest function. An `Alternative` does so seldom."""

UNKNOWN = -1


def callee_of(function: PreparedFunction, index: int) -> int:
    """The function that the call at an index enters: certainly if it is direct, else probably; or UNKNOWN, as where a
    native declines: that is not to be fast.
    """
    item = function.instructions[index]
    match item.operation.kind:
        case Control.CALL | Control.CALL_VOID:
            return item.immediate & 0xFFFFFFFF
        case Alternative():
            return UNKNOWN
        case _:
            return _expected(function.instructions[index - 1])


def callees(function: PreparedFunction) -> set[int]:
    """The functions that its calls enter, as far as they are known."""
    calls = [index for index, item in enumerate(function.instructions) if item.operation.kind in CALLS]
    return {callee_of(function, index) for index in calls} - {UNKNOWN}


def _expected(resolved: PreparedInstruction) -> int:
    match resolved.operation.kind:
        case Compute(entry=entry) if entry_name(entry) == EXPECTED:
            return resolved.immediate
        case _:
            return UNKNOWN
