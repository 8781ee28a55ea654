"""The runner of conformance tests: what it counts as what."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.test262 import header_of, run_test

ASSERT = "function assert(value) { if (!value) throw new Test262Error('no'); }\n"


def test_a_header_has_lists_of_both_forms() -> None:
    header = header_of(
        "/*---\nflags: [async, onlyStrict]\nincludes:\n  - a.js\n  - b.js\n"
        "negative:\n  phase: parse\n  type: SyntaxError\n---*/"
    )
    assert header.flags == {"async", "onlyStrict"}
    assert header.includes == ("a.js", "b.js")
    assert (header.phase, header.error) == ("parse", "SyntaxError")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("assert([1].length === 1);", "passed"),
        ("assert(nowhere);", "failed"),
        ("assert(1 === 2);", "failed"),
        ("let x = ;", "refused"),
        ("while (true) ;", "limit"),
        ("/*---\nfeatures: [Proxy]\n---*/", "left out"),
        ("assert(this.Array === Array);", "left out"),
        ("/* this */ assert(function () { return this; }() === undefined);", "passed"),
        ("/*---\nnegative:\n  phase: parse\n  type: SyntaxError\n---*/ let x = ;", "passed"),
        ("/*---\nnegative:\n  phase: parse\n  type: SyntaxError\n---*/ let x = 1;", "accepted"),
        ("/*---\nnegative:\n  phase: runtime\n  type: TypeError\n---*/ null.x;", "passed"),
        ("/*---\nflags: [async]\n---*/ print('Test262:AsyncTestComplete'); var $DONE;", "passed"),
    ],
)
def test_how_a_test_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, outcome: str) -> None:
    monkeypatch.setattr("fuzz.test262.SECONDS", 0.2)
    (tmp_path / "harness").mkdir()
    (tmp_path / "harness" / "assert.js").write_text(ASSERT)
    (tmp_path / "harness" / "doneprintHandle.js").write_text("")
    (tmp_path / "it.js").write_text(text)
    assert run_test(tmp_path, "it.js").outcome == outcome
