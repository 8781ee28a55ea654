"""Random programs print the same in plait and in Node."""

from __future__ import annotations

import pytest
from fuzz.programs import KINDS, OTHERS, difference, examine, run_by_node


@pytest.mark.parametrize(("kind", "count"), [("values", 6), ("tasks", 14)])
def test_random_programs_print_what_node_prints(kind: str, count: int) -> None:
    sources = [KINDS[kind].make(range(seed, seed + 1)) for seed in range(count)]
    found = {
        seed: difference(examine(source, OTHERS[seed % len(OTHERS)]), expected)
        for seed, (source, expected) in enumerate(zip(sources, run_by_node(sources), strict=True))
    }
    assert {seed: text for seed, text in found.items() if text} == {}


def test_random_programs_evaluate_in_the_order_of_node() -> None:
    """One of many units: the JIT, which takes long for it, compiles such programs in campaigns only."""
    source = KINDS["order"].make(range(60))
    (expected,) = run_by_node([source])
    assert expected["output"].count("\n") == 60 * 7
    assert difference(examine(source, "interpreter-suspend", 60), expected) == ""


def test_a_difference_is_seen() -> None:
    report: dict[str, object] = {"failure": "", "output": "1\n2\n", "error": ""}
    assert difference(report, {"output": "1\n2\n", "error": ""}) == ""
    assert "line 2" in difference(report, {"output": "1\n3\n", "error": ""})
    assert "lines" in difference(report, {"output": "1\n2\n\n", "error": ""})
    assert "ends" in difference(report, {"output": "1\n2\n", "error": "RangeError: out"})
