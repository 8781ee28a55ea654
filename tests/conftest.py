"""What all tests share. Makes the fuzzers importable."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent

sys.path.insert(0, str(REPOSITORY))


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """A shell starts what runs in its background with SIGINT ignored, and children inherit that."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the project."""
    return REPOSITORY
