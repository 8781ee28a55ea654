"""A value that a task has received and not taken is never taken for something else."""

from __future__ import annotations

import pytest

from .running import MODES, module_of, run

RECEIVED = """
.function main() -> string
.local channel(i64), channel(string), array(task(void)), task(void)
    CONST_I32 1
    NEW_CHANNEL i64
    STORE_LOCAL 0
    CONST_I32 1
    NEW_CHANNEL string
    STORE_LOCAL 1
    LOAD_LOCAL 0
    CONST_I64 4660
    CHANNEL_SEND
    LOAD_LOCAL 0
    CHANNEL_WAIT
    POP
"""
"""The task holds an i64 of the first channel."""

CASES = {
    "a closed channel": (
        """
    LOAD_LOCAL 1
    CHANNEL_CLOSE
    LOAD_LOCAL 1
    CHANNEL_WAIT
    POP
    LOAD_LOCAL 1
    CHANNEL_TAKE
    RETURN
""",
        "Error: the channel is closed",
    ),
    "a channel that is closed meanwhile": (
        """
    LOAD_LOCAL 1
    SPAWN closer 1
    POP
    LOAD_LOCAL 1
    CHANNEL_WAIT
    POP
    LOAD_LOCAL 1
    CHANNEL_TAKE
    RETURN
.function closer(channel(string))
    YIELD
    LOAD_LOCAL 0
    CHANNEL_CLOSE
    RETURN_VOID
""",
        "Error: the channel is closed",
    ),
    "tasks that are complete": (
        """
    NEW_ARRAY task(void)
    STORE_LOCAL 2
    LOAD_LOCAL 2
    WAIT_ALL
    CONST_STRING "done"
    RETURN
""",
        "",
    ),
    "tasks of which one becomes null": (
        """
    NEW_ARRAY task(void)
    STORE_LOCAL 2
    LOAD_LOCAL 2
    LOAD_LOCAL 2
    SPAWN later 1
    ARRAY_PUSH_REF
    LOAD_LOCAL 2
    SPAWN nothing 0
    ARRAY_PUSH_REF
    LOAD_LOCAL 2
    WAIT_ALL
    CONST_STRING "done"
    RETURN
.function later(array(task(void)))
    YIELD
    YIELD
    LOAD_LOCAL 0
    CONST_I32 0
    CONST_NULL task(void)
    ARRAY_SET_REF
    RETURN_VOID
.function nothing()
    RETURN_VOID
""",
        "",
    ),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("text", "error"), CASES.values(), ids=CASES)
def test_carried(text: str, error: str, mode: str) -> None:
    ran = run(module_of(RECEIVED + text), **MODES[mode])
    assert (ran.error, ran.value) == (error, None if error else "done")
