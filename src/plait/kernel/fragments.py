"""IR of kernels for those who build modules around them: the JIT, and the module of all kernels."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plait.kernel.emit_llvm import LIBRARY, llvm_declaration, llvm_signature
from plait.kernel.emit_llvm_expression import llvm_name
from plait.kernel.kernel import Kernel, as_kernel
from plait.kernel.program import Program

__all__ = ["IrFragment", "exported_kernels", "ir_fragment", "ir_module", "llvm_name", "llvm_signature"]


@dataclass(frozen=True, slots=True)
class IrFragment:
    """What a module has to contain so that it can call some kernels.

    `definitions` holds the inline kernels among them, those they reach through inline ones, and their tables;
    `declarations` the others. `external` are the symbols of the declared kernels, which the linker must be told.
    """

    definitions: str
    declarations: str
    external: tuple[str, ...]


def ir_fragment(kernels: Iterable[Callable[..., object]]) -> IrFragment:
    """The fragment with which a module can call these kernels."""
    definitions: dict[str, str] = {}
    declarations: dict[str, str] = {}
    external: dict[str, None] = {}
    seen: set[Kernel] = set()
    waiting = [as_kernel(kernel) for kernel in kernels]
    while waiting:
        kernel = waiting.pop()
        if kernel in seen:
            continue
        seen.add(kernel)
        if not kernel.inline:
            declarations[kernel.name] = llvm_declaration(kernel)
            external[llvm_name(kernel)] = None
            continue
        definitions.update((table, table) for table in kernel.text.tables)
        definitions[kernel.name] = kernel.text.definition("internal ")
        declarations.update((name, LIBRARY[name]) for name in kernel.text.library)
        waiting.extend(kernel.definition.callees)
    return IrFragment("\n".join(definitions.values()), "\n".join(declarations.values()), tuple(external))


def ir_module(program: Program) -> str:
    """The module of all kernels of a program. Roots and ordinary kernels can be linked to."""
    parts: dict[str, None] = {}
    for kernel in program.kernels:
        parts.update(dict.fromkeys(kernel.text.tables))
        parts.update(dict.fromkeys(LIBRARY[name] for name in kernel.text.library))
    exported = set(exported_kernels(program))
    for kernel in program.kernels:
        parts[kernel.text.definition("" if kernel in exported else "internal ")] = None
    return "\n".join(parts)


def exported_kernels(program: Program) -> tuple[Kernel, ...]:
    """The kernels of a program whose symbols the linker sees."""
    roots = set(program.roots)
    return tuple(kernel for kernel in program.kernels if kernel in roots or not kernel.inline)
