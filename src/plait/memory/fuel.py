"""Work charges: fuel for what an instruction does beyond its fixed price, collected and charged when it is done."""

from __future__ import annotations

from plait.kernel import i32, i64, kernel
from plait.memory.errors import Outcome
from plait.memory.layouts import CONTEXT

BYTES_PER_FUEL = 10
"""How many bytes are filled or copied for one unit of fuel."""


@kernel(inline=True)
def charge_work(units: i64) -> None:
    """Add to the fuel that the current instruction costs."""
    CONTEXT.work = CONTEXT.work + units


@kernel(inline=True)
def worked(outcome: i32) -> i32:
    """The outcome of an instruction that works seldom: WORKED for DONE when it has noted work."""
    return Outcome.WORKED if outcome == Outcome.DONE and CONTEXT.work != 0 else outcome
