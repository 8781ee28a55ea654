"""What the fuzzers have found, each as a small module that must run the same in every way."""

from __future__ import annotations

from random import Random

import pytest
from fuzz.running import compare

from plait.bytecode.assembler import assemble

FINDINGS = {
    "awaiting null, which is a constant that preparation puts into a slot first": """
        .module "m"
        .main main
        .function main() -> string
            TRY caught
            CONST_NULL task(i32)
            AWAIT
            I32_TO_STRING
            END_TRY
            RETURN
        caught:
            ANY_TO_STRING
            RETURN
    """,
    "asking whether null has ended": """
        .module "m"
        .main main
        .function main() -> bool
            CONST_NULL task(void)
            TASK_IS_DONE
            RETURN
    """,
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
    "a loop, entered in compiled code, that begins with what only the interpreter can do": """
        .module "m"
        .main main
        .function main() -> i32
        .local i32
            CONST_I32 0
            STORE_LOCAL 0
        L1:
            YIELD
            LOAD_LOCAL 0
            CONST_I32 1
            IADD
            DUP
            STORE_LOCAL 0
            CONST_I32 20
            ILT
            JUMP_IF_TRUE L1
            LOAD_LOCAL 0
            RETURN
    """,
}


@pytest.mark.parametrize("source", FINDINGS.values(), ids=FINDINGS.keys())
def test_finding(source: str) -> None:
    """All engines and stress modes agree on a module that once told them apart."""
    assert compare(assemble(source, "finding.plasm"), Random(1), 2_000, 20_000) == []
