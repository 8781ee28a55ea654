"""Damaged programs: the compiler refuses them in order, or makes modules that run."""

from __future__ import annotations

from collections import Counter
from random import Random

from fuzz.sources import damaged, examine


def test_damaged_programs_are_refused_or_run() -> None:
    results = Counter(examine(damaged(Random(item))) for item in range(250))
    assert results["refused"] > 100
    assert results["ran"] > 5
