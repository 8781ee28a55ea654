"""The errors of the kernel language."""

from __future__ import annotations

from plait.errors import PlaitError


class KernelError(PlaitError):
    """A kernel that does not compile. `file` and `line` say where, when the error is about source text."""

    def __init__(self, message: str, file: str | None = None, line: int | None = None) -> None:
        self.message = message
        self.file = file
        self.line = line
        super().__init__(message if file is None else f"{file}:{line}: {message}")


class KernelRunError(PlaitError):
    """A kernel did what no correct kernel does; only the reference notices."""


class KernelRangeError(KernelRunError):
    """An integer does not fit its machine type, or an operand is outside the domain of an intrinsic."""


class KernelMemoryError(KernelRunError):
    """An access outside the bounds of the memory, or a misaligned one."""


class KernelAssertionError(KernelRunError):
    """An `assert` of a kernel does not hold, or an `unreachable` was reached."""
