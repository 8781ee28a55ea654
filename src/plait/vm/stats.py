"""What an execution has used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plait.vm.context import VmContext

if TYPE_CHECKING:
    from plait.vm.tiers import Tiers


@dataclass(frozen=True, slots=True)
class RunStats:
    """Figures of the last execution.

    fuel: units charged. collections: how often memory was collected. peak_memory: most bytes of heap in use at once,
    by live and not yet collected objects. copy_reserve: bytes set aside for copying during a collection. preemptions:
    how often a task's slice was over. compiled_functions and compiled_loops: how many were compiled. tiers: what ran.
    """

    fuel: int = 0
    collections: int = 0
    peak_memory: int = 0
    copy_reserve: int = 0
    preemptions: int = 0
    compiled_functions: int = 0
    compiled_loops: int = 0
    tiers: tuple[str, ...] = ()


def collect_stats(context: VmContext, tiers: Tiers) -> RunStats:
    """The figures of a context that has just run."""
    used = context.get("heap_top") - context.get("space_start")
    return RunStats(
        fuel=context.fuel_used,
        collections=context.get("collections"),
        peak_memory=max(context.get("peak_memory"), used),
        copy_reserve=context.get("live_after_collection") if context.get("collections") else 0,
        preemptions=context.get("preemptions"),
        compiled_functions=tiers.compiled_functions,
        compiled_loops=tiers.compiled_loops,
        tiers=tiers.names,
    )
