"""When the host gets its turn while compiled code runs."""

from __future__ import annotations

from plait.jit.support import refill_in_loop
from plait.kernel.reference import compile_reference
from plait.kernel.reference_memory import ReferenceMemory
from plait.memory.layouts import CONTEXT_OFFSET, Context, LoopInfo
from plait.tasks.stops import StopReason
from plait.vm.fields import get_field, set_field

SIZE = 0x4000
LOOPS = 0x3000
DEBT = -5


def test_the_turn_of_the_host_waits_for_the_entry_of_a_loop() -> None:
    view = memoryview(bytearray(SIZE))
    values = {"loops": LOOPS, "quantum": 1000, "slice_left": 10_000, "budget_left": 10_000, "delays_left": 2}
    for name, value in values.items():
        set_field(view, Context, CONTEXT_OFFSET, name, value)
    refill = compile_reference([refill_in_loop]).function(refill_in_loop)
    memory = ReferenceMemory(view, CONTEXT_OFFSET, SIZE)
    assert [refill(memory, DEBT, 1) for _ in range(3)] == [1000, 1000, DEBT]
    assert get_field(view, Context, CONTEXT_OFFSET, "stop_reason") == StopReason.HOST_TURN
    assert get_field(view, Context, CONTEXT_OFFSET, "compile_requests") == 1
    assert get_field(view, LoopInfo, LOOPS + LoopInfo.SIZE, "request") == 1
