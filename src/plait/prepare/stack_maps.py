"""Where the operand stack of the bytecode is while prepared code runs, for debuggers: worked out when one asks."""

from __future__ import annotations

from dataclasses import dataclass

from plait.isa.instruction import Special
from plait.prepare.budget import PrepareBudget
from plait.prepare.prepared import PreparedModule
from plait.prepare.program import Program
from plait.prepare.stack_values import InSlot, StackValue
from plait.prepare.translator import Translator
from plait.prepare.type_tables import extended_type_tables
from plait.verify.verified import Decoded, VerifiedFunction


@dataclass(frozen=True, slots=True)
class StackMap:
    """What a debugger knows of a prepared function.

    `stacks` gives the values on the stack before each instruction, by byte offset, the last on top; `stops` those that
    a frame keeps where it can be found stopped, by the index of the prepared instruction: what has been passed on to a
    call, or to what takes its operands like one, is not among them. `fused` leads from an instruction to the one before
    it that became one with it: both happen where the first stands. `breakpoints` are the indices of the prepared
    instructions that stand behind a BREAKPOINT.
    """

    stacks: dict[int, tuple[StackValue, ...]]
    stops: dict[int, tuple[StackValue, ...]]
    fused: dict[int, int]
    breakpoints: frozenset[int]


class StackMaps:
    """The stack maps of a module's functions, each made when it is first asked for.

    What its functions share is made once: of a program that begins with the library that takes longer than all else.
    """

    def __init__(self, module: PreparedModule) -> None:
        self._module = module
        self._maps: dict[int, StackMap] = {}
        self._program: Program | None = None

    def of(self, function: int) -> StackMap:
        """The stack map of a function."""
        if function not in self._maps:
            self._maps[function] = self._make(function)
        return self._maps[function]

    def _make(self, function: int) -> StackMap:
        """Prepare a function once more, this time noting where everything is."""
        verified, layout = self._module.verified, self._module.layout
        if self._program is None:
            # What it counts on is its own: the module's tables are done.
            self._program = Program(verified, extended_type_tables(layout.tables, 0), layout.signatures)
        recorder = _Recorder(self._program, function, verified.functions[function], 0, PrepareBudget())
        recorder.run()
        stacks = {offset: tuple(map(recorder.where_written, stack)) for offset, stack in recorder.stacks.items()}
        return StackMap(stacks, recorder.stops, recorder.fused, frozenset(recorder.breakpoints))


class _Recorder(Translator):
    """Notes the stack before each instruction and at each stop."""

    def __init__(
        self, program: Program, index: int, verified: VerifiedFunction, first_loop: int, budget: PrepareBudget
    ) -> None:
        super().__init__(program, index, verified, first_loop, budget)
        self.stacks: dict[int, tuple[StackValue, ...]] = {}
        self.stops: dict[int, tuple[StackValue, ...]] = {}
        self.fused: dict[int, int] = {}
        self.breakpoints: set[int] = set()

    def where_written(self, value: StackValue) -> StackValue:
        """A value on the stack, in the slot that it has been written to in the end.

        One that is only passed on, or only stored, is written where it goes; until then no other slot has it.
        """
        if not isinstance(value, InSlot) or value.definition not in self.emitter.redirected:
            return value
        return value._replace(slot=self.final(self.emitter.redirected[value.definition]))

    def note_live(self, index: int, offset: int) -> None:
        super().note_live(index, offset)
        self.stops[index] = tuple(self.emitter.stack)

    def _instruction(self, decoded: Decoded) -> None:
        self.stacks[decoded.offset] = tuple(self.emitter.stack)
        if decoded.instruction.effect is Special.BREAKPOINT:
            self.breakpoints.add(len(self.emitter.instructions))
        super()._instruction(decoded)

    def _drop_last(self) -> None:
        self.fused[self.emitter.offset] = self.emitter.instructions[-1].offset
        super()._drop_last()
