"""Calls that are replaced by the body of what they call, wherever the caller's code comes from."""

from __future__ import annotations

import plait
from plait.jit.unit import unit_text
from plait.kernel.compiling import on_compiler_thread
from plait.kernel.native import optimised
from plait.vm.compiled_support import interpreted
from plait.vm.machine import native_machine
from plait.vm.program import load_program

SOURCE = """
function leaf(x: number): number { return x + 1; }
function middle(x: number): number { return leaf(x) * 2; }
function outer(x: number): number { return middle(x) - 1; }
function odd(n: number): boolean { return n === 0 ? false : even(n - 1); }
function even(n: number): boolean { return n === 0 ? true : odd(n - 1); }
export function loop(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += middle(i) + outer(i);
  return even(n) ? sum : -sum;
}
"""


def compiled(functions: list[str], loops_of: list[str]) -> tuple[str, str, dict[str, int]]:
    """The text of a unit of functions and of the loops of functions, what LLVM makes of it, and the indices by name."""
    module = plait.compile(SOURCE, "inlining.ts")
    program = load_program(module)
    indices = {function.name: index for index, function in enumerate(module.functions)}
    chosen = [indices[name] for name in functions]
    prepared = [program.prepared.functions[indices[name]] for name in loops_of]
    loops = [loop for item in prepared for loop in range(item.first_loop, item.first_loop + len(item.loops))]
    texts = native_machine().kernels.texts
    text, _ = unit_text(program.prepared, program.image, chosen, loops, [], interpreted(), texts)
    return text, str(on_compiler_thread(lambda: optimised(text))), indices


def test_small_functions_are_inlined_that_are_not_of_the_unit() -> None:
    """A loop that is entered by itself, behind a stop, is as fast as its function."""
    for functions, loops in (["loop"], []), ([], ["loop"]):
        text, code, indices = compiled(functions, loops)
        assert f"define internal {{ i64, double }} @plait_body_{indices['middle']}(" in text
        for name in ("leaf", "middle"):
            assert f"@plait_body_{indices[name]}(" not in code, name


def test_functions_that_call_one_another_are_not_inlined_for_ever() -> None:
    text, _, indices = compiled(["loop"], ["loop"])
    assert f"@plait_body_{indices['even']}(" not in text
