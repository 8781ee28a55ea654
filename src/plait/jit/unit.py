"""Compilation units: some functions and loops of a module, compiled together to object code."""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import accumulate

from plait.jit.data_text import SWAPS
from plait.jit.function_text import FunctionText, entry_text
from plait.jit.limits import inlined_functions
from plait.jit.linked_unit import ObjectUnit
from plait.jit.support import SUPPORT_KERNELS
from plait.jit.writer import Interpreted, UnitContext
from plait.kernel.call_texts import CallTexts
from plait.kernel.native import compile_object, compile_quickly
from plait.prepare.image import ProgramImage
from plait.prepare.prepared import PreparedModule


def unit_text(
    module: PreparedModule,
    image: ProgramImage,
    functions: Iterable[int],
    loops: Iterable[int],
    generals: Iterable[int],
    interpreted: Interpreted,
    texts: CallTexts,
    forges: bool = False,
) -> tuple[str, tuple[str, ...]]:
    """The LLVM IR of a unit and the symbols of the kernels it needs.

    `loops` are indices of loops through the module, `generals` functions whose general versions are wanted; `forges` is
    for the stress mode `forge_frames`.
    """
    members, heads = tuple(functions), tuple(loops)
    jobs: list[tuple[int, int | None]] = [(index, None) for index in members]
    jobs += [module.loop_place(loop) for loop in heads]
    inlinable = _inlinable(module, [index for index, _ in jobs], members)
    inlined = inlined_functions(module, [module.functions[index] for index, _ in jobs], inlinable)
    copies = sorted(inlined.difference(members))
    context = UnitContext(
        module,
        image,
        frozenset((*members, *copies)),
        inlined,
        _first_sites(module),
        texts,
        {kernel.name.rpartition(".")[2]: kernel for kernel in SUPPORT_KERNELS},
        interpreted,
        forges,
    )
    parts: list[str] = []
    called: dict[str, None] = {}
    for index, loop in [*jobs, *((index, None) for index in copies)]:
        text = FunctionText(context, module.functions[index], loop)
        parts.append(text.text(is_copy=index in copies))
        called.update(text.out.called)
    for index in generals:
        text = FunctionText(context, module.functions[index], None, _left_at(context, index))
        parts.append(text.text())
        called.update(text.out.called)
    parts += [entry_text(module.functions[index]) for index in members]
    fragment = texts.fragment(called)
    declarations = set(fragment.declarations.splitlines())
    declarations.update(("declare i64 @llvm.read_register.i64(metadata)", *SWAPS))
    head = [fragment.definitions, *sorted(declarations)]
    tail = ['!0 = !{!"branch_weights", i32 1, i32 2000}', f'!1 = !{{!"{_stack_register()}"}}']
    return "\n".join([*head, *parts, *tail]) + "\n", fragment.external


def _left_at(context: UnitContext, index: int) -> tuple[int, ...]:
    """Where the usual version of a function is left."""
    usual = FunctionText(context, context.module.functions[index], None)
    usual.text()
    return tuple(usual.left_at)


def _first_sites(module: PreparedModule) -> dict[int, int]:
    """For each function of the program's own, how many sites those before it have."""
    functions = range(module.verified.module.first_function, len(module.functions))
    counts = accumulate((module.functions[index].site_count for index in functions), initial=0)
    return dict(zip(functions, counts, strict=False))


def _inlinable(module: PreparedModule, functions: Iterable[int], members: Iterable[int]) -> Set[int]:
    """What calls in a unit may be replaced by: all the program's own functions, of which the unit gets copies; where it
    holds functions of the base, its members.
    """
    first_own = module.verified.module.first_function
    if any(index < first_own for index in functions):
        return frozenset(members)
    return frozenset(range(first_own, len(module.functions)))


def compile_unit(
    module: PreparedModule,
    image: ProgramImage,
    functions: Iterable[int],
    loops: Iterable[int],
    generals: Iterable[int],
    interpreted: Interpreted,
    texts: CallTexts,
    forges: bool = False,
    is_quick: bool = False,
) -> ObjectUnit:
    """Compile functions, loops and general versions to object code: that which is there soon if `is_quick`."""
    members, heads, others = tuple(functions), tuple(loops), tuple(generals)
    text, external = unit_text(module, image, members, heads, others, interpreted, texts, forges)
    return ObjectUnit(members, heads, others, external, compile_quickly(text) if is_quick else compile_object(text))


def _stack_register() -> str:
    import platform

    return "sp" if platform.machine() in ("aarch64", "arm64") else "rsp"
