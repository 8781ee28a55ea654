"""Compilation units: some functions and loops of a module, compiled together to object code."""

from __future__ import annotations

from collections.abc import Iterable

from plait.jit.function_text import FunctionText, entry_text
from plait.jit.linked_unit import ObjectUnit
from plait.jit.support import SUPPORT_KERNELS
from plait.jit.writer import UnitContext
from plait.kernel import Kernel
from plait.kernel.call_texts import CallTexts
from plait.kernel.native import compile_object
from plait.prepare.image import ProgramImage
from plait.prepare.prepared import PreparedModule


def unit_text(
    module: PreparedModule,
    image: ProgramImage,
    functions: Iterable[int],
    loops: Iterable[int],
    call_interpreted: Kernel,
    texts: CallTexts,
    forges: bool = False,
) -> tuple[str, tuple[str, ...]]:
    """The LLVM IR of a unit and the symbols of the kernels it needs.

    `loops` are indices of loops through the module; `forges` is for the stress mode `forge_frames`.
    """
    members = tuple(functions)
    context = UnitContext(
        module,
        image,
        frozenset(members),
        texts,
        {kernel.name.rpartition(".")[2]: kernel for kernel in SUPPORT_KERNELS},
        call_interpreted,
        forges,
    )
    parts: list[str] = []
    called: dict[str, None] = {}
    jobs: list[tuple[int, int | None]] = [(index, None) for index in members]
    jobs += [module.loop_place(loop) for loop in loops]
    for index, loop in jobs:
        text = FunctionText(context, module.functions[index], loop)
        parts.append(text.text())
        called.update(text.out.called)
        if loop is None:
            parts.append(entry_text(module.functions[index]))
    fragment = texts.fragment(called)
    declarations = set(fragment.declarations.splitlines())
    declarations.add("declare i64 @llvm.read_register.i64(metadata)")
    head = [fragment.definitions, *sorted(declarations)]
    tail = ['!0 = !{!"branch_weights", i32 1, i32 2000}', f'!1 = !{{!"{_stack_register()}"}}']
    return "\n".join([*head, *parts, *tail]) + "\n", fragment.external


def compile_unit(
    module: PreparedModule,
    image: ProgramImage,
    functions: Iterable[int],
    loops: Iterable[int],
    call_interpreted: Kernel,
    texts: CallTexts,
    forges: bool = False,
) -> ObjectUnit:
    """Compile functions and loops to object code."""
    members, heads = tuple(functions), tuple(loops)
    text, external = unit_text(module, image, members, heads, call_interpreted, texts, forges)
    return ObjectUnit(members, heads, external, compile_object(text))


def _stack_register() -> str:
    import platform

    return "sp" if platform.machine() in ("aarch64", "arm64") else "rsp"
