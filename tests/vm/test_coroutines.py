"""Coroutines: control and words go back and forth, nested, until they end; what nobody refers to is garbage."""

from __future__ import annotations

import time
from typing import Any

import pytest

import plait
from plait.vm.deadlocks import ENDED

from .running import MODES, NATIVE, Run, agree, module_of, run

COUNTER = """
.function counter(i32) -> any
.local i32
    NATIVE_CALL coroutine.detach 0
    CONST_STRING "begins"
    NATIVE_CALL console.log 1
    CONST_UNDEFINED
    NATIVE_CALL coroutine.suspend 1
    POP
    CONST_I32 0
    STORE_LOCAL 1
again:
    LOAD_LOCAL 1
    LOAD_LOCAL 0
    ILT
    JUMP_IF_FALSE end
    LOAD_LOCAL 1
    CALL give 1
    ANY_TO_STRING
    NATIVE_CALL console.log 1
    LOAD_LOCAL 1
    CONST_I32 1
    IADD
    STORE_LOCAL 1
    JUMP again
end:
    CONST_STRING "last"
    BOX_REF
    RETURN
.function give(i32) -> any
    CONST_STRING "n"
    LOAD_LOCAL 0
    I32_TO_STRING
    STRING_CONCAT
    BOX_REF
    NATIVE_CALL coroutine.suspend 1
    RETURN
.function show(any, string)
    LOAD_LOCAL 0
    LOAD_LOCAL 1
    BOX_REF
    NATIVE_CALL coroutine.resume 2
    ANY_TO_STRING
    NATIVE_CALL console.log 1
    RETURN_VOID
.function message(any) -> string
    LOAD_LOCAL 0
    UNBOX_REF object(0)
    GET_FIELD 0 0
    RETURN
"""

RESUME = """
.function main()
.local any
    CONST_I32 2
    SPAWN counter 1
    BOX_REF
    STORE_LOCAL 0
    CONST_STRING "spawned"
    NATIVE_CALL console.log 1
"""


def show(text: str) -> str:
    """Resume the coroutine in local 0 with a text, and print what it hands out."""
    return f'LOAD_LOCAL 0\nCONST_STRING "{text}"\nCALL show 2\n'


def checked(*steps: str) -> str:
    """Do something; print the message of the error that it throws."""
    return "".join(
        f"TRY failed{number}\n{step}END_TRY\nJUMP over{number}\nfailed{number}:\nCALL message 1\n"
        f"NATIVE_CALL console.log 1\nover{number}:\n"
        for number, step in enumerate(steps)
    )


def logs(text: str, **options: Any) -> tuple[str, ...]:
    """The lines of a program that ends well, which are the same in all modes."""
    done = agree(text, **options)
    assert done.error == ""
    return done.lines


def test_words_go_back_and_forth() -> None:
    text = COUNTER + RESUME + show("a") + show("b") + show("c") + checked(show("d")) + "RETURN_VOID"
    assert logs(text) == ("begins", "spawned", "n0", "b", "n1", "c", "undefined", "the coroutine has ended")


def test_a_program_ends_while_coroutines_are_suspended() -> None:
    assert logs(COUNTER + RESUME + "RETURN_VOID") == ("begins", "spawned")
    assert logs(COUNTER + RESUME + show("a") + "RETURN_VOID") == ("begins", "spawned", "n0")


FINISHES = """
.function finishes() -> any
    NATIVE_CALL coroutine.detach 0
    CONST_NULL string
    BOX_REF
    NATIVE_CALL coroutine.suspend 1
    NATIVE_CALL coroutine.finish 1
    CONST_STRING "finishing"
    NATIVE_CALL console.log 1
    CONST_UNDEFINED
    RETURN
.function main()
.local any
    SPAWN finishes 0
    BOX_REF
    STORE_LOCAL 0
"""


def test_finishing_hands_out_a_word_and_ends() -> None:
    text = COUNTER + FINISHES + show("x") + checked(show("y")) + "RETURN_VOID"
    assert logs(text) == ("finishing", "x", "the coroutine has ended")


