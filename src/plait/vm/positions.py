"""Places of prepared code in the source."""

from __future__ import annotations

from plait.bytecode.module import Module
from plait.vm.program import LoadedProgram

LIBRARY = " (library)"
"""How lines end of functions that the compiler has added."""


def _has_positions(module: Module) -> bool:
    return any(item.positions for item in module.functions[module.first_function :])


def describe_position(program: LoadedProgram, function: int, pc: int) -> str:
    """`name (file:line:column)` of a prepared instruction.

    A function without positions in a module that has them is one that the compiler added: `name (library)`.
    """
    source = program.module.functions[function]
    if not source.positions and _has_positions(program.module):
        # What is prepared of the library is made when it is first asked for, which takes long.
        return f"{source.name}{LIBRARY}"
    offset = program.prepared.functions[function].instructions[pc].offset
    position = source.position_at(offset)
    if position is None:
        return f"{source.name} ({program.module.name}, at {offset})"
    return f"{source.name} ({program.module.name}:{position.line}:{position.column})"
