"""What the command line says of an error, and the exit code that goes with it."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable

from plait.cli.main import EXIT_GUEST, EXIT_INPUT, EXIT_INTERNAL
from plait.errors import GuestError, LimitError, PlaitError


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
    return "\n".join([message, *(f"    at {frame}" for frame in trace)])


def _describe_fault(error: Exception) -> str:
    if os.environ.get("PLAIT_TRACEBACK"):
        return "".join(traceback.format_exception(error)).rstrip()
    return (
        f"plait: a fault in plait itself: {type(error).__name__}: {error}\n"
        "Please report it, with the program; PLAIT_TRACEBACK=1 in the environment shows where it happened."
    )
