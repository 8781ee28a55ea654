"""Function values of functions that are called directly, and writing all that is pending, which may ask for more."""

from __future__ import annotations

from plait.bytecode.builder import FunctionBuilder
from plait.frontend.next.lower.closures import specification
from plait.frontend.next.lower.functions import lower_pending
from plait.frontend.next.lower.program_tables import PendingWrapper, ProgramTables
from plait.frontend.next.lower.tables import LOWERINGS
from plait.frontend.next.represent.flows import Direct


def lower_all_pending(program: ProgramTables, wrapped: dict[Direct, int]) -> None:
    """Write pending functions until none is left; `wrapped` gets the bodies of function values that are asked for."""
    while True:
        while program.pending:
            lower_pending(program, program.pending.pop(), LOWERINGS)
        missing = [direct for direct in program.function_values if direct not in wrapped]
        if not missing:
            return
        for direct in missing:
            index = program.closure_function(direct.variable.name, ())
            wrapped[direct] = index
            program.pending.append(PendingWrapper(index, direct))


def make_function_value(program: ProgramTables, builder: FunctionBuilder, direct: Direct, body: int) -> None:
    """Write the making of a function value into its global."""
    function = direct.unit.function
    if function is None:
        raise AssertionError("a function is called directly")
    table = program.file_of(direct.unit)
    place = "" if table is None else program.place_of_text(table, function)
    text = specification(function, direct.variable.name, program.library is None, place)
    builder.emit("CONST_STRING", program.module.add_string(text))
    builder.emit("BOX_REF")
    builder.emit("MAKE_CLOSURE", body, 1)
    builder.emit("STORE_GLOBAL", program.function_values[direct])
