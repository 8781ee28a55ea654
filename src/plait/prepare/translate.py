"""Verified module → prepared module."""

from __future__ import annotations

from plait.bytecode.sequences import Extended
from plait.prepare.bases import prepared_base
from plait.prepare.prepared import PreparedModule
from plait.prepare.program import extending_program, new_program
from plait.prepare.translator import prepare_functions
from plait.verify.verified import VerifiedModule


def prepare(verified: VerifiedModule) -> PreparedModule:
    """Prepare every function of a module; those of its base once for all modules that begin with it.

    Raises `VerifyError` for a function that needs too many slots, and for a module that costs too much.
    """
    base = None if verified.base is None else prepared_base(verified.base)
    program = new_program(verified) if base is None else extending_program(verified, base)
    loops = [] if base is None else [*base.module.loops]
    first = 0 if base is None else len(base.module.functions)
    functions = prepare_functions(program, verified.own_functions, first, loops)
    layout = program.layout()
    if base is None:
        return PreparedModule(verified, functions, layout, tuple(loops))
    return PreparedModule(verified, Extended(base.module.functions, functions), layout, tuple(loops), base)
