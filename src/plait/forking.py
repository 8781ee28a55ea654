"""What a fork waits for: that no other thread is in the middle of importing plait.

plait is imported part by part, on first use, in whichever thread that happens. A module that another thread was
importing is half there in the child, and locked: whoever imports it waits for a thread that does not exist.
"""

from __future__ import annotations

import _imp
import sys
import time
from types import FrameType
from typing import Final

PARTS: Final = ("plait.", "llvmlite", "tree_sitter")
"""How the names of the modules begin that are waited for."""

PATIENCE: Final = 10.0
"""How many seconds the fork is put off at most."""


def hold_imports() -> None:
    """Before the fork: wait until no part is being imported, and let no import begin until `release_imports`."""
    own = _own_imports()
    until = time.monotonic() + PATIENCE
    while True:
        _imp.acquire_lock()
        if _being_imported() <= own or time.monotonic() > until:
            return
        _imp.release_lock()
        time.sleep(0.001)


def release_imports() -> None:
    """After the fork, in the parent and in the child."""
    _imp.release_lock()


def _being_imported() -> set[str]:
    return {
        name
        for name, module in list(sys.modules.items())
        if name.startswith(PARTS) and getattr(getattr(module, "__spec__", None), "_initializing", False)
    }


def _own_imports() -> set[str]:
    """The modules that this very thread is importing, which a handler of signals that forks may have interrupted."""
    names = set()
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        if frame.f_code.co_name == "<module>":
            names.add(str(frame.f_globals.get("__name__")))
        frame = frame.f_back
    return names
