"""Every word outside the heap is known to the collector for what it is."""

from __future__ import annotations

from collections import Counter

from plait.kernel import Struct
from plait.memory import roots
from plait.memory.layouts import Context


def test_every_word_of_the_context_is_classified_once() -> None:
    classes = (
        roots.REFERENCE_NAMES,
        roots.WORD_NAMES,
        roots.CONDITIONAL_NAMES,
        roots.WEAK_TABLES,
        roots.IMAGE_REFERENCES,
        roots.FRAME_PLACES,
        roots.NUMBERS,
    )
    named = Counter(name for names in classes for name in names)
    assert set(named) == set(Context.LAYOUT), "say in memory/roots.py what the word is to the collector"
    assert [name for name, count in named.items() if count > 1] == []


def test_words_that_are_declared_as_references_are_roots() -> None:
    declared = {
        name
        for name, field in Context.LAYOUT.items()
        if isinstance(field.type, type) and issubclass(field.type, Struct)
    }
    assert declared == set(roots.REFERENCE_NAMES) | roots.IMAGE_REFERENCES


def test_a_condition_is_a_word_of_its_own() -> None:
    assert set(roots.CONDITIONAL_NAMES.values()) <= roots.NUMBERS
