"""What LLVM makes of loops over arrays: what must not be in them, because it is known before or happens seldom."""

from __future__ import annotations

import re
from functools import cache

import pytest

import plait
from plait.jit.support import refill_in_loop
from plait.jit.unit import unit_text
from plait.kernel import Kernel, Scope, Struct, as_kernel
from plait.kernel.call_texts import CallTexts
from plait.kernel.compiling import on_compiler_thread
from plait.kernel.native import optimised
from plait.memory.layouts import CONTEXT_OFFSET, Context
from plait.runtime.arrays import no_element, push_growing
from plait.tasks.stops import refill
from plait.vm.compiled_support import interpreted
from plait.vm.machine import native_machine
from plait.vm.program import load_program

SOURCE = """
function sum(a: number[]): number { let s = 0; for (let i = 0; i < a.length; i++) s += a[i]; return s; }
function fill(a: number[], v: number): void { for (let i = 0; i < a.length; i++) a[i] = v; }
function mark(a: boolean[], n: int): void { for (let i: int = 0; i < n; i++) a[i] = true; }
function push(a: number[], n: int): void { for (let i: int = 0; i < n; i++) a.push(1.5); }
function text(s: string): number { let t = 0; for (let i = 0; i < s.length; i++) t += s.charCodeAt(i); return t; }
"""


@cache
def blocks_of(name: str) -> dict[str, list[str]]:
    """The optimised code of a function: the instructions of each block, by label."""
    module = plait.compile(SOURCE, "loops.ts")
    program = load_program(module)
    index = [function.name for function in module.functions].index(name)
    texts: CallTexts = native_machine().kernels.texts
    text, _ = unit_text(program.prepared, program.image, [index], [], [], interpreted(), texts)
    compiled = on_compiler_thread(lambda: optimised(text))
    (body,) = (item for item in compiled.functions if item.name == f"plait_body_{index}")
    return {block.name: [str(line).strip() for line in block.instructions] for block in body.blocks}


def successors(lines: list[str]) -> list[str]:
    return re.findall(r"label %([\w.]+)", lines[-1])


def loop_of(name: str, without: str = "") -> list[str]:
    """The instructions of the blocks that lie on a cycle, but for those that call the kernel `without`."""
    blocks = {label: lines for label, lines in blocks_of(name).items() if not without or without not in "".join(lines)}
    reached = {label: set(successors(lines)) & set(blocks) for label, lines in blocks.items()}
    for _ in blocks:
        reached = {label: ends.union(*(reached[end] for end in ends)) for label, ends in reached.items()}
    return [line for label, lines in blocks.items() if label in reached[label] for line in lines]


@pytest.mark.parametrize("name", ["sum", "fill", "mark"])
def test_an_access_outside_the_array_leaves_the_loop(name: str) -> None:
    assert as_kernel(no_element).name in str(blocks_of(name))
    assert loop_of(name) != []
    assert as_kernel(no_element).name not in str(loop_of(name))


@pytest.mark.parametrize("name", ["sum", "fill"])
def test_the_headers_of_arrays_are_read_before_the_loop(name: str) -> None:
    """Neither more fuel nor a store to an element changes them."""
    hot = loop_of(name, without=as_kernel(refill_in_loop).name)
    loads = [line for line in hot if " load " in line]
    assert len(loads) == (1 if name == "sum" else 0)
    assert all("load double" in line for line in loads)


def test_the_bounds_are_one_comparison() -> None:
    hot = loop_of("mark", without=as_kernel(refill_in_loop).name)
    integer = [line for line in hot if " icmp " in line]
    # Fuel, the bounds, and the end of the loop.
    assert len(integer) == 3, integer


def test_pushing_charges_for_work_after_growing_alone() -> None:
    work = f"i64 {CONTEXT_OFFSET + Context.LAYOUT['work'].offset}"
    assert work in str(blocks_of("push"))
    assert as_kernel(push_growing).name in str(loop_of("push"))
    assert work not in str(loop_of("push", without=as_kernel(push_growing).name))


@pytest.mark.parametrize("kernel", [refill, refill_in_loop])
def test_refilling_keeps_to_the_words_of_the_machine(kernel: object) -> None:
    """As calls of it say."""
    notes = re.compile(r"!tbaa !(\d+)")
    pending = [as_kernel(kernel)]  # type: ignore[arg-type]
    seen: set[Kernel] = set()
    while pending:
        found = pending.pop()
        if found not in seen:
            seen.add(found)
            pending.extend(found.definition.callees)
            assert notes.findall(found.text.rest) == []
    assert len(seen) > 2
    calls = [
        line for lines in blocks_of("sum").values() for line in lines if f"@{as_kernel(refill_in_loop).name}(" in line
    ]
    assert len(calls) == 1
    assert "!tbaa" in calls[0]


def test_no_struct_lies_in_two_scopes() -> None:
    """Structs with a scope of their own share their words with nothing but the header that all objects have."""
    from plait.memory import code_layouts, layouts

    own = {
        name: struct.SCOPE
        for name, struct in {**vars(layouts), **vars(code_layouts)}.items()
        if isinstance(struct, type) and issubclass(struct, Struct) and struct is not Struct
        if struct.SCOPE is not Scope.PROGRAMS
    }
    assert own == {
        "Context": Scope.MACHINE,
        "LoopInfo": Scope.MACHINE,
        "ArrayObject": Scope.ARRAYS,
        "Store": Scope.STORES,
        "StringObject": Scope.STRINGS,
    }
