"""A second verifier, as simple as possible: whole states at each instruction, iterated until nothing changes.

It takes the types of results from the proof under test, and recomputes heights, open ranges, assignment and liveness.
"""

from __future__ import annotations

from plait.bytecode.encoding import Decoded
from plait.isa.instruction import Effect, Special
from plait.native import NATIVES
from plait.verify.verified import VerifiedFunction, VerifiedModule

ENDS = (Special.JUMP, Special.RETURN, Special.RETURN_VOID, Special.THROW, Special.RETHROW)
CONDITIONAL = (Special.JUMP_IF_TRUE, Special.JUMP_IF_FALSE)

Ranges = tuple[tuple[int, int], ...]


def pops(module: VerifiedModule, decoded: Decoded) -> int:
    """How many values an instruction takes."""
    effect = decoded.instruction.effect
    if isinstance(effect, Effect):
        return len(effect.pops)
    match effect:
        case (
            Special.CALL
            | Special.SPAWN
            | Special.NATIVE_CALL
            | Special.CALL_STATIC
            | Special.CALL_CONSTRUCTOR
            | Special.MAKE_CLOSURE
            | Special.NEW_TUPLE
            | Special.NEW_ARRAY_OF
        ):
            return int(decoded.immediates[-1])
        case (
            Special.CALL_METHOD
            | Special.CALL_SUPER
            | Special.CALL_INTERFACE
            | Special.CALL_CLOSURE
            | Special.CALL_EXPECTED
            | Special.SPAWN_METHOD
            | Special.SPAWN_CLOSURE
        ):
            return int(decoded.immediates[-1]) + 1
        case (
            Special.POP
            | Special.STORE_LOCAL
            | Special.STORE_GLOBAL
            | Special.STORE_STATIC
            | Special.UPCAST
            | Special.JUMP_IF_TRUE
            | Special.JUMP_IF_FALSE
            | Special.RETURN
            | Special.THROW
            | Special.RETHROW
            | Special.AWAIT
        ):
            return 1
        case _:
            return 0


def successors(decoded: Decoded, ranges: Ranges) -> list[tuple[int, Ranges]]:
    """Where execution continues without an error, and the ranges open there."""
    effect = decoded.instruction.effect
    if effect is Special.TRY:
        return [(decoded.next_offset, (*ranges, (decoded.target, -1)))]
    if effect is Special.END_TRY:
        return [(decoded.next_offset, ranges[:-1])]
    following = [] if effect in ENDS else [(decoded.next_offset, ranges)]
    if effect is Special.JUMP or effect in CONDITIONAL:
        following.append((decoded.target, ranges))
    return following


def check(module: VerifiedModule, function: VerifiedFunction) -> None:
    """Assert that the proof is what the naive computation gives."""
    by_offset = {decoded.offset: decoded for decoded in function.instructions}
    heights: dict[int, int] = {0: 0}
    ranges: dict[int, Ranges] = {0: ()}
    pending = [0]
    greatest = 0
    while pending:
        offset = pending.pop()
        decoded = by_offset[offset]
        here = ranges[offset]
        height = heights[offset] - pops(module, decoded) + (offset in function.result_types)
        greatest = max(greatest, height)
        following: list[tuple[int, Ranges, int]] = []
        if decoded.instruction.effect is Special.TRY:
            following.append((decoded.target, here, height + 1))
            greatest = max(greatest, height + 1)
        for target, there in successors(decoded, here):
            opened = tuple((handler, height if floor < 0 else floor) for handler, floor in there)
            following.append((target, opened, height))
        for target, there, expected in following:
            if target in heights:
                assert heights[target] == expected
                assert ranges[target] == there
            else:
                heights[target], ranges[target] = expected, there
                pending.append(target)
    assert set(heights) == set(by_offset)
    assert greatest == function.max_stack
    for offset, state in function.blocks.items():
        assert len(state.stack) == heights[offset]
        assert tuple((entry.handler, entry.height) for entry in state.open_tries) == ranges[offset]
    check_blocks(function)
    check_locals(function, by_offset, ranges)


def check_blocks(function: VerifiedFunction) -> None:
    """Entries stand at exactly the places that are promised."""
    expected = {0}
    reachable = {decoded.offset for decoded in function.instructions}
    for decoded in function.instructions:
        effect = decoded.instruction.effect
        if effect in (Special.JUMP, Special.TRY, *CONDITIONAL):
            expected.add(decoded.target)
        if effect in ENDS or effect in CONDITIONAL:
            expected.add(decoded.next_offset)
    assert set(function.blocks) == expected & reachable


def check_locals(function: VerifiedFunction, by_offset: dict[int, Decoded], ranges: dict[int, Ranges]) -> None:
    """Liveness and assignment, instruction by instruction."""
    live: dict[int, set[int]] = {offset: set() for offset in by_offset}
    count = len(function.function.parameter_types) + len(function.function.local_types)
    assigned: dict[int, set[int]] = {offset: set(range(count)) for offset in by_offset}
    assigned[0] = set(range(len(function.function.parameter_types)))
    changed = True
    while changed:
        changed = False
        for offset in sorted(by_offset, reverse=True):
            decoded = by_offset[offset]
            targets = [target for target, _ in successors(decoded, ranges[offset])]
            before = set().union(*(live[target] for target in targets)) if targets else set()
            if decoded.instruction.effect is Special.STORE_LOCAL:
                before.discard(int(decoded.immediates[0]))
            elif decoded.instruction.effect is Special.LOAD_LOCAL:
                before.add(int(decoded.immediates[0]))
            elif decoded.instruction.effect is Special.LOAD_CAPTURED:
                before.add(0)
            for handler, _ in ranges[offset]:
                before |= live[handler]
            if before != live[offset]:
                live[offset] = before
                changed = True
            after = set(assigned[offset])
            if decoded.instruction.effect is Special.STORE_LOCAL:
                after.add(int(decoded.immediates[0]))
            reached = [(target, after) for target in targets]
            reached += [(handler, assigned[offset]) for handler, _ in ranges[offset]]
            for target, known in reached:
                if not assigned[target] <= known:
                    assigned[target] &= known
                    changed = True
    for offset, bits in function.live_locals.items():
        assert {number for number in range(count) if bits >> number & 1} == live[offset]
        assert live[offset] <= assigned[offset]
    assert set(function.live_locals) == set(by_offset)
    for offset, decoded in by_offset.items():
        if decoded.instruction.effect is Special.NATIVE_CALL:
            assert int(decoded.immediates[0]) in NATIVES
        if decoded.instruction.effect is Special.LOAD_LOCAL:
            assert int(decoded.immediates[0]) in assigned[offset]
