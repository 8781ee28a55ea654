"""Liveness of locals: which of them some path still reads before assigning, errors caught by handlers included."""

from __future__ import annotations

from heapq import heappop, heappush

from plait.bytecode.encoding import Decoded
from plait.isa.instruction import Special
from plait.verify.budget import Budget, words_of
from plait.verify.control_flow import FlowGraph
from plait.verify.types import CodeTypes


def live_locals(graph: FlowGraph, types: CodeTypes, function: int, local_count: int, budget: Budget) -> dict[int, int]:
    """By offset of each reachable instruction: the bit set of the locals that are live before it.

    Any instruction in a guarded range may throw, so what is live at the range's handler is live throughout the range.
    Equal neighbours share one object.
    """
    words = words_of(local_count)
    handlers = {number: types.entries[number].ranges.handler for number in graph.order}
    entry = _live_at_entry(graph, handlers, function, words, budget)
    live_before: dict[int, int] = {}
    for number in sorted(graph.order):
        block = graph.blocks[number]
        always = entry[handlers[number]] if handlers[number] >= 0 else 0
        live = always
        for successor in block.successors:
            live = _union(live, entry[successor])
        touching = list(block.touching)
        for decoded in reversed(graph.instructions[block.first : block.end]):
            if touching and decoded is touching[-1]:
                updated = _live_before(touching.pop(), live, always)
                if updated != live:
                    budget.spend_words(words, function)
                    live = updated
            live_before[decoded.offset] = live
    return live_before


def _live_before(decoded: Decoded, live: int, always: int) -> int:
    """What is live before an instruction that reads or assigns locals, by what is live behind it."""
    effect = decoded.instruction.effect
    if effect is Special.LOAD_LOCAL:
        return live | 1 << int(decoded.immediates[0])
    if effect is Special.LOAD_CAPTURED:
        return live | 1
    return live & ~(1 << int(decoded.immediates[0])) | always


def _union(first: int, second: int) -> int:
    """The union, as one of the two objects if it equals one."""
    both = first | second
    if both == first:
        return first
    return second if both == second else both


def _live_at_entry(
    graph: FlowGraph, handlers: dict[int, int], function: int, words: int, budget: Budget
) -> dict[int, int]:
    """By reachable block: the locals that are live at its start."""
    order = graph.order[::-1]
    rank = {number: position for position, number in enumerate(order)}
    reads, writes = _reads_and_writes(graph, function, words, budget)
    dependents: dict[int, list[int]] = {number: [] for number in order}
    for number in order:
        for successor in graph.blocks[number].successors:
            dependents[successor].append(number)
        if handlers[number] >= 0:
            dependents[handlers[number]].append(number)
    entry = dict.fromkeys(order, 0)
    pending = list(range(len(order)))
    is_pending = bytearray(b"\1" * len(order))
    while pending:
        position = heappop(pending)
        is_pending[position] = 0
        number = order[position]
        successors = graph.blocks[number].successors
        budget.spend_flow_steps(1 + len(successors), function)
        live = 0
        for successor in successors:
            live |= entry[successor]
        live = live & ~writes[number] | reads[number]
        if handlers[number] >= 0:
            live |= entry[handlers[number]]
        if live == entry[number]:
            continue
        if entry[number] == 0:
            budget.spend_words(words, function)
        entry[number] = live
        for dependent in dependents[number]:
            if not is_pending[rank[dependent]]:
                is_pending[rank[dependent]] = 1
                heappush(pending, rank[dependent])
        budget.spend_flow_steps(len(dependents[number]), function)
    return entry


def _reads_and_writes(
    graph: FlowGraph, function: int, words: int, budget: Budget
) -> tuple[dict[int, int], dict[int, int]]:
    """By reachable block: the locals that it reads before assigning them, and those that it assigns."""
    reads: dict[int, int] = {}
    writes: dict[int, int] = {}
    for number in graph.order:
        block = graph.blocks[number]
        read = written = 0
        for decoded in block.touching:
            effect = decoded.instruction.effect
            if effect is Special.LOAD_LOCAL:
                read |= 1 << int(decoded.immediates[0]) & ~written
            elif effect is Special.LOAD_CAPTURED:
                read |= 1
            elif effect is Special.STORE_LOCAL:
                written |= 1 << int(decoded.immediates[0])
        budget.spend_words((words if read else 0) + (words if written else 0), function)
        reads[number] = read
        writes[number] = written
    return reads, writes
