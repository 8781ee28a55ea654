"""Symbols."""

from __future__ import annotations

from plait.kernel import address, i32, i64, kernel, size_of
from plait.memory.allocator import allocate
from plait.memory.errors import Outcome
from plait.memory.layouts import SYMBOL_INFO, UNDEFINED, Kind, TypeInfo, type_info_offset
from plait.memory.record_layouts import SymbolObject
from plait.runtime.value_kinds import is_symbol, next_serial

SYMBOL_TYPE = TypeInfo(type_info_offset(SYMBOL_INFO))


@kernel
def new_symbol(description: i64) -> tuple[SymbolObject, i32]:
    """A new symbol."""
    symbol = SymbolObject(allocate(Kind.OBJECT, size_of(SymbolObject)))
    if address(symbol) == 0:
        return symbol, Outcome.NEED_MEMORY
    symbol.info = SYMBOL_TYPE
    symbol.serial = next_serial()
    symbol.description = description
    return symbol, Outcome.DONE


@kernel
def description_of(value: i64) -> i64:
    """The description of a symbol, undefined for what is none."""
    return SymbolObject(value).description if is_symbol(value) else UNDEFINED
