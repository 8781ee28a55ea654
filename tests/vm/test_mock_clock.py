"""Timers: every time comes, however milliseconds and seconds round, and what takes long before counts."""

from __future__ import annotations

import time

import pytest

import plait


@pytest.mark.parametrize("milliseconds", [1, 1000, 1001, 1003, 2005, 9999])
def test_every_sleep_ends(milliseconds: int) -> None:
    lines: list[str] = []
    clock = plait.MockClock()
    vm = plait.Vm(plait.VmOptions(engine="interpreter"), write=lines.append, clock=clock)
    vm.execute(plait.compile(f"await sleep({milliseconds}); console.log('awake');", "sleep.ts"))
    assert lines == ["awake\n"]
    assert clock.now() == pytest.approx(milliseconds / 1000)


class BusyClock:
    """A clock that the host's function moves, as a long computation does."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> float:
        return self.seconds

    def wait(self, seconds: float) -> None:
        self.seconds += seconds


BUSY = """
import { compute } from "host:test";
declare module "host:test" { export function compute(seconds: number): void; }
compute(SECONDS);
await sleep(10);
"""


@pytest.mark.parametrize("engine", ["reference", "interpreter", "jit"])
@pytest.mark.parametrize(("seconds", "ended"), [(0.02, 0.02), (0.049, 0.049), (0.051, 0.061), (3.0, 3.01)])
def test_long_computations_count(engine: str, seconds: float, ended: float) -> None:
    """Short ones do not, so that the order of timers does not depend on the engine's speed."""
    clock = BusyClock()
    vm = plait.Vm(plait.VmOptions(engine=engine), clock=clock)

    @vm.function("test.compute", "(f64) -> void")
    def compute(seconds: float) -> None:
        clock.seconds += seconds

    vm.execute(plait.compile(BUSY.replace("SECONDS", str(seconds)), "busy.ts"))
    assert clock.seconds == pytest.approx(ended)


class RecordingClock:
    """The system's clock, with a record of the waits."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    def now(self) -> float:
        return time.monotonic()

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        time.sleep(seconds)


def test_a_long_loop_counts() -> None:
    """The sleep is shorter than the loop, and is waited for all the same."""
    program = "let x = 0; for (let i = 0; i < 4e7; i++) x = (x * 31 + i) % 65521; await sleep(200);"
    clock = RecordingClock()
    vm = plait.Vm(plait.VmOptions(engine="interpreter"), clock=clock)
    start = time.monotonic()
    vm.execute(plait.compile(program, "loop.ts"))
    assert time.monotonic() - start - sum(clock.waits) > 0.25, "the loop is too short for this test"
    assert clock.waits
