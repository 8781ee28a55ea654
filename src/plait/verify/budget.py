"""The bounds on what verifying a module may cost: counters that raise `VerifyError` when they are used up."""

from __future__ import annotations

from plait.errors import VerifyError
from plait.verify.limits import FREE_FLOW_STEPS, MAX_MEMBER_ENTRIES, MAX_STATE_WORDS, MAX_TYPE_PARTS_NAMED


class Budget:
    """What is left for one module."""

    __slots__ = ("_flow_steps", "_member_entries", "_state_words", "_type_parts")

    def __init__(self) -> None:
        self._member_entries = MAX_MEMBER_ENTRIES
        self._type_parts = MAX_TYPE_PARTS_NAMED
        self._state_words = MAX_STATE_WORDS
        self._flow_steps = FREE_FLOW_STEPS

    def spend_words(self, words: int, function: int) -> None:
        """Note that so many words of the proof are kept."""
        self._state_words -= words
        if self._state_words < 0:
            raise VerifyError(f"the proof of the module's types needs more than {MAX_STATE_WORDS} words", function)

    def spend_members(self, entries: int) -> None:
        """Note that tables of classes and interfaces got so many entries."""
        self._member_entries -= entries
        if self._member_entries < 0:
            raise VerifyError(
                f"classes and interfaces have more than {MAX_MEMBER_ENTRIES} members, inherited ones counted in each"
            )

    def spend_type_parts(self, size: int, function: int) -> None:
        """Note that a type of this size was named."""
        self._type_parts -= size
        if self._type_parts < 0:
            raise VerifyError(f"instructions name types of more than {MAX_TYPE_PARTS_NAMED} parts", function)

    def add_flow_steps(self, steps: int) -> None:
        """Allow more steps."""
        self._flow_steps += steps

    def spend_flow_steps(self, steps: int, function: int) -> None:
        """Note that so many steps from block to block were taken."""
        self._flow_steps -= steps
        if self._flow_steps < 0:
            raise VerifyError("the jumps are too tangled to find out which locals are assigned and live", function)


def words_of(bits: int) -> int:
    """The machine words that a set of so many bits takes."""
    return (bits >> 6) + 1
