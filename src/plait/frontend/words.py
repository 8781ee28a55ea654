"""Sets of words."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text that are separated by spaces."""
    return frozenset(text.split())
