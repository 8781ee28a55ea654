"""What the stress mode `check_heap` has found, as an exception."""

from __future__ import annotations

from plait.memory.faults import HeapFault
from plait.vm.context import VmContext


class HeapFaultError(AssertionError):
    """The heap of a context is not what it should be: a fault of plait. The context must not be used any more.

    It is none of `PlaitError`, which tell of programs and of their limits.
    """


def check_fault(context: VmContext) -> None:
    """Raise `HeapFaultError` if the heap check has found something."""
    if not context.options.check_heap:
        return
    fault = HeapFault(context.get("heap_fault"))
    if fault is not HeapFault.NONE:
        place = context.get("heap_fault_place")
        raise HeapFaultError(f"{fault.name} at {place:#x}, after collection {context.get('collections')}")


def check_types(context: VmContext) -> None:
    """Raise `HeapFaultError` if, under `check_heap`, something in the context is not of its declared type."""
    if context.options.check_heap:
        from plait.vm.heap_types import wrong_types

        wrong = wrong_types(context)
        if wrong:
            raise HeapFaultError("; ".join(wrong))
