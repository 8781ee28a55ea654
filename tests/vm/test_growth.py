"""The memory of the process does not grow with what has been done and is over.

Each test does something many times, then as often again, and compares: what is kept once does not count.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

import plait
from plait.kernel.native import NativeLibrary, compile_object

MODULE: Final = plait.compile(
    "let n = 0; for (let i = 0; i < 10; i++) n += i; export function f(): number { return n; }", "module.ts"
)


def resident_bytes() -> int:
    """The pages that the process has in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


def growth(times: int, work: Callable[[int], object]) -> tuple[float, float]:
    """Objects and bytes by which the process has grown each time, the first half of the times left out."""
    for number in range(times):
        work(number)
    gc.collect()
    objects, size = len(gc.get_objects()), resident_bytes()
    for number in range(times, 2 * times):
        work(number)
    gc.collect()
    return (len(gc.get_objects()) - objects) / times, (resident_bytes() - size) / times


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/proc is read")


@pytest.mark.parametrize("engine", ["interpreter", "auto"])
def test_contexts_that_are_closed(engine: str) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine))

    def work(number: int) -> None:
        context = vm.load(MODULE)
        assert vm.call_function(context, "f") == 45.0
        context.close()

    objects, size = growth(400, work)
    assert objects < 1
    assert size < 1000


def test_closing_contexts_leaves_the_others() -> None:
    vm = plait.Vm()
    first, second = vm.load(MODULE), vm.load(MODULE)
    second.close()
    assert (vm.contexts.last, len(vm.contexts), list(vm.contexts)) == (first, 1, [first])
    assert second.id not in vm.contexts
    first.close()
    assert (vm.contexts.last, len(vm.contexts)) == (None, 0)


@pytest.mark.parametrize("engine", ["interpreter", "auto"])
def test_machines_that_are_dropped(engine: str) -> None:
    objects, size = growth(200, lambda _: plait.Vm(plait.VmOptions(engine=engine)).execute(MODULE))
    assert objects < 1
    assert size < 4000


def test_executions() -> None:
    vm = plait.Vm(plait.VmOptions(engine="interpreter"))
    objects, size = growth(400, lambda _: vm.execute(MODULE))
    assert objects < 1
    assert size < 1000


TEXT: Final = "define i64 @f(i64 %a) {{\n %b = mul i64 %a, {}\n ret i64 %b\n}}\n"


def test_native_code() -> None:
    """Each module has a context of its own: in one for all, LLVM kept 1 or 2 KB of each; with the passes it was 60."""
    _, size = growth(600, lambda number: compile_object(TEXT.format(number)))
    assert size < 1000


def test_libraries_that_are_freed() -> None:
    """A linker keeps 9 KB of each; it is freed with the last of some."""
    code = compile_object(TEXT.format(3))
    _, size = growth(640, lambda _: NativeLibrary.load(code, ["f"]))
    assert size < 1000
