"""What all tests share. Makes the fuzzers importable."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent

sys.path.insert(0, str(REPOSITORY))


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the project."""
    return REPOSITORY
