"""When the host gets its turn while compiled code runs."""

from __future__ import annotations

from plait.jit.support import refill_in_loop
from plait.kernel.reference import compile_reference
from plait.kernel.reference_memory import ReferenceMemory
from plait.memory.code_layouts import LoopInfo
from plait.memory.fields import get_field, set_field
from plait.memory.layouts import CONTEXT_OFFSET, Context
from plait.tasks.stops import DELAYS_PER_TURN, PATIENT_DELAYS, StopReason

SIZE = 0x4000
LOOPS = 0x3000
DEBT = -5


def test_the_turn_of_the_host_waits_for_the_entry_of_a_loop() -> None:
    view = memoryview(bytearray(SIZE))
    patient = 3
    delays = DELAYS_PER_TURN - PATIENT_DELAYS + patient
    values = {"loops": LOOPS, "quantum": 10, "slice_left": 1 << 20, "budget_left": 1 << 20, "delays_left": delays}
    for name, value in values.items():
        set_field(view, Context, CONTEXT_OFFSET, name, value)
    refill = compile_reference([refill_in_loop]).function(refill_in_loop)
    memory = ReferenceMemory(view, CONTEXT_OFFSET, SIZE)
    assert [refill(memory, DEBT, 1) for _ in range(patient)] == patient * [10]
    assert get_field(view, Context, CONTEXT_OFFSET, "compile_requests") == 0
    assert [refill(memory, DEBT, 1) for _ in range(delays - patient + 1)] == [10] * (delays - patient) + [DEBT]
    assert get_field(view, Context, CONTEXT_OFFSET, "stop_reason") == StopReason.HOST_TURN
    assert get_field(view, Context, CONTEXT_OFFSET, "compile_requests") == 1
    assert get_field(view, LoopInfo, LOOPS + LoopInfo.SIZE, "request") == 1
