"""IR of kernels for those who build modules of them or around them: the JIT, and the module of all kernels."""

from __future__ import annotations

from plait.kernel.call_texts import CallText
from plait.kernel.emit_llvm import LIBRARY, llvm_declaration
from plait.kernel.emit_llvm_expression import result_type
from plait.kernel.kernel import Kernel
from plait.kernel.memory_scopes import SCOPES
from plait.kernel.program import Program


def call_text(kernel: Kernel) -> CallText:
    """What a module must know and contain to call a kernel."""
    result = result_type(kernel.signature.results)
    if not kernel.inline:
        return CallText(result, llvm_declaration(kernel), "", (), ())
    text = kernel.text
    needs = (*text.tables, *(LIBRARY[name] for name in text.library))
    callees = tuple(callee.name for callee in kernel.definition.callees)
    return CallText(result, "", text.definition("internal "), needs, callees)


def ir_module(program: Program) -> str:
    """The module of all kernels of a program. Roots and ordinary kernels can be linked to."""
    parts: dict[str, None] = {}
    for kernel in program.kernels:
        parts.update(dict.fromkeys(kernel.text.tables))
        parts.update(dict.fromkeys(LIBRARY[name] for name in kernel.text.library))
    exported = set(exported_kernels(program))
    for kernel in program.kernels:
        parts[kernel.text.definition("" if kernel in exported else "internal ")] = None
    return "\n".join([*parts, SCOPES])


def exported_kernels(program: Program) -> tuple[Kernel, ...]:
    """The kernels of a program whose symbols the linker sees."""
    roots = set(program.roots)
    return tuple(kernel for kernel in program.kernels if kernel in roots or not kernel.inline)