def test_what_is_no_coroutine_is_refused() -> None:
    main = """
.function later() -> any
    CONST_F64 5.0
    SLEEP
    CONST_UNDEFINED
    RETURN
.function main()
.local any
    CONST_UNDEFINED
    STORE_LOCAL 0
"""
    words = ("CONST_UNDEFINED", "CONST_F64 1.5 | BOX_F64", 'CONST_STRING "a" | BOX_REF', "SPAWN later 0 | BOX_REF")
    steps = [f"{word} | STORE_LOCAL 0".replace(" | ", "\n") + "\n" + show("a") for word in words]
    steps.append("CONST_UNDEFINED\nNATIVE_CALL coroutine.suspend 1\nPOP\n")
    steps.append("CONST_UNDEFINED\nNATIVE_CALL coroutine.finish 1\n")
    assert logs(COUNTER + main + checked(*steps) + "RETURN_VOID") == ("the task is no coroutine",) * 6


FAILS = """
.global self any
.function fails() -> any
    NATIVE_CALL coroutine.detach 0
    CONST_UNDEFINED
    NATIVE_CALL coroutine.suspend 1
    POP
{first}
    CONST_I32 1
    CONST_I32 0
    IDIV
    POP
    CONST_UNDEFINED
    RETURN
.function main()
.local any
    SPAWN fails 0
    BOX_REF
    DUP
    STORE_GLOBAL self
    STORE_LOCAL 0
"""


def test_an_error_comes_out_at_the_resumer() -> None:
    text = COUNTER + FAILS.format(first="") + checked(show("a"), show("b")) + "RETURN_VOID"
    assert logs(text) == ("division by zero", "the coroutine has ended")


def test_a_failed_coroutine_that_nobody_has_resumed_is_an_unhandled_error() -> None:
    text = """
.function fails() -> any
    NATIVE_CALL coroutine.detach 0
    CONST_I32 1
    CONST_I32 0
    IDIV
    POP
    CONST_UNDEFINED
    RETURN
.function main()
    SPAWN fails 0
    POP
    CONST_STRING "on"
    NATIVE_CALL console.log 1
    RETURN_VOID
"""
    done = agree(text)
    assert (done.lines, done.error) == (("on",), "RangeError: division by zero")


def test_a_coroutine_that_runs_is_not_resumed() -> None:
    text = COUNTER + FAILS.format(first='LOAD_GLOBAL self\nCONST_STRING "again"\nCALL show 2') + checked(show("a"))
    assert logs(text + "RETURN_VOID") == ("the coroutine is not suspended: it runs",)


NESTED = """
.function walk(i32) -> any
.local any, any
    NATIVE_CALL coroutine.detach 0
    CONST_UNDEFINED
    NATIVE_CALL coroutine.suspend 1
    POP
    LOAD_LOCAL 0
    CALL give 1
    POP
    LOAD_LOCAL 0
    CONST_I32 0
    IEQ
    JUMP_IF_TRUE end
    LOAD_LOCAL 0
    CONST_I32 1
    ISUB
    SPAWN walk 1
    BOX_REF
    STORE_LOCAL 1
again:
    LOAD_LOCAL 1
    CONST_UNDEFINED
    NATIVE_CALL coroutine.resume 2
    STORE_LOCAL 2
    LOAD_LOCAL 2
    ANY_IS_NULL
    JUMP_IF_TRUE end
    LOAD_LOCAL 2
    NATIVE_CALL coroutine.suspend 1
    POP
    JUMP again
end:
    CONST_UNDEFINED
    RETURN
"""


def test_coroutines_in_coroutines() -> None:
    main = """
.function main()
.local any
    CONST_I32 6
    SPAWN walk 1
    BOX_REF
    STORE_LOCAL 0
"""
    text = COUNTER + NESTED + main + show("") * 8 + "RETURN_VOID"
    assert logs(text) == (*(f"n{number}" for number in range(6, -1, -1)), "undefined")


