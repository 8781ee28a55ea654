"""Tuples: making them, reading and assigning their places."""

from __future__ import annotations

from plait.frontend.check import typed
from plait.frontend.check.held import held
from plait.frontend.lower.code import Code
from plait.frontend.lower.numbers import emit_as
from plait.isa.value_types import TupleType


def _tuple_type(node: typed.Expression) -> TupleType:
    found = held(node.type)
    if not isinstance(found, TupleType):
        raise AssertionError(f"a tuple, not {found}")
    return found


def emit_tuple(code: Code, node: typed.NewTuple | typed.ReadPlace | typed.StorePlace, wants_value: bool) -> None:
    """One of the three things done with tuples."""
    match node:
        case typed.NewTuple(elements=elements):
            type_ = _tuple_type(node)
            for element, wanted in zip(elements, type_.elements, strict=True):
                emit_as(code, element, wanted)
            code.at(node.span)
            code.emit("NEW_TUPLE", code.type_index(type_), len(elements))
        case typed.ReadPlace(tuple=tuple_, place=place):
            code.emit_value(code, tuple_)
            code.at(node.span)
            code.emit("TUPLE_GET", code.type_index(_tuple_type(tuple_)), place)
        case typed.StorePlace():
            _store(code, node, wants_value)


def _store(code: Code, node: typed.StorePlace, wants_value: bool) -> None:
    type_ = _tuple_type(node.tuple)
    wanted = type_.elements[node.place]
    code.emit_value(code, node.tuple)
    if not wants_value:
        emit_as(code, node.value, wanted)
        code.at(node.span)
        code.emit("TUPLE_SET", code.type_index(type_), node.place)
        return
    with code.temporary(wanted) as value:
        emit_as(code, node.value, wanted)
        code.emit("STORE_LOCAL", value)
        code.emit("LOAD_LOCAL", value)
        code.at(node.span)
        code.emit("TUPLE_SET", code.type_index(type_), node.place)
        code.emit("LOAD_LOCAL", value)
