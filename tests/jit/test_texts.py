"""The text that goes to LLVM: where it comes from, and what is pasted into it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

from plait.jit.straight_line import straight_line
from plait.kernel import as_kernel, f64, i32, kernel
from plait.kernel.call_texts import CallTexts
from plait.kernel.native import NativeLibrary, compile_object

SCRIPT = """
    import sys, plait
    vm = plait.Vm(plait.VmOptions(engine="jit"), write=lambda text: None)
    source = "let s = 0; for (let i = 0; i < 9; i++) s += i / 7; console.log(s, [s].length, " + sys.argv[1] + ");"
    vm.execute(plait.compile(source, "a.ts"))
    assert vm.stats.compiled_functions == 1
    compiler = ("analyse", "emit", "tree", "fragments", "sources")
    print([name for name in sys.modules if name.startswith(tuple(f"plait.kernel.{part}" for part in compiler))])
"""


@kernel(inline=True)
def halved(a: i32, b: f64) -> tuple[f64, i32]:
    """Straight-line code with two results."""
    return b / 2.0, a


@kernel(inline=True)
def larger(a: i32, b: i32) -> i32:
    """Code with a branch."""
    if a < b:
        return b
    return a


def test_the_kernels_are_not_analysed_again(tmp_path: Path) -> None:
    """Once the native kernels are in the cache, a program whose code is not there needs none of their compiler."""
    environment = {**os.environ, "PLAIT_CACHE_DIR": str(tmp_path)}

    def imported(program: str) -> str:
        command = [sys.executable, "-c", dedent(SCRIPT), program]
        return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout

    assert "plait.kernel.analyse" in imported("1")
    assert imported("2") == "[]\n"


def test_straight_line_kernels_are_templates() -> None:
    texts = CallTexts()
    template = straight_line(texts.of(as_kernel(halved)).definition)
    assert template is not None
    assert template.parameters == ("a", "b")
    lines, result = template.pasted(["7", "%x"], "%t5.")
    half = f"%half = extractvalue {{ double, i32 }} {result}, 0"
    text = "\n".join(["define double @f(double %x) {", *lines, half, "ret double %half", "}"])
    assert "%x" in "".join(lines)
    assert NativeLibrary.load(compile_object(text), ["f"]).address("f") != 0
    assert straight_line(texts.of(as_kernel(larger)).definition) is None
