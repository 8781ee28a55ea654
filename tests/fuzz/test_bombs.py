"""Modules made to be slow are refused, or run, soon. The largest ones are left to `python -m fuzz.bombs`."""

from __future__ import annotations

import pytest
from fuzz.bombs import BOMBS, SECONDS, explode

CHOSEN = (
    "100 nested loops",
    "1,000 nested loops",
    "3,000 functions",
    "3,900 live references at 500 calls",
    "a stack of 3,990 integers",
    "50,000 allocations above 3,900 strings",
    "50,000 loads above 3,900 values",
    "999 nested guarded ranges",
    "3,990 numbers live around 90 loops",
    "30 numbers live around 99 loops",
    "300 tangled blocks",
)


@pytest.mark.parametrize("name", CHOSEN)
def test_bomb(name: str) -> None:
    """A bomb is through all engines within seconds."""
    seconds = explode(list(BOMBS).index(name))["seconds"]
    assert isinstance(seconds, float)
    assert seconds < SECONDS
