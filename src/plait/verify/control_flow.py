"""Basic blocks: straight runs of instructions, the edges between them, and which of them can be reached.

A block here also ends after TRY and END_TRY, so that the same guarded ranges are open before all of its instructions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from plait.bytecode.encoding import Decoded
from plait.errors import VerifyError
from plait.isa import INSTRUCTIONS
from plait.isa.instruction import Immediate, Instruction, Special

ENDS = frozenset((Special.JUMP, Special.RETURN, Special.RETURN_VOID, Special.THROW, Special.RETHROW))
"""Instructions after which execution does not continue with the next one."""

RANGE_EDGES = frozenset((Special.TRY, Special.END_TRY))
"""Instructions that open or close a guarded range."""


class Block(NamedTuple):
    """Instructions `first` to before `end` (indices). Only an error leaves the block before its last instruction.

    `successors` are block numbers. After a TRY, the first is the guarded range's first block and the second its
    handler; after a conditional jump, the first is the block that follows. `is_public` tells whether the block is in
    `VerifiedFunction.blocks`. `touching` are the instructions that read or assign locals.
    """

    first: int
    end: int
    successors: tuple[int, ...]
    is_public: bool
    touching: tuple[Decoded, ...]


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
    starts = [index for index, is_leader in enumerate(leaders) if is_leader and index < len(instructions)]
    block_at = {instructions[index].offset: number for number, index in enumerate(starts)}
    ends = [*starts[1:], len(instructions)]
    blocks = tuple(
        [
            Block(
                first,
                end,
                _successors(instructions[end - 1], block_at),
                bool(public[first]),
                tuple([item for item in instructions[first:end] if _ROLES[item.instruction.number] == _TOUCHES]),
            )
            for first, end in zip(starts, ends, strict=True)
        ]
    )
    order = _reverse_postorder(blocks)
    last = instructions[-1]
    if last.instruction.effect not in ENDS and len(blocks) - 1 in order:
        message = f"execution runs past the end of the code after {last.instruction.mnemonic}"
        raise VerifyError(message, function, last.offset)
    return FlowGraph(instructions, blocks, order)


_TOUCHES, _JUMPS, _ENDS, _IS_EDGE = range(1, 5)
"""What instructions have to do with blocks and locals: they read or assign locals, lead somewhere, end, or are an edge
of a range and lead nowhere.
"""


def _role(instruction: Instruction) -> int:
    effect = instruction.effect
    if not isinstance(effect, Special):
        return 0
    if Immediate.JUMP in instruction.immediates:
        return _JUMPS
    if effect in ENDS:
        return _ENDS
    if effect in RANGE_EDGES:
        return _IS_EDGE
    return _TOUCHES if effect in (Special.LOAD_LOCAL, Special.STORE_LOCAL, Special.LOAD_CAPTURED) else 0


_ROLES: Final = bytes(_role(INSTRUCTIONS[number]) if number in INSTRUCTIONS else 0 for number in range(256))
"""The role of each opcode."""


def _find_leaders(instructions: tuple[Decoded, ...], function: int) -> tuple[bytearray, bytearray]:
    """Which instructions (by index) start a block, and which of these blocks are public. Both go one too far."""
    index_of = {decoded.offset: index for index, decoded in enumerate(instructions)}
    public = bytearray(len(instructions) + 1)
    leaders = bytearray(len(instructions) + 1)
    public[0] = leaders[0] = 1
    for index, decoded in enumerate(instructions):
        role = _ROLES[decoded.instruction.number]
        if role <= _TOUCHES:
            continue
        leaders[index + 1] = 1
        effect = decoded.instruction.effect
        if role == _JUMPS:
            target = index_of.get(decoded.target)
            if target is None:
                raise VerifyError(
                    f"{decoded.instruction.mnemonic} leads to byte {decoded.target}, where no instruction starts",
                    function,
                    decoded.offset,
                )
            public[target] = leaders[target] = 1
        if effect not in RANGE_EDGES:
            public[index + 1] = 1
    return leaders, public


def _successors(last: Decoded, block_at: dict[int, int]) -> tuple[int, ...]:
    """The blocks after one that ends with this instruction. What follows the end of the code is left out."""
    following = () if last.instruction.effect in ENDS else (block_at.get(last.next_offset),)
    target = (block_at[last.target],) if _ROLES[last.instruction.number] == _JUMPS else ()
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
