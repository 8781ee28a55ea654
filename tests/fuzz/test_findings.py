"""What the fuzzers have found, each as a small module that must run the same in every way."""

from __future__ import annotations

from random import Random

import pytest

from fuzz.running import compare
from plait.bytecode.assembler import assemble

FINDINGS = {
    "an error that nobody catches, thrown where no frame can be stopped, is made into an object by a collection": """
        .module "m"
        .main main
        .global g string
        .function main() -> i32
        .local array(i32)
            NEW_ARRAY i32
            STORE_LOCAL 0
            LOAD_GLOBAL g
            POP
            LOAD_LOCAL 0
            ARRAY_LENGTH
            RETURN
    """,
}


@pytest.mark.parametrize("source", FINDINGS.values(), ids=FINDINGS.keys())
def test_finding(source: str) -> None:
    """All engines and stress modes agree on a module that once told them apart."""
    assert compare(assemble(source, "finding.plasm"), Random(1), 2_000, 20_000) == []
