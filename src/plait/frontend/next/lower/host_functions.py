"""The functions of a module by which the embedding program reaches what a program exports."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from plait.bytecode.host_functions import EXPORTED_VALUES, EXPORTED_VARIABLES, HOST_CLASSES_OF_PROGRAM, SERVE_HOST
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.functions import new_code
from plait.frontend.next.lower.names import load_global
from plait.frontend.next.lower.program_tables import ProgramTables
from plait.frontend.next.lower.tables import LOWERINGS
from plait.frontend.next.lower.variables import load_variable
from plait.frontend.next.represent.held import Held
from plait.frontend.next.represent.units import Namespace, UnitTable, Variable
from plait.isa.value_types import ANY, F64

HOST_CLASSES: Final = ("Date", "Map", "Set", "Uint8Array")
"""The classes of which Python values become objects, in programs that mention them anywhere."""

DECLARES_DATA: Final = re.compile(
    r"^[^\S\n]*(?:export\s+)?declare\s+function\b[^;\n]*(?:\{|\b[A-Z]|\b(?:unknown|object)\b)", re.MULTILINE
)
"""What a program has that declares functions of the host which take or give more than numbers, texts and the like."""

ORDINARY: Final = 7
"""The attributes of properties that programs make by assignment."""


def write_host_functions(program: ProgramTables, table: UnitTable, exports: Mapping[str, Variable | Namespace]) -> None:
    """Write the functions."""
    variables = {name: item for name, item in exports.items() if isinstance(item, Variable) and not item.is_constant}
    constants = {name: item for name, item in exports.items() if name not in variables}
    _exported_values(program, table, EXPORTED_VALUES, constants)
    _exported_values(program, table, EXPORTED_VARIABLES, variables)
    _classes(program, table)
    _serve(program, table)


def _new_code(program: ProgramTables, table: UnitTable, index: int) -> Code:
    code = new_code(program, table, table.main, index, LOWERINGS, Held.WORD)
    code.has_place = False
    return code


def _exported_values(
    program: ProgramTables, table: UnitTable, name: str, exports: Mapping[str, Variable | Namespace]
) -> None:
    """A new object with what is exported, as it is now."""
    code = _new_code(program, table, program.module.declare_function(name, (), ANY))
    with code.temporary() as made:
        code.library("newNamespace")
        code.store(made)
        for key, member in exports.items():
            code.load(made)
            code.key(key)
            if isinstance(member, Namespace):
                code.emit("LOAD_GLOBAL", program.namespace_object(member))
            else:
                code.convert(load_variable(code, member), Held.WORD)
            code.integer(ORDINARY)
            code.native("property.define")
        code.load(made)
    code.emit("RETURN")


def _classes(program: ProgramTables, table: UnitTable) -> None:
    """A list of those classes of the library that the program mentions, undefined for others."""
    code = _new_code(program, table, program.module.declare_function(HOST_CLASSES_OF_PROGRAM, (), ANY))
    with code.temporary() as made:
        code.library("newObject")
        code.store(made)
        for index, name in enumerate(HOST_CLASSES):
            if any(name in item.bound.file.text for item in program.files):
                code.load(made)
                code.key(str(index))
                code.convert(load_global(code, table.bound.module, name), Held.WORD)
                code.integer(ORDINARY)
                code.native("property.define")
        code.load(made)
    code.emit("RETURN")


def _serve(program: ProgramTables, table: UnitTable) -> None:
    index = program.module.declare_function(SERVE_HOST, (F64, ANY, ANY, ANY), ANY)
    code = _new_code(program, table, index)
    for place in range(4):
        code.load(place)
    code.library("serveHost")
    code.emit("RETURN")
