"""Python's collector rests while plait compiles, and is found as it was."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest

import plait
from plait.collector import resting_collector

SOURCE = "const xs = [1, 2, 3]; console.log(xs.map((x) => x + 1));"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was_enabled = gc.isenabled()
    yield
    (gc.enable if was_enabled else gc.disable)()


@pytest.mark.parametrize("enabled", [True, False])
def test_it_is_found_as_it_was(enabled: bool) -> None:
    (gc.enable if enabled else gc.disable)()
    module = plait.compile(SOURCE)
    plait.Vm(write=lambda _: None).execute(module)
    assert gc.isenabled() is enabled
    with pytest.raises(plait.CompileError):
        plait.compile("const x: number = ;")
    assert gc.isenabled() is enabled


def test_it_rests_until_the_last_thread_is_done() -> None:
    gc.enable()
    inside, leave = threading.Event(), threading.Event()

    def rest() -> None:
        with resting_collector():
            inside.set()
            leave.wait(10)

    thread = threading.Thread(target=rest)
    thread.start()
    assert inside.wait(10)
    with resting_collector():
        assert not gc.isenabled()
    assert not gc.isenabled()
    leave.set()
    thread.join()
    assert gc.isenabled()
