"""What the verifier proves: the only stage that preparation and the executors accept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plait.bytecode.encoding import Decoded
from plait.bytecode.module import Base, Function, Module
from plait.isa.value_types import ValueType
from plait.verify.classes import CallSignature, VerifiedClass

__all__ = ["BlockState", "Decoded", "OpenTry", "VerifiedBase", "VerifiedFunction", "VerifiedModule"]


@dataclass(frozen=True, slots=True)
class OpenTry:
    """A guarded range open at some instruction: its handler's byte offset and the stack height at the TRY."""

    handler: int
    height: int


@dataclass(frozen=True, slots=True)
class BlockState:
    """What holds on every path at the start of a basic block.

    `stack` are the types on the stack (the last is the top), `open_tries` the open ranges (the innermost last).
    """

    stack: tuple[ValueType, ...]
    open_tries: tuple[OpenTry, ...]


@dataclass(frozen=True, slots=True)
class VerifiedFunction:
    """A function with the proof of its types.

    `instructions` are the reachable ones by offset. `blocks` has an entry for offset 0, every jump target, every
    handler, and every instruction that follows a jump, branch, return or throw, as far as reachable. `result_types`
    gives the type pushed by each instruction that pushes. `live_locals` gives, for each instruction's offset, the bit
    set of the locals that are live before it, handler edges included: those that some path reads before assigning;
    each of them has been assigned on every path to there. `max_stack` is the greatest stack height anywhere.
    `call_signatures` gives, by offset, the signature of each call (and task started) whose function is found when it
    happens: of a method, an interface's method, a closure or the host, as the caller sees it.
    """

    function: Function
    instructions: tuple[Decoded, ...]
    blocks: dict[int, BlockState]
    result_types: dict[int, ValueType]
    live_locals: dict[int, int]
    max_stack: int
    call_signatures: dict[int, CallSignature] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VerifiedModule:
    """A module that is safe to run. Made by `verify.verify` alone.

    `classes` stand at their numbers: built-in ones, None for reserved numbers, then the module's. Types in a proof and
    in these tables are representatives: equal ones are the same object. `base` is what the module begins with, whose
    functions are the first ones; their proofs are made when they are looked at.
    """

    module: Module
    functions: Sequence[VerifiedFunction]
    classes: tuple[VerifiedClass | None, ...] = ()
    base: VerifiedBase | None = None

    @property
    def own_functions(self) -> Sequence[VerifiedFunction]:
        """The functions that are not those of the base."""
        return self.functions if self.base is None else self.functions[len(self.base.verified.functions) :]


@dataclass(frozen=True, slots=True, eq=False)
class VerifiedBase:
    """A base that has been verified; equal only to itself."""

    base: Base
    verified: VerifiedModule
