"""The bounds on what preparing a module may cost: a counter that raises `VerifyError` when it is used up."""

from __future__ import annotations

from plait.errors import VerifyError

MAX_LIVE = 1 << 22
"""How many live values all stops of a module may have together: a bound for the size of its safepoint maps."""

MAX_STEPS = 1 << 22
"""How many values of the operand stack may be looked at while a module is prepared: four for each instruction that a
module can have. Programs need one on average.

Every jump and every stop looks at the whole stack, which in real programs has a few values.
"""


class PrepareBudget:
    """What is left for the functions of one module. `function` is the one that is being prepared."""

    __slots__ = ("_live", "_steps", "function")

    def __init__(self) -> None:
        self.function = 0
        self._live = MAX_LIVE
        self._steps = MAX_STEPS

    def spend_live(self, count: int) -> None:
        """Note that a stop keeps so many values."""
        self._live -= count
        if self._live < 0:
            message = f"the module keeps too many values at its stops (together more than {MAX_LIVE})"
            raise VerifyError(message, self.function)

    def spend_steps(self, count: int) -> None:
        """Note that so many values were looked at."""
        self._steps -= count
        if self._steps < 0:
            raise VerifyError("the operand stack is too high for so many instructions", self.function)
