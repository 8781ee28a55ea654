"""Tasks that Python starts: results, slices, registries, and what the same machine does after a limit."""

from __future__ import annotations

import threading
from typing import Any

import pytest

import plait

from .embedded import embedded, machine
from .running import ENGINES

MODULE = embedded()


@pytest.mark.parametrize("engine", ENGINES)
def test_results_of_tasks(engine: str) -> None:
    vm = machine(engine, collect_always=True)
    vm.load(MODULE)
    well, badly, both = (
        vm.spawn_task("double_later", [4]),
        vm.spawn_task("fail_later", [7]),
        vm.spawn_task("await_both", [1]),
    )
    assert [task.function for task in vm.scheduler.tasks] == ["double_later", "fail_later", "await_both"]
    assert vm.scheduler.queue == (well, badly, both)
    assert vm.scheduler.current is None
    assert vm.task_result(well) == plait.Preempted()
    with pytest.raises(plait.GuestError, match="7"):
        vm.run_tasks()
    assert vm.task_result(well) == plait.Complete(8.0)
    assert vm.task_result(both) == plait.Complete(4.0)
    match vm.task_result(badly):
        case plait.Error(plait.GuestError(value=value)):
            assert value == 7.0
        case other:
            pytest.fail(str(other))
    assert vm.scheduler.tasks == ()
    with pytest.raises(KeyError):
        vm.task_result(99)
    # What has been reported is not reported again.
    vm.run_tasks()


def test_slices_of_one_task() -> None:
    vm = machine(preemption_threshold=50)
    vm.load(MODULE)
    interpreter = plait.TaskInterpreter(vm)
    spins, later = vm.spawn_task("spin"), vm.spawn_task("double_later", [1])
    assert interpreter.run_task(later) == plait.Preempted()
    assert interpreter.run_task(later) == plait.Complete(2.0)
    for _ in range(3):
        before = vm.stats.fuel
        assert interpreter.run_task(spins) == plait.Preempted()
        assert 0 < vm.stats.fuel - before <= 60
    fails = vm.spawn_task("fail_later", ["so"])
    assert interpreter.run_task(fails) == plait.Preempted()
    assert isinstance(interpreter.run_task(fails), plait.Error)


def test_a_task_that_waits() -> None:
    clock = plait.MockClock()
    vm = plait.Vm(clock=clock)
    vm.function("ask", "(f64) -> f64")(float)
    vm.function("show", "(any) -> any")(str)
    vm.load(MODULE)
    dozes = vm.spawn_task("doze", [250])
    interpreter = plait.TaskInterpreter(vm)
    for _ in range(2):
        assert interpreter.run_task(dozes) == plait.Suspended("for a time")
    assert [task.waits_for for task in vm.scheduler.tasks] == ["for a time"]
    vm.run_tasks()
    assert vm.task_result(dozes) == plait.Complete("awake")
    assert clock.now() == pytest.approx(0.25)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_mutex_that_python_has_made(engine: str) -> None:
    vm = machine(engine, collect_always=True)
    vm.load(MODULE)
    gate = vm.mutex_registry.create()
    tasks = [vm.spawn_task("hold", [vm.mutex_registry.get(gate)]) for _ in range(3)]
    assert not vm.mutex_registry.is_locked(gate)
    plait.TaskInterpreter(vm).run_task(tasks[0])
    assert vm.mutex_registry.owner(gate) == tasks[0]
    vm.run_tasks()
    assert vm.global_vars["counter"] == 3.0
    assert vm.mutex_registry.owner(gate) is None
    assert len(vm.mutex_registry) == 1
    with pytest.raises(KeyError):
        vm.mutex_registry.get(1)


def test_globals() -> None:
    vm = machine()
    vm.load(MODULE)
    assert vm.global_vars.keys() == ["counter", "name", "gate"]
    vm.global_vars["counter"] = 5
    vm.global_vars[1] = "new €"
    assert (vm.global_vars[0], vm.global_vars["name"], vm.global_vars["gate"]) == (5.0, "new €", None)
    with pytest.raises(KeyError):
        vm.global_vars["none"]
    with pytest.raises(TypeError, match="f64 is needed, not str"):
        vm.global_vars["counter"] = "5"


