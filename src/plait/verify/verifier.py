"""From a `Module`, which may be nonsense, to a `VerifiedModule`, which is safe to run."""

from __future__ import annotations

from plait.bytecode.encoding import Decoded
from plait.bytecode.module import Module
from plait.isa.value_types import ValueType
from plait.verify.assignment import check_assignment
from plait.verify.budget import Budget
from plait.verify.class_tables import resolve_classes
from plait.verify.control_flow import FlowGraph, build_flow_graph
from plait.verify.interning import OpenRanges, StackShape, TypeInterner
from plait.verify.limits import FLOW_STEPS_PER_EDGE
from plait.verify.liveness import live_locals
from plait.verify.structure import check_module, check_tables
from plait.verify.subtypes import Subtypes
from plait.verify.types import FunctionTypes, ModuleTypes, check_types, import_signature, make_signature
from plait.verify.verified import BlockState, OpenTry, VerifiedFunction, VerifiedModule


def verify(module: Module) -> VerifiedModule:
    """Prove that the module is safe to run, or raise `VerifyError` saying which rule it breaks, and where.

    The cost is bounded by the limits in `verify.limits`, whatever the module.
    """
    extended = check_tables(module)
    classes = resolve_classes(module, extended)
    code = check_module(module, classes)
    interner = TypeInterner()
    types = ModuleTypes(
        interner,
        tuple(map(interner.intern, module.types)),
        tuple(interner.intern(variable.type) for variable in module.globals),
        tuple(make_signature(function, interner) for function in module.functions),
        tuple(
            None if function.captures is None else tuple(map(interner.intern, function.captures))
            for function in module.functions
        ),
        tuple(import_signature(item, interner) for item in module.imports),
        classes,
        module.interfaces,
        Subtypes(classes, extended),
    )
    budget = Budget()
    functions = tuple(_verify_function(module, types, index, code[index], budget) for index in range(len(code)))
    return VerifiedModule(module, functions, classes)


def _verify_function(
    module: Module, types: ModuleTypes, index: int, instructions: tuple[Decoded, ...], budget: Budget
) -> VerifiedFunction:
    graph = build_flow_graph(instructions, index)
    signature = types.signatures[index]
    proof = check_types(types, index, graph)
    budget.add_flow_steps(FLOW_STEPS_PER_EDGE * graph.edge_count)
    check_assignment(graph, index, len(signature.parameters), signature.locals, budget)
    blocks = _public_blocks(graph, proof, index, budget)
    live = live_locals(graph, proof, index, len(signature.locals), budget)
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


def _public_blocks(graph: FlowGraph, proof: FunctionTypes, function: int, budget: Budget) -> dict[int, BlockState]:
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
