"""What runs in the midst of a call, as handlers of signals do, cannot move what the call reads or writes."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any, Final

import pytest

import plait

SOURCE: Final = """
export function other(o: any) { return { a: o.a, b: [1, 2, 3] } }
export function work(o: any) { return { x: o.list.map((v: number) => v + 1), z: { n: [1, { q: "deep" }] } } }
"""
MODULES: Final = ("plait.vm.host.sending", "plait.vm.host.fetching", "plait.vm.host_memory", "plait.vm.values")


@pytest.mark.parametrize("module", MODULES)
def test_a_call_in_the_midst_of_another_is_refused_or_changes_nothing(module: str) -> None:
    vm = plait.Vm()
    context = vm.load(plait.compile(SOURCE, "interrupted.ts"))
    expected = {"x": [2, 3, 4], "z": {"n": [1, {"q": "deep"}]}}
    outcomes: list[object] = []
    is_inside = False

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal is_inside
        if frame.f_globals.get("__name__") != module:
            return None
        if event == "line" and not is_inside and context.users:
            is_inside = True
            try:
                outcomes.append(context.call("other", {"a": len(outcomes)}))
            except plait.PlaitError as error:
                outcomes.append(str(error))
            finally:
                is_inside = False
        return trace

    for _ in range(3):
        before = sys.gettrace()
        sys.settrace(trace)
        try:
            found = context.call("work", {"list": [1, 2, 3]})
        finally:
            sys.settrace(before)
        assert found == expected
    assert [outcome for outcome in outcomes if "in the midst" not in str(outcome)] == []
    assert context.call("other", {"a": 1}) == {"a": 1, "b": [1, 2, 3]}
