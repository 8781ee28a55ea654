"""From a `Module`, which may be nonsense, to a `VerifiedModule`, which is safe to run."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from plait.bytecode.encoding import Decoded
from plait.bytecode.module import Base, Module, begins_with_base
from plait.bytecode.sequences import Extended, OnDemand
from plait.isa.value_types import ValueType
from plait.kernel.cache import ObjectCache
from plait.verify.assignment import check_assignment
from plait.verify.budget import Budget
from plait.verify.class_tables import ClassTables, resolve_classes
from plait.verify.control_flow import FlowGraph, build_flow_graph
from plait.verify.interning import OpenRanges, StackShape
from plait.verify.limits import FLOW_STEPS_PER_EDGE
from plait.verify.liveness import live_locals
from plait.verify.module_types import ModuleTypes, intern_module
from plait.verify.structure import check_code, check_function, check_sizes
from plait.verify.types import CodeTypes, check_types
from plait.verify.verified import BlockState, OpenTry, VerifiedBase, VerifiedFunction, VerifiedModule

MAX_BASES: Final = 4
"""How many bases the process keeps the proof of, and how many are known to be verified from one process to the next."""


def verify(module: Module) -> VerifiedModule:
    """Prove that the module is safe to run, or raise `VerifyError` saying which rule it breaks, and where.

    The cost is bounded by the limits in `verify.limits`, whatever the module. What it has of a base is proven once.
    """
    base = _base_proof(module.base) if module.base is not None and begins_with_base(module) else None
    return _prove(module, base)[1]


@dataclass(frozen=True, slots=True)
class _BaseProof:
    """A verified base, with the types that modules which begin with it begin with."""

    types: ModuleTypes
    verified: VerifiedBase


def _prove(module: Module, base: _BaseProof | None) -> tuple[ModuleTypes, VerifiedModule]:
    first = 0 if base is None else len(base.types.functions)
    check_sizes(module, None if base is None else base.verified.base.module)
    budget = Budget()
    types = intern_module(module, None if base is None else base.types)
    tables = resolve_classes(types, budget)
    code = check_code(module, types, tables.classes, budget, first)
    functions = tuple(
        _verify_function(module, types, tables, index, instructions, budget)
        for index, instructions in enumerate(code, first)
    )
    if base is None:
        return types, VerifiedModule(module, functions, tables.classes)
    joined = Extended(base.verified.verified.functions, functions)
    return types, VerifiedModule(module, joined, tables.classes, base.verified)


@lru_cache(maxsize=MAX_BASES)
def _base_proof(base: Base) -> _BaseProof:
    """The proof of a base.

    One that this user's processes have verified before is believed (see `kernel.cache`); what the proof says of a
    function is then found when it is asked for. Raises `VerifyError`.
    """
    cache, key = ObjectCache.default("verified", MAX_BASES), base.key
    module = base.module
    if not key or cache.get(key) is None:
        types, verified = _prove(module, None)
        if key:
            cache.put(key, b"")
        return _BaseProof(types, VerifiedBase(base, verified))
    types = intern_module(module)
    tables = resolve_classes(types, Budget())

    def prove(index: int) -> VerifiedFunction:
        budget = Budget()
        instructions = check_function(module, types, tables.classes, budget, index)
        return _verify_function(module, types, tables, index, instructions, budget)

    functions = OnDemand(len(module.functions), prove)
    return _BaseProof(types, VerifiedBase(base, VerifiedModule(module, functions, tables.classes)))


def _verify_function(
    module: Module,
    types: ModuleTypes,
    tables: ClassTables,
    index: int,
    instructions: tuple[Decoded, ...],
    budget: Budget,
) -> VerifiedFunction:
    graph = build_flow_graph(instructions, index)
    function = types.functions[index]
    proof = check_types(types, tables, index, graph)
    budget.add_flow_steps(FLOW_STEPS_PER_EDGE * graph.edge_count)
    check_assignment(graph, index, len(function.call.parameters), function.locals, budget)
    blocks = _public_blocks(graph, proof, index, budget)
    live = live_locals(graph, proof, index, len(function.locals), budget)
    reachable = tuple(decoded for decoded in instructions if decoded.offset in live)
    return VerifiedFunction(
        module.functions[index],
        reachable,
        blocks,
        proof.result_types,
        live,
        proof.max_stack,
        proof.call_signatures,
    )


def _public_blocks(graph: FlowGraph, proof: CodeTypes, function: int, budget: Budget) -> dict[int, BlockState]:
    """The states in the form that others read. Equal stacks share one tuple, as do equal ranges."""
    stacks: dict[StackShape, tuple[ValueType, ...]] = {}
    ranges: dict[OpenRanges, tuple[OpenTry, ...]] = {}
    states: dict[int, BlockState] = {}
    for number in sorted(graph.order):
        block = graph.blocks[number]
        if not block.is_public:
            continue
        entry = proof.entries[number]
        if entry.stack not in stacks:
            budget.spend_words(1 + entry.stack.height, function)
            stacks[entry.stack] = entry.stack.top(entry.stack.height)
        if entry.ranges not in ranges:
            budget.spend_words(1 + entry.ranges.count, function)
            ranges[entry.ranges] = entry.ranges.as_tuple()
        offset = graph.instructions[block.first].offset
        states[offset] = BlockState(stacks[entry.stack], ranges[entry.ranges])
    return states
