"""The one number that a meaning gets for all immediates of its instruction."""

from __future__ import annotations

from plait.bytecode.module import Module
from plait.isa.instruction import ArrayPattern, CellPattern, ChannelPattern, Effect, Immediate
from plait.memory.layouts import DATA, type_info_offset
from plait.prepare.type_tables import TypeTables
from plait.verify.verified import Decoded

SLOTS = (Immediate.SLOT, Immediate.ELEMENT, Immediate.CAPTURED)
"""Immediates that count the slots of an object; what they count in stands before them."""


def entry_immediate(module: Module, decoded: Decoded, tables: TypeTables) -> int:
    """What the meaning of an ordinary instruction gets; 0 when it has no immediates."""
    kinds = decoded.instruction.immediates
    if not kinds:
        return 0
    value = int(decoded.immediates[-1])
    match kinds[-1]:
        case kind if kind in SLOTS:
            return slot_distance(value)
        case Immediate.CLASS:
            return type_info_offset(value)
        case Immediate.MEMBER:
            return tables.next_cache(int(decoded.immediates[0]), value)
        case Immediate.TYPE:
            return _type_immediate(module, decoded, tables)
        case _:
            return value


def slot_distance(slot: int) -> int:
    """The byte distance of a slot from the start of its object."""
    return DATA + 8 * slot


def _type_immediate(module: Module, decoded: Decoded, tables: TypeTables) -> int:
    """By what the instruction makes: an array's word, a type info, or else a selector of the type."""
    named = module.types[int(decoded.immediates[0])]
    effect = decoded.instruction.effect
    assert isinstance(effect, Effect)
    match effect.pushes:
        case (ArrayPattern(),):
            return tables.array_word(named)
        case (CellPattern(),):
            return tables.cell_info(named)
        case (ChannelPattern(),):
            return tables.channel_info(named)
        case _:
            return tables.selector(named)
