"""What the random numbers of a context begin with."""

from __future__ import annotations

import secrets

MASK = (1 << 64) - 1
STEP = 0x9E3779B97F4A7C15


def random_state(seed: int | None) -> tuple[int, int]:
    """The two words of a generator's state for a seed; None for one of the system's. They are never both 0."""
    start = secrets.randbits(64) if seed is None else seed
    return _signed(_mixed(start + STEP)), _signed(_mixed(start + 2 * STEP))


def _mixed(number: int) -> int:
    """64 bits that are other for every number of 64 bits: SplitMix64."""
    mixed = number & MASK
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & MASK
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & MASK
    return mixed ^ mixed >> 31


def _signed(word: int) -> int:
    return word - (1 << 64) if word >> 63 else word
