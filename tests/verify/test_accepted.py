"""Code that keeps the rules of the verifier."""

from __future__ import annotations

import pytest

from plait.verify import verify

from .cases import module_of

ACCEPTED = {
    "load and store": ".function f(i32)\n.local i32\nLOAD_LOCAL 0\nSTORE_LOCAL 1\nLOAD_LOCAL 1\n"
    "STORE_LOCAL 0\nRETURN_VOID",
    "assigned on both paths": """.function f(bool) -> i32
        .local i32
        LOAD_LOCAL 0
        JUMP_IF_TRUE a
        CONST_I32 1
        STORE_LOCAL 1
        JUMP b
        a: CONST_I32 2
        STORE_LOCAL 1
        b: LOAD_LOCAL 1
        RETURN""",
    "globals": ".function f()\nLOAD_GLOBAL number\nSTORE_GLOBAL number\nLOAD_GLOBAL text\n"
    "STORE_GLOBAL text\nRETURN_VOID",
    "dup": ".function f()\nCONST_I32 1\nDUP\nIADD\nPOP\nRETURN_VOID",
    "dup below an open range": ".function f()\nCONST_I32 1\nTRY h\nDUP\nPOP\nEND_TRY\nPOP\nRETURN_VOID\n"
    "h: POP\nPOP\nRETURN_VOID",
    "call": ".function f()\nCONST_I32 1\nCONST_F64 1\nCALL value 2\nPOP\nCALL void 0\nRETURN_VOID",
    "await a value": ".function f() -> i32\nCONST_I32 1\nCONST_F64 1\nSPAWN value 2\nAWAIT\nRETURN",
    "await nothing": ".function f()\nSPAWN void 0\nAWAIT\nRETURN_VOID",
    "any task is done": """.function f(task(void), task(array(i32)))
        LOAD_LOCAL 0
        TASK_IS_DONE
        POP
        LOAD_LOCAL 1
        TASK_IS_DONE
        POP
        RETURN_VOID""",
    "array of arrays": """.function f() -> array(array(i32))
        .local array(array(i32))
        NEW_ARRAY array(i32)
        DUP
        CONST_I32 3
        NEW_ARRAY_ZEROED i32
        ARRAY_PUSH_REF
        DUP
        CONST_I32 0
        ARRAY_GET_REF
        CONST_I32 0
        CONST_I32 9
        ARRAY_SET_I32
        RETURN""",
    "return from a guarded range": ".function f() -> i32\nTRY h\nCONST_I32 1\nRETURN\nh: POP\nCONST_I32 2\nRETURN",
    "rethrow to the outer range": """.function f()
        TRY outer
        TRY inner
        CALL void 0
        END_TRY
        END_TRY
        RETURN_VOID
        inner: THROW
        outer: POP
        RETURN_VOID""",
    "a handler of two ranges": """.function f()
        TRY h
        CALL void 0
        END_TRY
        TRY h
        END_TRY
        RETURN_VOID
        h: POP
        RETURN_VOID""",
    "a loop in a guarded range": ".function f()\nTRY h\na: CONST_TRUE\nJUMP_IF_TRUE a\nEND_TRY\n"
    "RETURN_VOID\nh: POP\nRETURN_VOID",
    "a range around each turn": ".function f()\na: TRY h\nEND_TRY\nJUMP a\nh: POP\nJUMP a",
    "values stay across a loop": ".function f()\nCONST_I32 1\na: CONST_TRUE\nJUMP_IF_TRUE a\nPOP\nRETURN_VOID",
    "an endless loop": ".function f() -> i32\na: JUMP a",
    "unreachable nonsense": ".function f()\n.local i32\nRETURN_VOID\nIADD\nLOAD_LOCAL 0\nEND_TRY\nRETURN\nPOP",
    "throw": '.function f() -> i32\nCONST_STRING "a"\nNEW_ERROR 0\nBOX_REF\nTHROW',
    "what the value of an unread local was": ".function f()\n.local i32, string, task(void)\nRETURN_VOID",
}


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    verify(module_of(source))
