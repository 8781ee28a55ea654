"""What instructions and library functions cost: all that may work is measured, and charged for its work."""

from __future__ import annotations

from bench.rows import rows
from bench.work_rows import entries

from plait.isa import INSTRUCTIONS, Flags, Instruction, NativeFunction
from plait.isa.resolvers import RESOLVERS
from plait.kernel import Kernel, as_kernel
from plait.memory.fuel import charge_work
from plait.native import NATIVES

CHARGES = Flags.WORKS | Flags.WORKS_SELDOM | Flags.WAITS
ENTRIES: list[Instruction | NativeFunction] = [*INSTRUCTIONS.values(), *NATIVES.values(), *RESOLVERS]


def reached(kernel: Kernel) -> set[str]:
    """The names of all kernels that a kernel calls, itself included."""
    found = {kernel.name}
    pending = [kernel]
    while pending:
        for called in pending.pop().definition.callees:
            if called.name not in found:
                found.add(called.name)
                pending.append(called)
    return found


def test_what_notes_work_is_charged_for_it() -> None:
    """Otherwise the work would be charged to some later instruction."""
    name = as_kernel(charge_work).name
    wrong = [
        str(entry.summary)
        for entry in ENTRIES
        if entry.meaning is not None
        and (name in reached(as_kernel(entry.meaning))) != bool(entry.flags & CHARGES)
        and not entry.flags & Flags.WAITS
    ]
    assert wrong == []


def test_everything_is_measured() -> None:
    """`bench/work.py` has a row of every library function, and of every instruction that works or allocates."""
    assert set(entries()) - {row.entry for row in rows()} == set()
