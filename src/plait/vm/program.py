"""A program as the machine has loaded it: verified, prepared, laid out, and the table of its compiled code."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

from plait.bytecode.module import Module
from plait.collector import resting_collector
from plait.errors import refuse_copy
from plait.jit.linked_unit import ObjectUnit
from plait.prepare.image import ProgramImage, build_image
from plait.prepare.prepared import PreparedModule
from plait.prepare.stack_maps import StackMaps
from plait.prepare.translate import prepare
from plait.verify import verify
from plait.vm.base_code import BaseCode
from plait.vm.image_pages import ImagePages
from plait.vm.options import VmOptions
from plait.vm.stored_code import StoredCode


class CodeTables:
    """Where the compiled code of a program is: an address for each function and each loop, null where there is none.

    A function has three: `functions` holds what the interpreter enters, `bodies` what compiled code calls, `generals`
    where that goes on which is not usual.

    Native code reads the tables at any time; an entry is written when its code is complete, and again when there is
    better code. `units` are what was compiled well of the module's own, `base` is the code of what it begins with,
    `keep` holds what owns the linked code. `spent` counts the prepared instructions that were compiled,
    `refused` holds the functions that never are; `is_complete` says that all others have been.
    """

    __reduce__ = refuse_copy

    def __init__(self, function_count: int, loop_count: int) -> None:
        self.functions = (ctypes.c_void_p * max(1, function_count))()
        self.bodies = (ctypes.c_void_p * max(1, function_count))()
        self.generals = (ctypes.c_void_p * max(1, function_count))()
        self.loops = (ctypes.c_void_p * max(1, loop_count))()
        self.units: list[ObjectUnit] = []
        self.keep: list[object] = []
        self.stored: StoredCode | None = None
        self.base: BaseCode | None = None
        self.spent = 0
        self.refused: set[int] = set()
        self.is_complete = False


@dataclass(frozen=True, slots=True)
class LoadedProgram:
    """What all contexts that run a module share."""

    __reduce__ = refuse_copy

    module: Module
    prepared: PreparedModule
    image: ProgramImage
    code: CodeTables
    stack_maps: StackMaps
    pages: ImagePages
    first_words: dict[VmOptions, bytes]
    """What `first_words.first_words` has made for some options."""


def load_program(module: Module) -> LoadedProgram:
    """Verify and prepare a module. Raises `VerifyError`; `LimitError` when it is too large for any memory."""
    with resting_collector():
        prepared = prepare(verify(module))
        code = CodeTables(len(prepared.functions), prepared.loop_count)
        image = build_image(prepared)
    return LoadedProgram(module, prepared, image, code, StackMaps(prepared), ImagePages(image), {})
