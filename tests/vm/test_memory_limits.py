"""Memory running out at every point: the error is caught or reported, and nothing is overwritten."""

from __future__ import annotations

import pytest

from .running import NATIVE, agree, module_of, run

KEEPS = """
.global kept array(array(i32))
.function main() -> i32
.local i32, array(i32)
    CONST_I32 0
    STORE_LOCAL 0
    NEW_ARRAY array(i32)
    STORE_GLOBAL kept
    TRY caught
again:
    CONST_I32 9
    NEW_ARRAY_ZEROED i32
    STORE_LOCAL 1
    LOAD_GLOBAL kept
    LOAD_LOCAL 1
    ARRAY_PUSH_REF
    JUMP again
caught:
    UNBOX_REF object(Error)
    GET_FIELD Error message
    NATIVE_CALL console.log 1
    LOAD_GLOBAL kept
    ARRAY_LENGTH
    RETURN
"""


def test_memory_that_is_all_in_use() -> None:
    ended = agree(KEEPS, max_memory=1 << 16, reference=False)
    assert ended.lines == ("out of memory",)
    assert isinstance(ended.value, int)
    assert ended.value > 500


GUARDED_FROM_THE_START = """
.function deep(i32, i32, i32, i32, i32, i32, i32, i32) -> i32
.local i32, i32, i32, i32, i32, i32, i32, i32, i32, i32
    TRY caught
    LOAD_LOCAL 0
    CONST_I32 1
    IADD
    DUP
    STORE_LOCAL 8
    DUP
    STORE_LOCAL 9
    DUP
    STORE_LOCAL 10
    DUP
    STORE_LOCAL 11
    DUP
    STORE_LOCAL 12
    DUP
    STORE_LOCAL 13
    DUP
    STORE_LOCAL 14
    DUP
    STORE_LOCAL 15
    DUP
    STORE_LOCAL 16
    STORE_LOCAL 17
    LOAD_LOCAL 8
    LOAD_LOCAL 9
    LOAD_LOCAL 10
    LOAD_LOCAL 11
    LOAD_LOCAL 12
    LOAD_LOCAL 13
    LOAD_LOCAL 14
    LOAD_LOCAL 15
    CALL deep 8
    END_TRY
    RETURN
caught:
    POP
    LOAD_LOCAL 0
    STORE_LOCAL 17
    CONST_I32 -1
    DUP
    STORE_LOCAL 8
    DUP
    STORE_LOCAL 9
    DUP
    STORE_LOCAL 10
    DUP
    STORE_LOCAL 11
    DUP
    STORE_LOCAL 12
    DUP
    STORE_LOCAL 13
    DUP
    STORE_LOCAL 14
    DUP
    STORE_LOCAL 15
    STORE_LOCAL 16
    LOAD_LOCAL 17
    RETURN

.global after array(i32)
.function main() -> i32
.local i32, i32
    CONST_I32 0
    CONST_I32 0
    CONST_I32 0
    CONST_I32 0
    CONST_I32 0
    CONST_I32 0
    CONST_I32 0
    CONST_I32 0
    CALL deep 8
    RETURN
"""


def test_no_memory_for_a_larger_stack_is_an_error_of_the_call() -> None:
    ended = agree(GUARDED_FROM_THE_START, max_memory=1 << 17, max_stack_depth=1 << 20, reference=False)
    assert ended.error == ""
    assert isinstance(ended.value, int)
    assert ended.value > 100


MANY_FAIL = """
.global kept array(array(i32))
.function fails()
    YIELD
    CONST_I32 100000000
    NEW_ARRAY_ZEROED i32
    POP
    RETURN_VOID
.function main() -> i32
.local i32, array(task(void)), task(void)
    NEW_ARRAY array(i32)
    STORE_GLOBAL kept
    NEW_ARRAY task(void)
    STORE_LOCAL 1
    CONST_I32 0
    STORE_LOCAL 0
spawn:
    LOAD_LOCAL 1
    SPAWN fails 0
    ARRAY_PUSH_REF
    LOAD_LOCAL 0
    CONST_I32 1
    IADD
    DUP
    STORE_LOCAL 0
    CONST_I32 1000
    ILT
    JUMP_IF_TRUE spawn
    TRY full
fill:
    LOAD_GLOBAL kept
    CONST_I32 0
    NEW_ARRAY_ZEROED i32
    ARRAY_PUSH_REF
    JUMP fill
full:
    POP
    CONST_I32 0
    STORE_LOCAL 0
look:
    TRY failed
    LOAD_LOCAL 1
    LOAD_LOCAL 0
    ARRAY_GET_REF
    AWAIT
    END_TRY
    JUMP next
failed:
    UNBOX_REF object(Error)
    GET_FIELD Error message
    POP
next:
    LOAD_LOCAL 0
    CONST_I32 1
    IADD
    DUP
    STORE_LOCAL 0
    CONST_I32 1000
    ILT
    JUMP_IF_TRUE look
    LOAD_LOCAL 0
    RETURN
"""


@pytest.mark.parametrize("engine", NATIVE)
def test_errors_of_many_tasks_after_memory_is_all_in_use(engine: str) -> None:
    ended = run(module_of(MANY_FAIL), engine=engine, max_memory=1 << 21)
    assert ended.value == 1000