def test_what_is_resumed_before_the_first_suspension_runs_before_the_spawner() -> None:
    text = """
.function outer() -> any
.local any
    NATIVE_CALL coroutine.detach 0
    CONST_I32 1
    SPAWN counter 1
    BOX_REF
    STORE_LOCAL 0
    LOAD_LOCAL 0
    CONST_STRING "a"
    CALL show 2
    CONST_UNDEFINED
    NATIVE_CALL coroutine.suspend 1
    POP
    LOAD_LOCAL 0
    CONST_STRING "b"
    CALL show 2
    CONST_UNDEFINED
    RETURN
.function main()
.local any
    SPAWN outer 0
    BOX_REF
    STORE_LOCAL 0
    CONST_STRING "main"
    NATIVE_CALL console.log 1
"""
    lines = ("begins", "n0", "main", "b", "undefined", "undefined")
    assert logs(COUNTER + text + show("go") + "RETURN_VOID") == lines


SLEEPS = """
.global other any
.function sleeps() -> any
    NATIVE_CALL coroutine.detach 0
    CONST_UNDEFINED
    NATIVE_CALL coroutine.suspend 1
    POP
    CONST_F64 2.0
    SLEEP
    CONST_STRING "slept"
    BOX_REF
    NATIVE_CALL coroutine.suspend 1
    POP
    CONST_UNDEFINED
    RETURN
.function drive() -> any
    NATIVE_CALL coroutine.detach 0
    LOAD_GLOBAL other
    CONST_STRING "drive"
    CALL show 2
    CONST_UNDEFINED
    RETURN
.function main()
.local any, task(any)
    SPAWN sleeps 0
    BOX_REF
    DUP
    STORE_LOCAL 0
    STORE_GLOBAL other
"""


def test_a_coroutine_that_waits_lets_its_resumer_wait() -> None:
    again = checked(show("first"), show("second")) + "RETURN_VOID"
    assert logs(COUNTER + SLEEPS + again) == ("slept", "undefined")
    meanwhile = """
    SPAWN drive 0
    STORE_LOCAL 1
    CONST_STRING "meanwhile"
    NATIVE_CALL console.log 1
"""
    running = checked(show("first")) + "LOAD_LOCAL 1\nAWAIT\nPOP\nRETURN_VOID"
    expected = ("meanwhile", "the coroutine is not suspended: it runs", "slept")
    assert logs(COUNTER + SLEEPS + meanwhile + running) == expected


def test_a_resumer_in_a_deadlock_is_reported_and_suspended_coroutines_are_not() -> None:
    text = """
.global gate mutex
.function locks() -> any
    NATIVE_CALL coroutine.detach 0
    CONST_UNDEFINED
    NATIVE_CALL coroutine.suspend 1
    POP
    LOAD_GLOBAL gate
    MUTEX_LOCK
    CONST_UNDEFINED
    RETURN
.function main()
.local any
    NEW_MUTEX
    STORE_GLOBAL gate
    LOAD_GLOBAL gate
    MUTEX_LOCK
    CONST_I32 1
    SPAWN counter 1
    POP
    SPAWN locks 0
    BOX_REF
    STORE_LOCAL 0
"""
    done = agree(COUNTER + text + show("a") + "RETURN_VOID")
    assert done.error.startswith("deadlock")
    assert "waits for what task 3 (locks), a coroutine, hands out" in done.error
    assert "waits for a mutex that task 1 (main) holds" in done.error
    assert "counter" not in done.error


CANCEL = """
.function stubborn() -> any
    NATIVE_CALL coroutine.detach 0
    TRY told
    CONST_UNDEFINED
    NATIVE_CALL coroutine.suspend 1
    END_TRY
    RETURN
told:
    CALL message 1
    NATIVE_CALL console.log 1
    CONST_UNDEFINED
    NATIVE_CALL coroutine.suspend 1
    RETURN
.function main()
.local any, task(any)
    SPAWN stubborn 0
    STORE_LOCAL 1
    LOAD_LOCAL 1
    BOX_REF
    STORE_LOCAL 0
    LOAD_LOCAL 1
    TASK_CANCEL
    POP
"""


