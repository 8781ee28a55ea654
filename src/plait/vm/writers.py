"""Functions that take what programs print."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO, TypeAlias

Write: TypeAlias = Callable[[str], object]


def check_writers(write: object, write_error: object) -> None:
    """Raise `TypeError` for what was given as one, and is no function."""
    for name, function in (("write", write), ("write_error", write_error)):
        if function is not None and not callable(function):
            raise TypeError(f"{name} must be a function that takes a str, not {type(function).__name__}")


def write_to(stream: TextIO, text: str) -> None:
    """Write text of a program, which may have halves of surrogate pairs, for which there is no encoding."""
    encoded = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    stream.write(encoded)
