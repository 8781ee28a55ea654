"""Symbols, range 0x14: for programs that are compiled by flow."""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import address, i32, i64, kernel
from plait.native.table import NativeRange, native
from plait.runtime import symbols

SYMBOL = NativeRange.SYMBOL


@native(SYMBOL, 0x00, "symbol.new", "any -> any", flags=Flags.ALLOCATES)
@kernel
def new_symbol(description: i64) -> tuple[i64, i32]:
    """A new symbol with this description."""
    symbol, outcome = symbols.new_symbol(description)
    return address(symbol), outcome


@native(SYMBOL, 0x01, "symbol.description", "any -> any", fuel=2)
@kernel
def description(value: i64) -> i64:
    """The description of a symbol; undefined for what is none."""
    return symbols.description_of(value)
