"""Fuel: which charge point governs which instruction, and what each point charges.

Charge points are the function's entry, every target of a backward jump, and every handler. An instruction is governed
by the innermost loop around it: the backward-jump target nearest before it whose last backward jump stands at or
after it. Instructions that only handlers lead to are governed by the nearest handler or loop of theirs before them.
All other instructions are governed by the entry. Every cycle passes a charge point, and every point charges at least
1.
"""

from __future__ import annotations

from dataclasses import dataclass

from plait.isa.instruction import Special
from plait.native.table import NATIVES
from plait.verify.verified import Decoded, VerifiedFunction

BACKWARD = frozenset((Special.JUMP, Special.JUMP_IF_TRUE, Special.JUMP_IF_FALSE))
"""Instructions whose jump immediate is a jump (that of TRY names a handler): all that have one."""

ENDS = frozenset((Special.JUMP, Special.RETURN, Special.RETURN_VOID, Special.THROW, Special.RETHROW))
"""Instructions after which execution does not continue with the next one."""


HOST_CALL_FUEL = 64
"""What a call of the host costs besides the instruction itself."""


@dataclass(frozen=True, slots=True)
class Charges:
    """Fuel by charge point: at entry, at loop heads and at handlers (by byte offset)."""

    entry: int
    loops: dict[int, int]
    handlers: dict[int, int]


def fuel_of(decoded: Decoded) -> int:
    """The fixed price of an instruction; a native call costs its own and the function's."""
    fuel = decoded.instruction.fuel
    effect = decoded.instruction.effect
    if effect is Special.NATIVE_CALL or effect is Special.NATIVE_OR_CALL:
        native = NATIVES.get(int(decoded.immediates[0]))
        fuel += HOST_CALL_FUEL if native is None else native.fuel
    return fuel


def compute_charges(function: VerifiedFunction) -> Charges:
    """The charges of all charge points of a function."""
    last_jump: dict[int, int] = {}
    handlers: set[int] = set()
    for decoded in function.instructions:
        effect = decoded.instruction.effect
        if not isinstance(effect, Special):
            continue
        if effect is Special.TRY:
            handlers.add(decoded.target)
        elif effect in BACKWARD and decoded.target <= decoded.offset:
            last_jump[decoded.target] = max(last_jump.get(decoded.target, 0), decoded.offset)
    if not handlers and not last_jump:
        return Charges(max(1, sum([fuel_of(decoded) for decoded in function.instructions])), {}, {})
    normal = _reached_without_errors(function) if handlers else None
    entry = 0
    loop_charges = dict.fromkeys(last_jump, 0)
    handler_charges = dict.fromkeys(handlers, 0)
    open_loops: dict[bool, list[int]] = {True: [], False: []}
    last_handler = -1
    for decoded in function.instructions:
        offset = decoded.offset
        is_normal = normal is None or offset in normal
        loops = open_loops[is_normal]
        if offset in last_jump:
            loops.append(offset)
        while loops and last_jump[loops[-1]] < offset:
            loops.pop()
        if offset in handlers and not is_normal:
            last_handler = offset
        loop = loops[-1] if loops else -1
        if loop >= 0 and (is_normal or loop >= last_handler):
            loop_charges[loop] += fuel_of(decoded)
        elif last_handler >= 0 and not is_normal:
            handler_charges[last_handler] += fuel_of(decoded)
        else:
            entry += fuel_of(decoded)
    return Charges(
        max(1, entry),
        {offset: max(1, charge) for offset, charge in loop_charges.items()},
        {offset: max(1, charge) for offset, charge in handler_charges.items()},
    )


def _reached_without_errors(function: VerifiedFunction) -> set[int]:
    """Offsets of the instructions that are reached without any error being caught."""
    by_offset = {decoded.offset: decoded for decoded in function.instructions}
    reached: set[int] = set()
    pending = [0]
    while pending:
        offset = pending.pop()
        while offset not in reached:
            reached.add(offset)
            decoded = by_offset[offset]
            effect = decoded.instruction.effect
            if isinstance(effect, Special):
                if effect in BACKWARD:
                    pending.append(decoded.target)
                if effect in ENDS:
                    break
            offset = decoded.next_offset
    return reached
