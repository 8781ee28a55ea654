"""What the cases of the rules have in common."""

from __future__ import annotations

from plait.bytecode.assembler import assemble
from plait.bytecode.module import Module

PRELUDE = """
.global number i32
.global text string
.function value(i32, f64) -> i32
    LOAD_LOCAL 0
    RETURN
.function void()
    RETURN_VOID
"""
"""Functions 0 and 1, and two globals, for the cases to use."""


def module_of(function: str) -> Module:
    """The prelude and one more function, number 2."""
    return assemble(PRELUDE + function, "m.plasm")