def test_contexts() -> None:
    vm = machine()
    with pytest.raises(plait.PlaitError, match="no module is loaded"):
        vm.spawn_task("main")
    first, second = vm.load(MODULE), vm.load(MODULE)
    assert list(vm.contexts) == [first, second]
    assert vm.contexts.get(first.id) is first
    assert vm.contexts.last is second
    vm.global_vars["counter"] = 1
    second.close()
    assert vm.contexts.last is first
    assert vm.global_vars["counter"] == 0.0
    assert second.id not in vm.contexts
    assert (first.ip, first.current_function, first.stack) == (None, None, ())
    with pytest.raises(plait.PlaitError, match="the context is closed"):
        vm.run(second, "main")


def test_classes() -> None:
    vm = machine()
    vm.load(MODULE)
    registry = vm.class_registry
    square = registry.get_class(registry.find_class("Square"))
    assert [field.name for field in square.fields] == ["label", "size", "extra"]
    assert square.base == registry.find_class("Shape")
    assert square.vtable.names == ("area", "get twice", "set twice", "boom")
    assert MODULE.functions[square.vtable["area"]].name == "Square.area"
    assert registry.get_vtable(square.id) == square.vtable
    assert [item.name for item in registry][-2:] == ["Shape", "Square"]
    error = registry.create_instance(registry.find_class("RangeError"))
    assert (error.name, error.message, error.cause) == ("RangeError", "", None)
    for wrong in (15, 99, -1):
        with pytest.raises(KeyError):
            registry.get_class(wrong)
    with pytest.raises(KeyError):
        registry.find_class("Circle")
    with pytest.raises(TypeError, match=r"Shape.constructor takes 1 argument, not 2"):
        registry.create_instance(square.id, 1, 2)
    with pytest.raises(TypeError, match="a ClassDefinition is needed, not str"):
        registry.register_class("Circle")  # type: ignore[arg-type]
    with pytest.raises(plait.PlaitError, match="comes too late"):
        registry.register_class(plait.ClassDefinition("Late"))


LIMITS: list[tuple[str, dict[str, Any], list[Any], str]] = [
    ("spin", {"max_fuel": 100_000}, [], "max_fuel"),
    ("recurse", {}, [], "max_stack_depth"),
    ("allocate", {"max_memory": 1 << 20}, [], "max_memory"),
    ("hold_for_ever", {}, ["mutex"], "deadlock"),
]


@pytest.mark.parametrize("engine", ["interpreter", "jit", "auto"])
@pytest.mark.parametrize(("function", "options", "arguments", "limit"), LIMITS)
def test_after_a_limit(engine: str, function: str, options: dict[str, Any], arguments: list[Any], limit: str) -> None:
    vm = machine(engine, **options)
    for _ in range(2):
        context = vm.load(MODULE)
        if arguments:
            arguments = [vm.mutex_registry.get(vm.mutex_registry.create())]
        with pytest.raises(plait.LimitError) as caught:
            vm.run(context, function, arguments)
        assert caught.value.limit == limit
        if limit == "deadlock":
            assert "(hold_for_ever) waits for a mutex that task 2 (hold_for_ever) holds" in str(caught.value)
        assert vm.execute(MODULE) == 42
        fresh = vm.load(MODULE)
        assert vm.run(fresh, "ask_host", [1]) == 1.5
        fresh.close()
        context.close()


def test_a_context_goes_on_after_an_error() -> None:
    vm = machine()
    context = vm.load(MODULE)
    for function in ("recurse", "fail_later"):
        with pytest.raises((plait.GuestError, plait.LimitError)):
            vm.run(context, function, [1] if function == "fail_later" else [])
        assert vm.run(context, "await_both", [1]) == 4.0


def test_misuse_of_functions() -> None:
    vm = machine()
    context = vm.load(MODULE)
    with pytest.raises(ValueError, match="has no function named 'absent'"):
        vm.run(context, "absent")
    with pytest.raises(ValueError, match="has no function 999"):
        vm.spawn_task(999)
    with pytest.raises(TypeError, match="a function is named or given by its index, not by float"):
        vm.spawn_task(1.0)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="ask_host takes 1 argument, not 2"):
        vm.spawn_task("ask_host", [1, 2])
    with pytest.raises(ValueError, match="has no function named 'add'"):
        vm.run(context, "add")


