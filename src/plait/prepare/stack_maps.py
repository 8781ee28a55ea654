"""Where the operand stack of the bytecode is while prepared code runs, for debuggers: worked out when one asks."""

from __future__ import annotations

from dataclasses import dataclass

from plait.isa.instruction import Special
from plait.prepare.budget import PrepareBudget
from plait.prepare.prepared import PreparedModule
from plait.prepare.program import Program
from plait.prepare.stack_values import StackValue
from plait.prepare.translate import Translator
from plait.verify.verified import Decoded


@dataclass(frozen=True, slots=True)
class StackMap:
    """What a debugger knows of a prepared function.

    `stacks` gives the values on the stack before each instruction, by byte offset, the last on top. `fused` leads from
    an instruction to the one before it that became one with it: both happen where the first stands. `breakpoints` are
    the indices of the prepared instructions that stand behind a BREAKPOINT.
    """

    stacks: dict[int, tuple[StackValue, ...]]
    fused: dict[int, int]
    breakpoints: frozenset[int]


def make_stack_map(module: PreparedModule, function: int) -> StackMap:
    """Prepare a function once more, this time noting where everything is."""
    program = Program(module.verified)
    recorder = _Recorder(program, function, module.verified.functions[function], 0, PrepareBudget())
    recorder.run()
    return StackMap(recorder.stacks, recorder.fused, frozenset(recorder.breakpoints))


class _Recorder(Translator):
    """Notes the stack before each instruction."""

    stacks: dict[int, tuple[StackValue, ...]]
    fused: dict[int, int]
    breakpoints: set[int]

    def _instruction(self, decoded: Decoded) -> None:
        if not hasattr(self, "stacks"):
            self.stacks, self.fused, self.breakpoints = {}, {}, set()
        self.stacks[decoded.offset] = tuple(self.emitter.stack)
        if decoded.instruction.effect is Special.BREAKPOINT:
            self.breakpoints.add(len(self.emitter.instructions))
        super()._instruction(decoded)

    def _drop_last(self) -> None:
        self.fused[self.emitter.offset] = self.emitter.instructions[-1].offset
        super()._drop_last()
