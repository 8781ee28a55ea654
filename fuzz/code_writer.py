"""The code of one random function as it grows, with what the verifier will know at its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from fuzz.type_universe import Universe
from fuzz.world import Signature, World
from plait.bytecode.builder import FunctionBuilder, Label, ModuleBuilder
from plait.isa.value_types import ValueType


@dataclass(slots=True)
class Surroundings:
    """What all functions of a random module share."""

    random: Random
    builder: ModuleBuilder
    universe: Universe
    world: World
    globals: list[ValueType] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Loop:
    """A loop around the code being written: where to leave it, with which stack and open ranges."""

    leave: Label
    again: Label
    height: int
    tries: int


@dataclass(frozen=True, slots=True)
class State:
    """What holds at a place in the code: the stack and the locals that are assigned."""

    stack: tuple[ValueType, ...]
    assigned: frozenset[int]


class CodeWriter:
    """Emits instructions and follows the stack, the open ranges and the assigned locals.

    `is_dead` tells that execution cannot reach the end of what has been written. `budget` is about how many more
    instructions there should be.
    """

    def __init__(self, around: Surroundings, signature: Signature, budget: int) -> None:
        self.around = around
        self.random = around.random
        self.signature = signature
        self.function: FunctionBuilder = around.builder.function(signature.index)
        self.local_types: list[ValueType] = list(signature.parameters)
        self.reserved: set[int] = set()
        self.assigned = set(range(len(signature.parameters)))
        self.stack: list[ValueType] = []
        self.tries: list[int] = []
        self.loops: list[Loop] = []
        self.is_dead = False
        self.budget = budget

    def emit(self, mnemonic: str, *immediates: int | float | Label) -> None:
        """Append an instruction; the caller keeps the stack."""
        self.budget -= 1
        self.function.emit(mnemonic, *immediates)

    def push(self, value_type: ValueType, mnemonic: str, *immediates: int | float | Label) -> None:
        """Append an instruction that pushes a value of the type."""
        self.emit(mnemonic, *immediates)
        self.stack.append(value_type)

    def drop(self, count: int) -> None:
        """Note that the topmost values are gone."""
        if count:
            del self.stack[-count:]

    def label(self) -> Label:
        """A new label."""
        return self.function.new_label()

    def place(self, label: Label) -> None:
        """The label stands here."""
        self.function.place(label)

    def add_local(self, value_type: ValueType) -> int:
        """A new local, unassigned."""
        self.local_types.append(value_type)
        return self.function.add_local(value_type)

    def locals_of(self, value_type: ValueType) -> list[int]:
        """The assigned locals of a type."""
        return [index for index, item in enumerate(self.local_types) if item == value_type and index in self.assigned]

    def store_local(self, local: int) -> None:
        """Pop the top into a local."""
        self.emit("STORE_LOCAL", local)
        self.stack.pop()
        self.assigned.add(local)

    @property
    def floor(self) -> int:
        """How many values at the bottom of the stack must stay because a range is open."""
        return self.tries[-1] if self.tries else 0

    def state(self) -> State:
        """What holds here."""
        return State(tuple(self.stack), frozenset(self.assigned))

    def go_on_from(self, state: State) -> None:
        """Execution arrives here in this state."""
        self.stack = list(state.stack)
        self.assigned = set(state.assigned)
        self.is_dead = False

    def meet(self, *states: State | None) -> None:
        """Paths in these states (None: a path that does not arrive) come together here."""
        arriving = [state for state in states if state is not None]
        if not arriving:
            self.is_dead = True
            return
        assigned = frozenset.intersection(*(state.assigned for state in arriving))
        self.go_on_from(State(arriving[0].stack, assigned))

    def end_state(self) -> State | None:
        """What holds here, or None when execution does not arrive here."""
        return None if self.is_dead else self.state()