def test_more_tasks_than_there_can_be_handles() -> None:
    vm = machine()
    vm.load(MODULE)
    first = vm.spawn_task("double_later", [1])
    failed = vm.spawn_task("fail_later", ["x"])
    with pytest.raises(plait.GuestError):
        vm.run_tasks()
    for number in range(18_000):
        task = vm.spawn_task("same_f64", [number])
        if number % 1000 == 0:
            vm.run_tasks()
    vm.run_tasks()
    assert vm.task_result(first) == plait.Complete(2.0)
    assert vm.task_result(task) == plait.Complete(17_999.0)
    assert plait.TaskInterpreter(vm).run_task(first) == plait.Complete(2.0)
    assert isinstance(vm.task_result(failed), plait.Error)


def test_tasks_and_mutexes_belong_to_their_context() -> None:
    vm = machine()
    vm.load(MODULE)
    task, mutex = vm.spawn_task("same_f64", [1]), vm.mutex_registry.create()
    other = vm.load(MODULE)
    with pytest.raises(KeyError, match="no mutex has the id 0"):
        vm.mutex_registry.get(mutex)
    with pytest.raises(KeyError, match="no task that spawn_task has started in this context has the id 2"):
        vm.task_result(task)
    other.close()
    vm.run_tasks()
    assert vm.task_result(task) == plait.Complete(1.0)
    assert not vm.mutex_registry.is_locked(mutex)


def test_what_is_not_there_is_named() -> None:
    vm = machine()
    context = vm.load(MODULE)
    registry = vm.class_registry
    with pytest.raises(KeyError, match="no context that is open has the id 0"):
        vm.contexts.get(0)
    with pytest.raises(KeyError, match="no class has the id 99"):
        registry.get_class(99)
    with pytest.raises(KeyError, match="no class is called 'Circle'"):
        registry.find_class("Circle")
    with pytest.raises(TypeError, match="a class is given by its id, not by str; see find_class"):
        registry.create_instance("Shape")  # type: ignore[arg-type]
    with pytest.raises(KeyError, match="no method is called 'volume'"):
        registry.get_vtable(registry.find_class("Shape"))["volume"]
    with pytest.raises(KeyError, match="no global variable is called 'nothing'"):
        vm.global_vars["nothing"]
    with pytest.raises(TypeError, match="a Vm is needed, not int"):
        plait.TaskInterpreter(1)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="clock must be a Clock"):
        plait.Vm(clock=plait.MockClock)  # type: ignore[arg-type]
    context.close()
    with pytest.raises(plait.PlaitError, match="the context is closed"):
        context.fuel_used  # noqa: B018


def test_nothing_is_made_while_another_thread_runs_the_program() -> None:
    vm = machine(max_fuel=1 << 40)
    stop = threading.Event()
    entered = threading.Event()

    def wait(x: float) -> float:
        entered.set()
        stop.wait(60)
        return x

    vm.host_functions.clear()
    vm.function("ask", "(f64) -> f64")(wait)
    vm.function("show", "(any) -> any")(wait)
    context = vm.load(MODULE)
    thread = threading.Thread(target=vm.run, args=(context, "ask_host", [1]))
    thread.start()
    try:
        assert entered.wait(60)
        for use in (vm.mutex_registry.create, lambda: vm.scheduler.current, lambda: vm.run(context, "main")):
            with pytest.raises(plait.PlaitError, match="running in another thread"):
                use()
    finally:
        stop.set()
        thread.join()


def test_classes_that_are_none() -> None:
    vm = machine()
    for wrong, message in (
        (plait.ClassDefinition("Wrong", fields=(plait.Field("x", "f64"),)), "such as I32 .* is needed, not 'f64'"),  # type: ignore[arg-type]
        (plait.ClassDefinition("Wrong", fields=("x",)), "a Field is needed, not 'x'"),  # type: ignore[arg-type]
        (plait.ClassDefinition("Wrong", methods=(plait.Method("x", "f"),)), "index of a function is needed, not 'f'"),  # type: ignore[arg-type]
    ):
        with pytest.raises(plait.FormatError, match=message):
            vm.class_registry.register_class(wrong)
    vm.class_registry.register_class(plait.ClassDefinition("Wrong", base=99))
    module = plait.compile("console.log(1)")
    with pytest.raises(plait.VerifyError, match="its base is class 99"):
        vm.load(module)
    vm.load(module)
