"""Random programs whose values have no types do in plait what they do in Node."""

from __future__ import annotations

from fuzz.dynamic import difference, examine, parts, random_forms
from fuzz.programs import run_by_node


def test_random_forms_do_what_they_do_in_node() -> None:
    source = random_forms(range(12, 24))
    (expected,) = run_by_node([source], "inspect")
    report = examine(source, "", 12)
    assert report["failure"] == ""
    own, theirs = parts(str(report["output"])), parts(expected["output"])
    assert set(own) == {str(seed) for seed in range(12, 24)}
    assert {seed: difference(own[seed], shown) for seed, shown in theirs.items() if own[seed] != shown} == {}


def test_a_difference_is_seen() -> None:
    assert "line 2" in difference("1\n2\n", "1\n3\n")
    assert "prints" in difference("1", "1\n2")
