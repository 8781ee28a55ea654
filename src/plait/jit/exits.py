"""How a compiled function is left other than by returning: one block for each way, shared by all places that leave so.

The places differ in two numbers, which two variables hold: where the function stands, and why it stops or which error
is thrown. Before it stops, the values that are live there must be in the frame.
"""

from __future__ import annotations

from enum import Enum, auto

from plait.jit.writer import IrWriter


class Exit(Enum):
    """A way out."""

    STOP = auto()
    """The task stops here; why: a `StopReason`, NONE when the context has it already."""
    CALLEE_LEFT = auto()
    """A callee has stopped, or an error that is not handled here comes out of it."""
    THROW_CODE = auto()
    """An error of the machine that is not handled here; why: its `ErrorCode`."""
    THROW_PENDING = auto()
    """The pending error, thrown here and not handled here."""


class Exits:
    """The exits of one function."""

    def __init__(self, out: IrWriter) -> None:
        self._out = out
        self._used: dict[Exit, None] = {}

    def declare(self) -> None:
        """Write the variables; to be called in the first block."""
        self._out.add("%at = alloca i64")
        self._out.add("%why = alloca i64")

    def leave(self, way: Exit, index: int | str, why: int | str = 0) -> None:
        """End the block: leave at the instruction with this index. Both are numbers, or i64 in the function."""
        self._used[way] = None
        self._out.add(f"store i64 {index}, ptr %at")
        if way in (Exit.STOP, Exit.THROW_CODE):
            self._out.add(f"store i64 {why}, ptr %why")
        self._out.go(_label(way))

    def write(self) -> bool:
        """Write the blocks of the ways that are used; to be called at the end.

        Gives whether there are any: then a block is open in which the function ends, with a negative fuel.
        """
        for way in self._used:
            self._out.label(_label(way))
            self._write(way)
            self._out.go("left")
        if self._used:
            self._out.label("left")
        return bool(self._used)

    def _write(self, way: Exit) -> None:
        out = self._out
        function = f"i64 {out.function.index}"
        at = f"i64 {out.value('load i64, ptr %at')}"
        if way is Exit.CALLEE_LEFT:
            out.support("leave_call", "i64 %frame", function, at, "i64 %depth", f"i64 {out.function.frame_size}")
            return
        fuel = f"i64 {out.value('load i64, ptr %fuel')}"
        if way is Exit.THROW_PENDING:
            out.support("leave_by_error", function, at, fuel)
            return
        why = f"i64 {out.value('load i64, ptr %why')}"
        if way is Exit.THROW_CODE:
            out.support("leave_by_code", function, at, fuel, why)
        else:
            out.support("stop_compiled", "i64 %frame", function, at, "i64 %depth", fuel, why)


def _label(way: Exit) -> str:
    return f"leave.{way.name.lower()}"
