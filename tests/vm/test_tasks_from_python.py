"""Tasks that Python starts: results, slices, registries, and what the same machine does after a limit."""

from __future__ import annotations

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
            assert "(hold_for_ever) waits for a mutex that task 1 (hold_for_ever) holds" in str(caught.value)
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
