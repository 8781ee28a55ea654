"""Natives and instructions that bodies of the library name."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.represent.held import GENERAL, LIST_TYPE, Held
from plait.frontend.next.represent.natives import effect_of, held_as, host_offer, named_operation
from plait.isa import Instruction
from plait.isa.value_types import ANY
from plait.native.host_offers import HostOffer


def call_named(code: Code, name: str, node: syntax.Call) -> Held:
    """Write the call of a native or an instruction; what gives nothing gives undefined."""
    offer = host_offer(name)
    if offer is not None:
        return _call_offer(code, offer, node)
    operation = named_operation(name)
    if operation is None:
        raise AssertionError(f"{name} names no operation")
    effect = effect_of(operation)
    if len(effect.pops) != len(node.arguments):
        raise AssertionError(f"{name} takes {len(effect.pops)} arguments in {code.builder.name}")
    for pattern, argument in zip(effect.pops, node.arguments, strict=True):
        code.valued(argument, held_as(pattern))
    if isinstance(operation, Instruction):
        code.emit(operation.mnemonic)
    else:
        code.emit("NATIVE_CALL", operation.id, len(effect.pops))
    if not effect.pushes:
        code.undefined()
        return Held.WORD
    return held_as(effect.pushes[0])


def _call_offer(code: Code, offer: HostOffer, node: syntax.Call) -> Held:
    """Write the call of a function that every host offers."""
    for pattern, argument in zip(offer.parameter_types, node.arguments, strict=True):
        code.valued(argument, held_as(pattern))
    if code.reachable:
        host = code.program.module.add_import(offer.name, offer.parameter_types, offer.result)
        code.emit("NATIVE_CALL", host, len(offer.parameter_types))
    return held_as(offer.result)


def spawn_function(code: Code, function: Any) -> Held:
    """`$spawn(f)`: the task in which a function runs that is called without arguments, as a word."""
    code.word(function)
    code.emit("UNBOX_REF", code.type_index(GENERAL))
    for parameter in GENERAL.parameters[:-2]:
        assert parameter is ANY
        code.undefined()
    code.null(LIST_TYPE)
    code.integer(0)
    code.native("coroutine.prepare")
    code.emit("SPAWN_CLOSURE", len(GENERAL.parameters))
    code.emit("BOX_REF")
    return Held.WORD


def call_raw(code: Code, node: syntax.Call) -> Held:
    """`$callRaw(f, self, a, b, c, d, more, count)`: a call with its arguments as a general call has them."""
    function, *others = node.arguments
    code.word(function)
    code.emit("UNBOX_REF", code.type_index(GENERAL))
    held = [Held.WORD] * 5 + [Held.LIST, Held.INTEGER]
    for argument, wanted in zip(others, held, strict=True):
        code.valued(argument, wanted)
    code.emit("CALL_CLOSURE", len(GENERAL.parameters))
    return Held.WORD
