"""What is compiled, and what is not."""

from __future__ import annotations

import time

import plait

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
