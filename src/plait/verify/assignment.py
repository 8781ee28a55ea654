"""Definite assignment: no local is read before it has been assigned on every path to there."""

from __future__ import annotations

from heapq import heappop, heappush

from plait.errors import VerifyError
from plait.isa.instruction import Special
from plait.isa.value_types import ValueType
from plait.verify.budget import Budget, words_of
from plait.verify.control_flow import FlowGraph


def check_assignment(
    graph: FlowGraph, function: int, parameter_count: int, local_types: tuple[ValueType, ...], budget: Budget
) -> None:
    """Raises `VerifyError` at the first read, in the order of the code, of a local that may be unassigned.

    A handler starts with what is assigned at its TRYs: inside a range more may be assigned, never less.
    """
    words = words_of(len(local_types))
    gains = _gains(graph, function, words, budget)
    assigned = _assigned_at_entry(graph, function, parameter_count, gains, words, budget)
    for number in sorted(graph.order):
        block = graph.blocks[number]
        known = assigned[number]
        for decoded in block.touching:
            effect = decoded.instruction.effect
            if effect is Special.STORE_LOCAL:
                known |= 1 << int(decoded.immediates[0])
            elif effect is Special.LOAD_LOCAL:
                local = int(decoded.immediates[0])
                if not known >> local & 1:
                    message = f"local {local} ({local_types[local]}) is read, but not assigned on every path"
                    raise VerifyError(message, function, decoded.offset)


def _gains(graph: FlowGraph, function: int, words: int, budget: Budget) -> dict[int, int]:
    """By reachable block: the bit set of the locals that it assigns."""
    gains: dict[int, int] = {}
    for number in graph.order:
        block = graph.blocks[number]
        gained = 0
        for decoded in block.touching:
            if decoded.instruction.effect is Special.STORE_LOCAL:
                gained |= 1 << int(decoded.immediates[0])
        if gained:
            budget.spend_words(words, function)
        gains[number] = gained
    return gains


def _assigned_at_entry(
    graph: FlowGraph, function: int, parameter_count: int, gains: dict[int, int], words: int, budget: Budget
) -> dict[int, int]:
    """By reachable block: the bit set of the locals that are assigned on every path to its start."""
    rank = {number: position for position, number in enumerate(graph.order)}
    assigned = {0: (1 << parameter_count) - 1}
    pending = [0]
    is_pending = {0}
    while pending:
        number = graph.order[heappop(pending)]
        is_pending.remove(number)
        block = graph.blocks[number]
        budget.spend_flow_steps(1 + len(block.successors), function)
        after = assigned[number] | gains[number]
        for successor in block.successors:
            before = assigned.get(successor)
            if before is None:
                budget.spend_words(words, function)
                met = after
            else:
                met = before & after
                if met == before:
                    continue
            assigned[successor] = met
            if successor not in is_pending:
                is_pending.add(successor)
                heappush(pending, rank[successor])
    return assigned
