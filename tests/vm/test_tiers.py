"""What is compiled, and what is not."""

from __future__ import annotations

import threading
import time

import plait
from plait.vm.background_compiler import IDLE_SECONDS

NESTED = """
function f(size: number): number {
  let total = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      for (let k = 0; k < 20; k++) total = (total * 31 + i * j + k) % 65521;
  return total;
}
console.log(f(1500), NONCE);
"""


def test_one_loop_of_a_nest_is_compiled() -> None:
    """When all of them are hot; from there on the code of the whole function is compiled."""
    vm = plait.Vm(plait.VmOptions(engine="auto"), write=lambda _: None)
    # No earlier run has left code for this program.
    vm.execute(plait.compile(NESTED.replace("NONCE", str(time.time_ns())), "nested.ts"))
    assert (vm.stats.compiled_functions, vm.stats.compiled_loops) == (0, 1)


def test_contexts_that_are_dropped_leave_no_threads() -> None:
    """Not even when nobody closes them."""
    module = plait.compile("function f(): number { return 1; }")
    before = set(threading.enumerate())
    for _ in range(20):
        vm = plait.Vm(plait.VmOptions(engine="auto"))
        vm.load(module)
        vm.spawn_task("f")
        vm.run_tasks()
    deadline = time.monotonic() + 10 * IDLE_SECONDS
    while set(threading.enumerate()) - before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert set(threading.enumerate()) - before == set()


def test_a_context_that_has_idled_is_compiled_again() -> None:
    vm = plait.Vm(plait.VmOptions(engine="auto"), write=lambda _: None)
    context = vm.load(plait.compile(NESTED.replace("NONCE", f"{time.time_ns()} % 1000"), "idle.ts"))
    vm.spawn_task("f", [1.0])
    vm.run_tasks()
    time.sleep(1.5 * IDLE_SECONDS)
    vm.spawn_task("f", [1500.0])
    vm.run_tasks()
    assert sum(1 for entry in context.program.code.loops if entry) == 1
