"""Where literals keep their types."""

from __future__ import annotations

from plait.frontend.next.check.iteration import iterated_or_none
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.types.lookup import base_constraint
from plait.frontend.next.types.model import (
    INSTANTIABLE,
    LITERAL,
    Anonymous,
    F,
    Intersection,
    Reference,
    Type,
    TypeParameter,
    Union,
)
from plait.frontend.next.types.unions import constituents_of
from plait.frontend.next.types.widening import regular, widen_literal, widen_unique


def keeps_literal(c: State, type: Type, wanted: Type | None) -> bool:
    """Whether a literal keeps its type where something is wanted: where literals or type parameters of such are."""
    if wanted is None:
        return False
    if isinstance(wanted, Union | Intersection):
        return any(keeps_literal(c, type, item) for item in wanted.constituents)
    if wanted.flags & INSTANTIABLE and not wanted.flags & (F.TEMPLATE | F.STRING_MAPPING | F.KEYOF):
        known = base_constraint(c.store, wanted)
        if known.flags & F.UNKNOWN:
            return False
        kinds = [(F.STRING, F.STRING_LITERAL), (F.NUMBER, F.NUMBER_LITERAL), (F.BIGINT, F.BIGINT_LITERAL)]
        for base, literal in kinds:
            if type.flags & literal and any(item.flags & base for item in constituents_of(known)):
                return True
        if type.flags & F.UNIQUE_SYMBOL and any(item.flags & F.SYMBOL for item in constituents_of(known)):
            return True
        return keeps_literal(c, type, known)
    if wanted.flags & (F.STRING_LITERAL | F.TEMPLATE | F.STRING_MAPPING | F.KEYOF):
        return bool(type.flags & F.STRING_LITERAL)
    pairs = F.NUMBER_LITERAL | F.BIGINT_LITERAL | F.BOOLEAN_LITERAL | F.UNIQUE_SYMBOL
    return bool(type.flags & wanted.flags & pairs)


def for_place(c: State, type: Type, wanted: Wanted | None) -> Type:
    """The type of a part of a literal: widened unless a literal type is wanted there."""
    if wanted is not None and wanted.is_const:
        return regular(type) if type.flags & LITERAL else type
    if isinstance(type, Union):
        if any(
            item.flags & (LITERAL | F.UNIQUE_SYMBOL) and keeps_literal(c, item, None if wanted is None else wanted.type)
            for item in type.constituents
        ):
            return type
        return widen_unique(c.store, widen_literal(c.store, type))
    if type.flags & (LITERAL | F.UNIQUE_SYMBOL) and keeps_literal(c, type, None if wanted is None else wanted.type):
        return type
    return widen_unique(c.store, widen_literal(c.store, type))


def element_for_rest(c: State, type: Type, rest: Type) -> Type:
    """The type of an argument in a tuple of arguments: widened unless literals are wanted."""
    known = base_constraint(c.store, rest) if rest.flags & INSTANTIABLE else rest
    wanted = None
    if isinstance(known, Reference | Anonymous | Union):
        wanted = iterated_or_none(c, known)
    if wanted is not None and keeps_literal(c, type, wanted):
        return regular(type)
    if isinstance(rest, TypeParameter) and rest.is_const:
        return regular(type)
    return widen_unique(c.store, widen_literal(c.store, type))
