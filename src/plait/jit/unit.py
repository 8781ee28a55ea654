"""Compilation units: some functions and loops of a module, compiled together and linked to the machine's kernels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plait.jit.function_text import FunctionText, body_name, entry_name, entry_text, loop_name
from plait.jit.support import SUPPORT_KERNELS
from plait.jit.writer import UnitContext
from plait.kernel import Kernel
from plait.kernel.emit_llvm_expression import llvm_name
from plait.kernel.fragments import ir_fragment
from plait.kernel.native import NativeLibrary, compile_object
from plait.prepare.image import ProgramImage
from plait.prepare.prepared import PreparedModule


@dataclass(frozen=True, slots=True)
class CompiledUnit:
    """Linked code: addresses by function index and by loop index. Dropping it frees the code."""

    library: NativeLibrary
    bodies: dict[int, int]
    entries: dict[int, int]
    loops: dict[int, int]


def unit_text(
    module: PreparedModule,
    image: ProgramImage,
    functions: Iterable[int],
    loops: Iterable[int],
    call_interpreted: Kernel,
) -> tuple[str, tuple[str, ...]]:
    """The LLVM IR of a unit and the symbols of the kernels it needs.

    `loops` are indices of loops through the module.
    """
    members = tuple(functions)
    context = UnitContext(
        module,
        image,
        frozenset(members),
        llvm_name,
        {kernel.name.rpartition(".")[2]: kernel for kernel in SUPPORT_KERNELS},
        call_interpreted,
    )
    parts: list[str] = []
    kernels: dict[Kernel, None] = {}
    jobs: list[tuple[int, int | None]] = [(index, None) for index in members]
    jobs += [loop_place(module, loop) for loop in loops]
    for index, loop in jobs:
        text = FunctionText(context, module.functions[index], loop)
        parts.append(text.text())
        kernels.update(dict.fromkeys(text.out.kernels))
        if loop is None:
            parts.append(entry_text(module.functions[index]))
    fragment = ir_fragment(kernels)
    declarations = set(fragment.declarations.splitlines())
    declarations.add("declare i64 @llvm.read_register.i64(metadata)")
    head = [fragment.definitions, *sorted(declarations)]
    tail = ['!0 = !{!"branch_weights", i32 1, i32 2000}', f'!1 = !{{!"{_stack_register()}"}}']
    return "\n".join([*head, *parts, *tail]) + "\n", fragment.external


def loop_place(module: PreparedModule, loop: int) -> tuple[int, int]:
    """Function and prepared index of a loop head."""
    for function in module.functions:
        number = loop - function.first_loop
        if 0 <= number < len(function.loops):
            return function.index, function.loops[number]
    raise IndexError(f"the module has no loop {loop}")


def compile_unit(
    module: PreparedModule,
    image: ProgramImage,
    functions: Iterable[int],
    loops: Iterable[int],
    call_interpreted: Kernel,
    addresses: Mapping[str, int],
) -> CompiledUnit:
    """Compile and link functions and loops. `addresses` gives the machine's kernels by symbol."""
    members, heads = tuple(functions), tuple(loops)
    text, external = unit_text(module, image, members, heads, call_interpreted)
    code = compile_object(text)
    symbols = [name(index) for index in members for name in (body_name, entry_name)] + [
        loop_name(loop) for loop in heads
    ]
    imports = {symbol: addresses[symbol.strip('"')] for symbol in external}
    library = NativeLibrary.load(code, symbols, imports)
    return CompiledUnit(
        library,
        {index: library.address(body_name(index)) for index in members},
        {index: library.address(entry_name(index)) for index in members},
        {loop: library.address(loop_name(loop)) for loop in heads},
    )


def _stack_register() -> str:
    import platform

    return "sp" if platform.machine() in ("aarch64", "arm64") else "rsp"
