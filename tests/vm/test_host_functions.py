"""Functions of the host: how they are offered, linked and called, and what becomes of exceptions."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

import plait

from .embedded import embedded, machine
from .running import ENGINES, module_of

MODULE = embedded()


def machine_asking(ask: Any, engine: str = "interpreter", **options: Any) -> plait.Vm:
    """A machine whose `ask` is this function."""
    vm = plait.Vm(plait.VmOptions(engine=engine, **options))
    vm.function("ask", "(f64) -> f64")(ask)
    vm.function("show", "(any) -> any")(lambda x: x)
    return vm


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("stress", [{}, {"collect_always": True}, {"suspend_always": True}])
def test_calls_of_the_host(engine: str, stress: dict[str, bool]) -> None:
    vm = machine(engine, **stress)
    context = vm.load(MODULE)
    assert vm.run(context, "ask_host", [1]) == 1.5
    for value in (None, True, "text", [1.0, "a"], 2.5):
        assert vm.run(context, "show_host", [value]) == value
    one = vm.class_registry.create_instance(vm.class_registry.find_class("Square"), 2)
    assert vm.run(context, "show_host", [one]) == one


def test_signatures_from_annotations() -> None:
    vm = plait.Vm()

    @vm.function
    def first(a: int, b: float, c: bool, d: str, e: object) -> None:
        """Nothing."""

    @vm.function("second")
    def other() -> float:
        return 1.0

    assert vm.host_functions["first"].signature == "(i32, f64, bool, string, any) -> void"
    assert vm.host_functions["second"].signature == "() -> f64"
    assert other() == 1.0


def _unannotated(x):  # type: ignore[no-untyped-def]
    return x


def _with_complex(x: complex) -> None:
    pass


def _with_rest(*x: int) -> None:
    pass


def _generator(x: float) -> Iterator[float]:
    yield x


def _with_unknown(x: "Nowhere") -> int:  # type: ignore[name-defined]  # noqa: F821, UP037
    return 1


WRONG: list[tuple[Any, Any, Any, type[Exception], str]] = [
    (_unannotated, None, None, TypeError, "parameter x of _unannotated has no annotation"),
    (_with_complex, None, None, TypeError, "stands for nothing that a program could have; give a signature"),
    (_with_rest, None, None, TypeError, "parameter x must be a plain one"),
    (lambda: 1, None, "() -> f64", ValueError, "the function has no name"),
    (len, "size", "string -> i32", ValueError, "is no signature; write it like"),
    (len, "size", "(text) -> i32", ValueError, "no such type: 'text'"),
    (5, "five", "() -> i32", TypeError, "a function is needed, not int"),
    (len, 5, "() -> i32", TypeError, "the name must be a str, not int"),
    (len, "size", 5, TypeError, "the signature must be a str, not int"),
    (_generator, "some", "(f64) -> f64", TypeError, "some is a generator, which is no function to a program"),
    (_with_unknown, None, None, TypeError, "annotations of _with_unknown cannot be read .*; give a signature"),
    (lambda x: x, "sum", "(f64, f64) -> f64", TypeError, "sum cannot be called with 2 arguments, as its signature"),
    (dict, None, None, TypeError, "annotations of dict cannot be read .*; give a signature"),
]


@pytest.mark.parametrize(("function", "name", "signature", "error", "message"), WRONG)
def test_functions_that_cannot_be_offered(
    function: Any, name: str | None, signature: str | None, error: type[Exception], message: str
) -> None:
    vm = plait.Vm()
    with pytest.raises(error, match=message):
        vm.function(name, signature)(function)


def test_a_name_is_offered_once() -> None:
    with pytest.raises(ValueError, match="the host function 'ask' is there already"):
        machine().function("ask", "() -> f64")(lambda: 1.0)


def test_modules_are_linked_when_they_are_loaded() -> None:
    vm = plait.Vm()
    with pytest.raises(plait.LinkError, match="imports 'ask' from the host, which offers nothing"):
        vm.load(MODULE)
    vm.function("ask", "(i32) -> f64")(float)
    with pytest.raises(plait.LinkError, match=r"imports 'ask' as \(f64\) -> f64, but the host offers \(i32\) -> f64"):
        vm.execute(MODULE)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_exception_is_an_error_of_the_program(engine: str) -> None:
    def ask(x: float) -> float:
        raise KeyError("missing") if x else ValueError("zero €")

    vm = machine_asking(ask, engine)
    context = vm.load(MODULE)
    assert vm.run(context, "ask_carefully", [1]) == "KeyError: 'missing'"
    assert vm.run(context, "ask_carefully", [0]) == "ValueError: zero €"
    with pytest.raises(plait.GuestError) as caught:
        vm.run(context, "ask_host", [0])
    assert (caught.value.name, caught.value.message) == ("ValueError", "zero €")
    assert isinstance(caught.value.__cause__, ValueError)
    assert caught.value.trace[0].startswith("ask_host (")


@pytest.mark.parametrize("value", ["text", None, 1 << 2000, [1.0]])
def test_a_result_that_does_not_fit(value: Any) -> None:
    vm = machine_asking(lambda x: value)
    with pytest.raises(plait.GuestError) as caught:
        vm.execute_function(MODULE, "ask_host", [1])
    assert isinstance(caught.value.__cause__, TypeError | OverflowError)


def test_interrupts_end_the_run() -> None:
    answers: list[Any] = [KeyboardInterrupt(), 3.0]

    def ask(x: float) -> float:
        answer = answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return float(answer)

    vm = machine_asking(ask)
    context = vm.load(MODULE)
    number = vm.spawn_task("ask_host", [1])
    with pytest.raises(KeyboardInterrupt):
        vm.run_tasks()
    # The task still waits for its answer, and the host can go on.
    vm.run_tasks()
    assert vm.task_result(number) == plait.Complete(3.0)
    context.close()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("stress", [{}, {"collect_always": True}, {"preemption_threshold": 1}])
def test_a_function_of_the_host_calls_the_program(engine: str, stress: dict[str, Any]) -> None:
    def ask(x: float) -> float:
        return float(add(x)) + (float(held.area()) if x > 5 else later(x))

    vm = machine_asking(ask, engine, **stress)
    context = vm.load(MODULE)
    add: Any = vm.run(context, "adder", [10])
    held: Any = vm.class_registry.create_instance(vm.class_registry.find_class("Square"), 3)

    def later(x: float) -> float:
        return float(vm.call_function(context, function_index("await_both"), (x,)))

    assert vm.run(context, "ask_host", [6]) == 16 + 9
    assert vm.run(context, "ask_host", [2]) == 12 + 8
    assert add(1) == 11


def function_index(name: str) -> int:
    return [function.name for function in MODULE.functions].index(name)


def test_calls_back_and_forth() -> None:
    def ask(x: float) -> float:
        return float(vm.call_function(context, function_index("ask_host"), (x - 1,))) + 1 if x else 0.0

    vm = machine_asking(ask)
    context = vm.load(MODULE)
    assert vm.run(context, "ask_host", [20]) == 20.0
    with pytest.raises(plait.GuestError, match="more than 50 calls between host and guest"):
        vm.run(context, "ask_host", [1000])
    assert vm.run(context, "ask_host", [3]) == 3.0


def test_an_error_that_passes_through_the_host_is_the_same_object() -> None:
    def ask(x: float) -> float:
        one.boom("inner")
        return x

    vm = machine_asking(ask)
    context = vm.load(MODULE)
    one = vm.class_registry.create_instance(vm.class_registry.find_class("Square"), 3)
    assert vm.run(context, "ask_carefully", [1]) == "RangeError: inner"
    with pytest.raises(plait.GuestError) as caught:
        vm.run(context, "ask_host", [1])
    assert (caught.value.name, caught.value.message) == ("RangeError", "inner")
    assert caught.value.trace[0].startswith("Shape.boom (")


def test_what_waits_for_the_caller_is_a_deadlock() -> None:
    text = """
