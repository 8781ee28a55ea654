"""What the host has answered, and what it was asked with, when something comes in between."""

from __future__ import annotations

from typing import Any

import pytest

import plait
from plait.memory.layouts import IMAGE_OFFSET

from .running import CHECKED, ENGINES, module_of

TEXT = """
.import name() -> string
.import number() -> i64
.import word() -> any
.import outer() -> string
.import describe(string) -> string
.global junk array(string)
.function main()
    RETURN_VOID
.function ask_name() -> string
    NATIVE_CALL host:name 0
    RETURN
.function ask_number() -> i64
    NATIVE_CALL host:number 0
    RETURN
.function ask_word() -> any
    NATIVE_CALL host:word 0
    RETURN
.function ask_outer() -> string
    NATIVE_CALL host:outer 0
    RETURN
.function catch_name() -> any
    TRY caught
    NATIVE_CALL host:name 0
    BOX_REF
    END_TRY
    RETURN
caught:
    RETURN
.function say_and_describe(i32) -> string
    CONST_STRING "before"
    NATIVE_CALL console.log 1
    LOAD_LOCAL 0
    I32_TO_STRING
    NATIVE_CALL host:describe 1
    RETURN
.function say_and_return() -> string
    CONST_STRING "said"
    NATIVE_CALL console.log 1
    CONST_STRING "returned"
    RETURN
.function churn(i32) -> i64
.local i32
    NEW_ARRAY string
    STORE_GLOBAL junk
    CONST_I32 0
    STORE_LOCAL 1
again:
    LOAD_GLOBAL junk
    LOAD_LOCAL 1
    I32_TO_STRING
    ARRAY_PUSH_REF
    LOAD_LOCAL 1
    CONST_I32 1
    IADD
    STORE_LOCAL 1
    LOAD_LOCAL 1
    LOAD_LOCAL 0
    ILT
    JUMP_IF_TRUE again
    CONST_I64 81985529216486895
    RETURN
"""
MODULE = module_of(TEXT)


class RaisingClock:
    """A clock whose next look raises, when it has been told to: as a signal that comes at that moment."""

    def __init__(self) -> None:
        self.armed = False

    def now(self) -> float:
        if self.armed:
            self.armed = False
            raise KeyboardInterrupt
        return 0.0

    def wait(self, seconds: float) -> None:
        raise AssertionError("nobody sleeps")


class Host:
    """A machine with the functions that the module imports; the first answer of most is followed by an interruption."""

    def __init__(self, engine: str, **options: Any) -> None:
        self.clock = RaisingClock()
        self.calls: list[str] = []
        self.written: list[str] = []
        self.on_write: Any = None
        options = {"max_memory": 1 << 22, "collect_always": True, **CHECKED, **options}
        self.vm = plait.Vm(plait.VmOptions(engine=engine, **options), clock=self.clock, write=self.write)
        self.answers: dict[str, Any] = {
            "name": lambda: "secret-" + "x" * 40,
            "number": lambda: IMAGE_OFFSET + 0x40004,
            "word": lambda: ["a", 1.5],
            "outer": lambda: "outer",
            "describe": lambda text: f"<{text}>",
        }
        for item in MODULE.imports:
            signature = f"({', '.join(map(str, item.parameter_types))}) -> {item.result}"
            self.vm.function(item.name, signature)(self.asked(item.name, len(item.parameter_types)))
        self.context = self.vm.load(MODULE)

    def asked(self, name: str, count: int) -> Any:
        def without() -> Any:
            return self.answer(name)

        def with_one(argument: Any) -> Any:
            return self.answer(name, argument)

        return with_one if count else without

    def answer(self, name: str, *arguments: Any) -> Any:
        self.calls.append(name)
        value = self.answers[name](*arguments)
        self.clock.armed = name in ("name", "number", "word") and self.calls.count(name) == 1
        return value

    def write(self, text: str) -> None:
        self.written.append(text)
        if self.on_write is not None:
            self.on_write()

    def collect(self) -> None:
        """Let the context allocate, and so collect, without any task of it running."""
        for number in range(20):
            self.vm.global_vars["junk"] = [f"junk {number} {index}" for index in range(50)]


ANSWERS = {
    "ask_name": "secret-" + "x" * 40,
    "ask_number": IMAGE_OFFSET + 0x40004,
    "ask_word": ["a", 1.5],
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("function", ANSWERS)
def test_an_answer_outlives_an_interruption_and_collections(engine: str, function: str) -> None:
    host = Host(engine)
    task = host.vm.spawn_task(function)
    with pytest.raises(KeyboardInterrupt):
        host.vm.run_tasks()
    host.collect()
    host.vm.run_tasks()
    result = host.vm.task_result(task)
    assert isinstance(result, plait.Complete)
    assert result.value == ANSWERS[function]
    assert len(host.calls) == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_an_error_outlives_an_interruption_and_collections(engine: str) -> None:
    host = Host(engine)

    def fail() -> str:
        host.clock.armed = True
        raise ValueError("no name " + "y" * 40)

    host.answers["name"] = fail
    task = host.vm.spawn_task("catch_name")
    with pytest.raises(KeyboardInterrupt):
        host.vm.run_tasks()
    host.collect()
    host.vm.run_tasks()
    result = host.vm.task_result(task)
    assert isinstance(result, plait.Complete)
    assert result.value.message == "no name " + "y" * 40


@pytest.mark.parametrize("engine", ENGINES)
def test_an_answer_goes_to_who_has_asked(engine: str) -> None:
    """A call from the host into the program is interrupted with an answer at hand; that is not the outer call's."""
    host = Host(engine)

    def outer() -> str:
        if host.calls.count("outer") == 1:
            host.vm.call_function(host.context, "ask_number")
        return "second try"

    host.answers["outer"] = outer
    task = host.vm.spawn_task("ask_outer")
    with pytest.raises(KeyboardInterrupt):
        host.vm.run_tasks()
    host.vm.run_tasks()
    result = host.vm.task_result(task)
    assert isinstance(result, plait.Complete)
    assert result.value == "second try"
    assert host.calls.count("outer") == 2
    assert host.context.get("unfinished") == 0


@pytest.mark.parametrize("engine", ENGINES)
def test_arguments_are_read_after_the_output_is_written(engine: str) -> None:
    """Whoever takes the output of a program may call the program, which moves the stack with the arguments."""
    host = Host(engine)

    def churn() -> None:
        host.on_write = None
        host.vm.call_function(host.context, "churn", [60])

    host.on_write = churn
    assert host.vm.call_function(host.context, "say_and_describe", [123456]) == "<123456>"
    assert host.written == ["before\n"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_call_while_output_is_written_is_another_call(engine: str) -> None:
    """Its result is none of the one in whose middle it is made, and the context cannot be closed there."""
    host = Host(engine)
    seen: list[Any] = []

    def call() -> None:
        host.on_write = None
        seen.append(host.vm.call_function(host.context, "churn", [3]))
        for use in (host.context.close, host.vm.run_tasks):
            with pytest.raises(plait.PlaitError, match="the context is running"):
                use()

    host.on_write = call
    assert host.vm.call_function(host.context, "say_and_return") == "returned"
    assert seen == [81985529216486895]
