"""Random programs print the same in plait and in Node."""

from __future__ import annotations

import pytest
from fuzz.programs import KINDS, OTHERS, difference, examine, run_by_node


def _mode(kind: str, seed: int) -> str:
    """Programs about order are long, and about what the front end makes: the JIT compiles them in campaigns only."""
    return "interpreter-suspend" if kind == "order" else OTHERS[seed % len(OTHERS)]


@pytest.mark.parametrize(("kind", "count"), [("values", 9), ("tasks", 20), ("order", 8)])
def test_random_programs_print_what_node_prints(kind: str, count: int) -> None:
    seeds = range(count)
    sources = [KINDS[kind](seed) for seed in seeds]
    found = {
        seed: difference(examine(source, _mode(kind, seed)), expected)
        for seed, source, expected in zip(seeds, sources, run_by_node(sources), strict=True)
    }
    assert {seed: text for seed, text in found.items() if text} == {}


def test_a_difference_is_seen() -> None:
    report: dict[str, object] = {"failure": "", "output": "1\n2\n", "error": ""}
    assert difference(report, {"output": "1\n2\n", "error": ""}) == ""
    assert "line 2" in difference(report, {"output": "1\n3\n", "error": ""})
    assert "lines" in difference(report, {"output": "1\n2\n\n", "error": ""})
    assert "ends" in difference(report, {"output": "1\n2\n", "error": "RangeError: out"})
