"""Random numbers and dates are in plait what they are in Node, bigints what they are in Python."""

from __future__ import annotations

import pytest
from fuzz.value_programs import bigint_lines
from fuzz.values import differences


@pytest.mark.parametrize("subject", ["numbers", "dates", "bigints"])
def test_values_are_the_same(subject: str) -> None:
    count, found = differences(subject, 4, "interpreter")
    assert count > 10_000
    assert found == []


def test_what_is_computed_with_bigints() -> None:
    (line,) = bigint_lines([(-7, 2)])
    assert line.split(" ")[:5] == ["-5", "-9", "-14", "-3", "-1"]
