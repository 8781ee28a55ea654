"""How the library's bodies name natives and instructions: `$array_slice` and `$$FSQRT`."""

from __future__ import annotations

from plait.frontend.next.represent.held import HELD, Held
from plait.isa import BY_MNEMONIC, Instruction
from plait.isa.instruction import ArrayPattern, Effect, NativeFunction, TypePattern
from plait.isa.value_types import ArrayType, Opaque, Primitive
from plait.native.host_offers import HOST_OFFERS, HostOffer
from plait.native.table import BY_NAME

MNEMONIC = "$$"
CALL = "$call"
CALL_RAW = "$callRaw"
SPAWN = "$spawn"
HOST = "$host_"
SPECIAL = (CALL, CALL_RAW, SPAWN)


def named_operation(name: str) -> Instruction | NativeFunction | None:
    """The instruction or native that a name in a body means; None for any other name."""
    if name.startswith(MNEMONIC):
        return BY_MNEMONIC[name[len(MNEMONIC) :]]
    if name.startswith("$") and name not in (CALL, CALL_RAW, SPAWN):
        return BY_NAME[name[1:].replace("_", ".")]
    return None


def host_offer(name: str) -> HostOffer | None:
    """The function of the host that a name in a body means (`$host_timeZonePeriod`); None for any other name."""
    return HOST_OFFERS[name[1:].replace("_", ".")] if name.startswith(HOST) else None


def native_result(name: str) -> Held | None:
    """How the result of what a name means is held, as variables hold it; None if the name means no operation."""
    if name in (CALL, CALL_RAW, SPAWN):
        return Held.WORD
    offer = host_offer(name)
    if offer is not None:
        return HELD.get(offer.result, Held.WORD)
    operation = named_operation(name)
    if operation is None:
        return None
    pushes = effect_of(operation).pushes
    if not pushes:
        return Held.WORD
    held = held_as(pushes[0])
    return Held.NUMBER if held is Held.INTEGER else held


def effect_of(operation: Instruction | NativeFunction) -> Effect:
    """What an operation takes and gives."""
    effect = operation.effect
    if not isinstance(effect, Effect):
        raise AssertionError(f"{operation} is no ordinary instruction")
    return effect


def held_as(pattern: TypePattern) -> Held:
    """How a body holds what an operation takes or gives: arrays and words of any kind are lists and words."""
    match pattern:
        case Primitive() | Opaque():
            return HELD.get(pattern, Held.WORD)
        case ArrayType() | ArrayPattern():
            return Held.LIST
        case _:
            return Held.WORD
