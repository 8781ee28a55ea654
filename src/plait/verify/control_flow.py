"""Basic blocks: straight runs of instructions, the edges between them, and which of them can be reached.

A block here also ends after TRY and END_TRY, so that the same guarded ranges are open before all of its instructions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from plait.bytecode.encoding import Decoded
from plait.errors import VerifyError
from plait.isa import INSTRUCTIONS
from plait.isa.instruction import Immediate, Special

ENDS = frozenset((Special.JUMP, Special.RETURN, Special.RETURN_VOID, Special.THROW, Special.RETHROW))
"""Instructions after which execution does not continue with the next one."""

RANGE_EDGES = frozenset((Special.TRY, Special.END_TRY))
"""Instructions that open or close a guarded range."""


@dataclass(frozen=True, slots=True)
class Block:
    """Instructions `first` to before `end` (indices). Only an error leaves the block before its last instruction.

    `successors` are block numbers. After a TRY, the first is the guarded range's first block and the second its
    handler; after a conditional jump, the first is the block that follows. `is_public` tells whether the block is in
    `VerifiedFunction.blocks`.
    """

    first: int
    end: int
    successors: tuple[int, ...]
    is_public: bool


@dataclass(frozen=True, slots=True)
class FlowGraph:
    """The blocks of a function by offset, and the numbers of the reachable ones in reverse postorder: block 0 first.

    Every reachable block but the first has a predecessor that stands before it in `order`.
    """

    instructions: tuple[Decoded, ...]
    blocks: tuple[Block, ...]
    order: tuple[int, ...]

    @property
    def edge_count(self) -> int:
        """How many edges lead out of reachable blocks."""
        return sum(len(self.blocks[number].successors) for number in self.order)


def build_flow_graph(instructions: tuple[Decoded, ...], function: int) -> FlowGraph:
    """The graph of a function's code, which is not empty.

    Raises `VerifyError` when a jump or handler (even an unreachable one) does not lead to an instruction, or when
    execution can run past the end.
    """
    leaders, public = _find_leaders(instructions, function)
    block_at: dict[int, int] = {}
    for index, decoded in enumerate(instructions):
        if leaders[index]:
            block_at[decoded.offset] = len(block_at)
    starts = [index for index in range(len(instructions)) if leaders[index]]
    ends = [*starts[1:], len(instructions)]
    blocks = tuple(
        Block(first, end, _successors(instructions[end - 1], block_at), bool(public[first]))
        for first, end in zip(starts, ends, strict=True)
    )
    order = _reverse_postorder(blocks)
    last = instructions[-1]
    if last.instruction.effect not in ENDS and len(blocks) - 1 in order:
        message = f"execution runs past the end of the code after {last.instruction.mnemonic}"
        raise VerifyError(message, function, last.offset)
    return FlowGraph(instructions, blocks, order)


_JUMPS: Final = frozenset(
    item.effect
    for item in INSTRUCTIONS.values()
    if isinstance(item.effect, Special) and Immediate.JUMP in item.immediates
)


def is_jump(decoded: Decoded) -> bool:
    """Whether the instruction has a target: it jumps, or opens a range with a handler."""
    effect = decoded.instruction.effect
    return isinstance(effect, Special) and effect in _JUMPS


def _find_leaders(instructions: tuple[Decoded, ...], function: int) -> tuple[bytearray, bytearray]:
    """Which instructions (by index) start a block, and which of these blocks are public."""
    index_of = {decoded.offset: index for index, decoded in enumerate(instructions)}
    public = bytearray(len(instructions) + 1)
    inner = bytearray(len(instructions) + 1)
    public[0] = 1
    for index, decoded in enumerate(instructions):
        effect = decoded.instruction.effect
        if not isinstance(effect, Special):
            continue
        if effect in RANGE_EDGES:
            inner[index + 1] = 1
        elif effect in ENDS:
            public[index + 1] = 1
        if is_jump(decoded):
            target = index_of.get(decoded.target)
            if target is None:
                raise VerifyError(
                    f"{decoded.instruction.mnemonic} leads to byte {decoded.target}, where no instruction starts",
                    function,
                    decoded.offset,
                )
            public[target] = 1
            if effect is not Special.TRY:
                public[index + 1] = 1
    leaders = bytearray(a | b for a, b in zip(public, inner, strict=True))
    return leaders, public


def _successors(last: Decoded, block_at: dict[int, int]) -> tuple[int, ...]:
    """The blocks after one that ends with this instruction. What follows the end of the code is left out."""
    following = () if last.instruction.effect in ENDS else (block_at.get(last.next_offset),)
    target = (block_at[last.target],) if is_jump(last) else ()
    return tuple(number for number in (*following, *target) if number is not None)


def _reverse_postorder(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    seen = bytearray(len(blocks))
    seen[0] = 1
    finished: list[int] = []
    path = [(0, iter(blocks[0].successors))]
    while path:
        number, remaining = path[-1]
        for successor in remaining:
            if not seen[successor]:
                seen[successor] = 1
                path.append((successor, iter(blocks[successor].successors)))
                break
        else:
            path.pop()
            finished.append(number)
    finished.reverse()
    return tuple(finished)