def test_a_suspended_coroutine_can_be_cancelled() -> None:
    told = ("the task was cancelled",)
    assert logs(COUNTER + CANCEL + "YIELD\n" + show("a") + "RETURN_VOID") == (*told, "undefined")
    early = ("the coroutine is not suspended: it runs", *told)
    assert logs(COUNTER + CANCEL + checked(show("a")) + "RETURN_VOID") == early


CANCELLED_RESUMER = """
.global resumer task(void)
.function cancels() -> any
    NATIVE_CALL coroutine.detach 0
    CONST_UNDEFINED
    NATIVE_CALL coroutine.suspend 1
    POP
    LOAD_GLOBAL resumer
    TASK_CANCEL
    POP
    CONST_STRING "cancelled"
    NATIVE_CALL console.log 1
    CONST_STRING "lost"
    BOX_REF
    NATIVE_CALL coroutine.suspend 1
    RETURN
.function resumes(any)
    YIELD
    TRY told
    LOAD_LOCAL 0
    CONST_STRING "a"
    CALL show 2
    END_TRY
    RETURN_VOID
told:
    CALL message 1
    NATIVE_CALL console.log 1
    LOAD_LOCAL 0
    CONST_STRING "b"
    CALL show 2
    RETURN_VOID
.function main()
    SPAWN cancels 0
    BOX_REF
    SPAWN resumes 1
    DUP
    STORE_GLOBAL resumer
    AWAIT
    RETURN_VOID
"""


def test_a_resumer_can_be_cancelled_by_its_coroutine() -> None:
    assert logs(COUNTER + CANCELLED_RESUMER) == ("cancelled", "the task was cancelled", "undefined")


PING_PONG = """
.function pong() -> any
.local any
    NATIVE_CALL coroutine.detach 0
    CONST_F64 0.0
    BOX_F64
    STORE_LOCAL 0
again:
    LOAD_LOCAL 0
    NATIVE_CALL coroutine.suspend 1
    UNBOX_F64
    CONST_F64 1.0
    FADD
    BOX_F64
    STORE_LOCAL 0
    JUMP again
.function main() -> f64
.local any, i32, f64
    SPAWN pong 0
    BOX_REF
    STORE_LOCAL 0
    CONST_I32 0
    STORE_LOCAL 1
    CONST_F64 0.0
    STORE_LOCAL 2
again:
    LOAD_LOCAL 0
    LOAD_LOCAL 2
    BOX_F64
    NATIVE_CALL coroutine.resume 2
    UNBOX_F64
    STORE_LOCAL 2
    LOAD_LOCAL 1
    CONST_I32 1
    IADD
    STORE_LOCAL 1
    LOAD_LOCAL 1
    CONST_I32 {count}
    ILT
    JUMP_IF_TRUE again
    LOAD_LOCAL 2
    RETURN
"""


def ping_pong(count: int) -> plait.Module:
    return module_of(PING_PONG.format(count=count))


def test_many_switches() -> None:
    assert agree(PING_PONG.format(count=200)).value == 200.0
    assert agree(PING_PONG.format(count=200), preemption_threshold=50).value == 200.0


@pytest.mark.parametrize("engine", NATIVE)
def test_a_switch_is_fast(engine: str) -> None:
    start = time.monotonic()
    done = run(ping_pong(1_000_000), engine=engine)
    assert done.value == 1_000_000.0
    assert time.monotonic() - start < 4.0  # Some 0.3 s on a machine that does nothing else.


