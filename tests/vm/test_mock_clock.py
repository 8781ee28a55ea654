"""Timers by a clock that stands still: every time comes, however milliseconds and seconds round."""

from __future__ import annotations

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
