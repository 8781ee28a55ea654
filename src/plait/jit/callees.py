"""Which function of the module a call enters, as far as prepared code says."""

from __future__ import annotations

from plait.isa.resolvers import EXPECTED
from plait.prepare.operations import Compute, Control, entry_name
from plait.prepare.prepared import PreparedFunction, PreparedInstruction

DIRECT = (Control.CALL, Control.CALL_VOID)
DYNAMIC = (Control.CALL_DYNAMIC, Control.CALL_DYNAMIC_VOID)
CALLS = (*DIRECT, *DYNAMIC)
"""Operations that enter another guest function."""

UNKNOWN = -1


def callee_of(function: PreparedFunction, index: int) -> int:
    """The function that the call at an index enters: certainly if it is direct, else probably; or UNKNOWN."""
    item = function.instructions[index]
    if item.operation.kind in DIRECT:
        return item.immediate & 0xFFFFFFFF
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