def test_fuel_can_run_out_in_a_coroutine() -> None:
    whole = agree(PING_PONG.format(count=20))
    for fuel in range(whole.fuel // 2, whole.fuel // 2 + 90, 9):
        assert agree(PING_PONG.format(count=20), max_fuel=fuel).error.startswith("max_fuel")


def test_an_endless_exchange_can_be_ended() -> None:
    ended = run(ping_pong(2_000_000_000), engine="jit", max_seconds=0.2)
    assert ended.error.startswith("max_seconds")


ABANDONED = """
.global kept array(any)
.function one(any) -> any
    NATIVE_CALL coroutine.detach 0
    LOAD_LOCAL 0
    NATIVE_CALL coroutine.suspend 1
    POP
    LOAD_LOCAL 0
    RETURN
.function main() -> i32
.local i32, any
    NEW_ARRAY any
    STORE_GLOBAL kept
    CONST_I32 0
    STORE_LOCAL 0
again:
    LOAD_GLOBAL kept
    BOX_REF
    SPAWN one 1
    BOX_REF
    STORE_LOCAL 1
    LOAD_LOCAL 0
    CONST_I32 {every}
    IREM
    CONST_I32 0
    IEQ
    JUMP_IF_FALSE dropped
    LOAD_GLOBAL kept
    LOAD_LOCAL 1
    ARRAY_PUSH_ANY
dropped:
    LOAD_LOCAL 0
    CONST_I32 1
    IADD
    STORE_LOCAL 0
    LOAD_LOCAL 0
    CONST_I32 {count}
    ILT
    JUMP_IF_TRUE again
    CONST_I32 0
    STORE_LOCAL 0
check:
    LOAD_GLOBAL kept
    LOAD_LOCAL 0
    ARRAY_GET_ANY
    CONST_UNDEFINED
    NATIVE_CALL coroutine.resume 2
    POP
    LOAD_LOCAL 0
    CONST_I32 1
    IADD
    STORE_LOCAL 0
    LOAD_LOCAL 0
    LOAD_GLOBAL kept
    ARRAY_LENGTH
    ILT
    JUMP_IF_TRUE check
    LOAD_LOCAL 0
    RETURN
"""


@pytest.mark.parametrize("engine", NATIVE)
def test_abandoned_coroutines_are_garbage(engine: str) -> None:
    done = run(module_of(ABANDONED.format(count=100_000, every=1000)), engine=engine, max_memory=12 << 20)
    assert (done.value, done.error) == (100, "")


def test_kept_coroutines_survive_collections() -> None:
    assert agree(ABANDONED.format(count=30, every=5)).value == 6


def test_suspended_coroutines_are_seen_until_they_are_collected() -> None:
    vm = plait.Vm(plait.VmOptions(engine="interpreter", max_memory=1 << 20, check_heap=True))
    vm.load(module_of(ABANDONED.format(count=1000, every=1000)))
    vm.spawn_task("main")
    vm.run_tasks()
    left = vm.scheduler.tasks
    assert 0 < len(left) < 1000
    assert {(task.function, task.waits_for) for task in left} == {("one", "to be resumed")}
    assert not any(task.status in ENDED for task in left)


@pytest.mark.parametrize("text", [COUNTER + RESUME + show("a") + show("b") + "RETURN_VOID", CANCELLED_RESUMER])
def test_stepping_through_coroutines(text: str) -> None:
    module = module_of(text if "main()\n.local" in text else COUNTER + text)
    whole = run(module, engine="interpreter")
    pieces: list[str] = []
    vm = plait.Vm(plait.VmOptions(engine="interpreter"), write=pieces.append)
    context = vm.load(module)
    vm.spawn_task("main")
    functions: set[str] = set()
    while vm.step():
        functions.update(frame.name for frame in context.stack)
    assert tuple("".join(pieces).splitlines()) == whole.lines
    assert {"main", "show"} < functions


def test_one_can_step_and_go_on() -> None:
    module = module_of(COUNTER + RESUME + show("a") + show("b") + show("c") + "RETURN_VOID")
    whole: Run = run(module, engine="interpreter")
    for steps in range(0, 90, 7):
        pieces: list[str] = []
        vm = plait.Vm(plait.VmOptions(engine="jit", collect_always=True), write=pieces.append)
        vm.load(module)
        vm.spawn_task("main")
        for _ in range(steps):
            vm.step()
        vm.run_tasks()
        assert tuple("".join(pieces).splitlines()) == whole.lines


@pytest.mark.parametrize("mode", MODES)
def test_slices_from_the_host(mode: str) -> None:
    vm = plait.Vm(plait.VmOptions(**MODES[mode]))
    vm.load(ping_pong(50))
    number = vm.spawn_task("main")
    while not isinstance(vm.task_result(number), plait.Complete):
        vm.run_slice(number)
    assert vm.task_result(number) == plait.Complete(50.0)
