"""Normal forms of Unicode: what Python's own give, in linear time."""

from __future__ import annotations

import sys
import time
import unicodedata

import pytest

from plait.vm.normal_forms import normal_form


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_all_characters_are_as_in_the_standard(form: str) -> None:
    for first in range(0, sys.maxunicode + 1, 4096):
        text = "".join("e" + chr(code) + "\u0301 " for code in range(first, first + 4096))
        assert normal_form(text, form) == unicodedata.normalize(form, text)  # type: ignore[arg-type]


@pytest.mark.parametrize("accents", ["\u0301\u0323", "\u0f73"])
def test_many_accents_in_one_place_take_linear_time(accents: str) -> None:
    start = time.perf_counter()
    found = normal_form("e" + accents * 100_000, "NFD")
    assert time.perf_counter() - start < 5
    assert sorted(found, key=unicodedata.combining) == list(found)
