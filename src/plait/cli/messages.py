"""What the command line says of an error, and the exit code that goes with it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from plait.cli.colours import coloured, has_colours
from plait.errors import GuestError, LimitError, PlaitError

EXIT_GUEST: Final = 1
EXIT_INPUT: Final = 2
EXIT_INTERNAL: Final = 70
EXIT_INTERRUPTED: Final = 130

REPEATED: Final = 3
"""How often a frame of a recursive function is shown before the rest of its kind is only counted."""


def report_error(error: Exception) -> int:
    """Say on standard error what is wrong, behind everything that was printed; the exit code."""
    text, code = describe_error(error)
    sys.stdout.flush()
    if has_colours(sys.stderr):
        text = coloured(text)
    print(text, file=sys.stderr, flush=True)
    return code


def describe_error(error: Exception) -> tuple[str, int]:
    """Message and exit code of an error that ended a command."""
    match error:
        case GuestError():
            return _with_trace(f"Uncaught {error}", error.trace), EXIT_GUEST
        case LimitError(limit="deadlock"):
            return _with_trace(f"Deadlock: {error}", error.trace), EXIT_GUEST
        case LimitError():
            return _with_trace(f"Stopped at a limit: {error}", error.trace), EXIT_GUEST
        case PlaitError():
            return str(error), EXIT_INPUT
        case OSError():
            where = f"{error.filename}: " if error.filename is not None else ""
            return f"plait: {where}{error.strerror or error}", EXIT_INPUT
        case _:
            return _describe_fault(error), EXIT_INTERNAL


def _with_trace(message: str, trace: Iterable[str]) -> str:
    lines = [message]
    for frame, group in groupby(trace):
        count = len(list(group))
        lines.extend([f"    at {frame}"] * min(count, REPEATED))
        if count > REPEATED:
            lines.append(f"    ... and {count - REPEATED} more like this")
    return "\n".join(lines)


def _describe_fault(error: Exception) -> str:
    if os.environ.get("PLAIT_TRACEBACK"):
        import traceback

        return "".join(traceback.format_exception(error)).rstrip()
    return (
        f"plait: a fault in plait itself: {type(error).__name__}: {error}\n"
        "Please report it, with the program; PLAIT_TRACEBACK=1 in the environment shows where it happened."
    )