.import ask(f64) -> f64
.global gate mutex
.function main()
    NEW_MUTEX
    STORE_GLOBAL gate
    LOAD_GLOBAL gate
    MUTEX_LOCK
    CONST_F64 1.0
    NATIVE_CALL host:ask 1
    POP
    LOAD_GLOBAL gate
    MUTEX_UNLOCK
    RETURN_VOID
.function wait()
    LOAD_GLOBAL gate
    MUTEX_LOCK
    RETURN_VOID
"""
    vm = plait.Vm()
    caught: list[Exception] = []

    @vm.function("ask", "(f64) -> f64")
    def ask(x: float) -> float:
        try:
            vm.call_function(context, 1, ())
        except plait.LimitError as error:
            caught.append(error)
        return x

    context = vm.load(module_of(text))
    # The task that waits gets the mutex when the caller lets go of it.
    vm.run(context, "main")
    assert "waits for a mutex that task 1 (main) holds" in str(caught[0])


def test_not_everything_is_possible_in_a_function_of_the_host() -> None:
    refused: list[str] = []

    def ask(x: float) -> float:
        for use in (vm.run_tasks, vm.run_until_idle, context.close, lambda: vm.run(context, "main")):
            with pytest.raises(plait.PlaitError) as caught:
                use()
            refused.append(str(caught.value))
        # Another context is another matter.
        return float(vm.execute_function(MODULE, "same_f64", [x]))

    vm = machine_asking(ask)
    context = vm.load(MODULE)
    assert vm.run(context, "ask_host", [7]) == 7.0
    waits = "a task of the context waits for this function of the host: not all tasks can end before it"
    assert refused == [waits, waits, "the context is running; close it when that has ended", waits]


def test_another_thread_is_told() -> None:
    messages: list[str] = []

    def other() -> None:
        for use in uses:
            try:
                use()
            except plait.PlaitError as error:
                messages.append(str(error))

    def ask(x: float) -> float:
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
        return x

    vm = machine_asking(ask)
    context = vm.load(MODULE)
    add = vm.run(context, "adder", [10])
    one = vm.class_registry.create_instance(vm.class_registry.find_class("Square"), 3)
    uses: list[Any] = [lambda: vm.execute(MODULE), lambda: one.size, lambda: add(1), lambda: vm.global_vars["counter"]]
    vm.run(context, "ask_host", [1])
    assert messages == ["this Vm is running in another thread; use one Vm a thread"] * 4
    other()
    assert len(messages) == 4


def test_an_exception_without_a_text() -> None:
    class MuteError(Exception):
        def __str__(self) -> str:
            raise RuntimeError("not now")

    def ask(x: float) -> float:
        raise MuteError

    vm = plait.Vm()
    vm.function("ask", "(f64) -> f64")(ask)
    vm.function("show", "(any) -> any")(lambda x: x)
    said = vm.execute_function(MODULE, "ask_carefully", [1])
    assert said == "MuteError: (its text cannot be had: RuntimeError)"


def test_no_steps_in_a_function_of_the_host() -> None:
    vm = plait.Vm()
    seen: list[str] = []

    def ask(x: float) -> float:
        for use in (vm.step, vm.run_to_breakpoint):
            with pytest.raises(plait.PlaitError, match="waits for this function of the host"):
                use()
            seen.append(use.__name__)
        return x

    vm.function("ask", "(f64) -> f64")(ask)
    vm.function("show", "(any) -> any")(lambda x: x)
    assert vm.run(vm.load(MODULE), "ask_host", [3]) == 3.0
    assert seen == ["step", "run_to_breakpoint"]
