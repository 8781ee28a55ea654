"""The top level of a module runs once, to its end, before anything else of a context is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest

import plait
from plait.bytecode.assembler import assemble

from .running import ENGINES, module_of

SOURCE: Final = """
console.log("top level");
const n = 5;
let calls = 0;
class Box { size = n; grow(): number { this.size += n; return this.size; } }
export function f(): number { calls++; return n; }
export function counted(): number { return calls; }
export function box(): Box { return new Box(); }
export function adder(): (x: number) => number { return (x) => x + n; }
"""


class World:
    """A machine with what it has printed."""

    def __init__(self, engine: str = "interpreter", **options: Any) -> None:
        self.lines: list[str] = []
        self.clock = plait.MockClock()
        options_ = plait.VmOptions(engine=engine, **options)
        self.vm = plait.Vm(options_, write=lambda text: self.lines.extend(text.splitlines()), clock=self.clock)


def spawned(vm: plait.Vm, context: plait.VmContext) -> object:
    """What a task gives that Python has started."""
    task = vm.spawn_task("f")
    vm.run_tasks()
    return vm.task_result(task)


def stepped(vm: plait.Vm, context: plait.VmContext) -> object:
    """What a task gives that Python has stepped through."""
    task = vm.spawn_task("f")
    while vm.step():
        pass
    return vm.task_result(task)


WAYS: Final[dict[str, tuple[Callable[[plait.Vm, plait.VmContext], object], object]]] = {
    "run": (lambda vm, context: vm.run(context, "f"), 5.0),
    "call_function": (lambda vm, context: vm.call_function(context, "f"), 5.0),
    "execute_function": (lambda vm, context: vm.execute_function(context.module, "f"), 5.0),
    "spawn_task": (spawned, plait.Complete(5.0)),
    "step": (stepped, plait.Complete(5.0)),
    "run_task": (lambda vm, context: plait.TaskInterpreter(vm).run_task(vm.spawn_task("f")), plait.Complete(5.0)),
    "method": (lambda vm, context: vm.call_function(context, "box").grow(), 10.0),
    "closure": (lambda vm, context: vm.call_function(context, "adder")(1), 6.0),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("way", WAYS)
def test_it_runs_before_the_first_call(engine: str, way: str) -> None:
    world = World(engine)
    call, expected = WAYS[way]
    context = world.vm.load(plait.compile(SOURCE, "module.ts"))
    assert world.lines == []
    assert call(world.vm, context) == expected
    assert world.lines == ["top level"]
    if way != "execute_function":
        assert call(world.vm, context) == expected
        assert world.lines == ["top level"]


def test_it_runs_before_an_object_is_made() -> None:
    world = World()
    context = world.vm.load(plait.compile(SOURCE.replace("export ", ""), "module.ts"))
    registry = world.vm.class_registry
    assert registry.create_instance(registry.find_class("Box")).grow() == 10.0
    assert (world.lines, context.is_closed) == (["top level"], False)


def test_execute_is_the_top_level() -> None:
    world = World()
    module = plait.compile(SOURCE, "module.ts")
    world.vm.execute(module)
    assert world.lines == ["top level"]


ASYNCHRONOUS: Final = """
let n = 0;
async function later(): Promise<void> { await sleep(5000); n = 7; console.log("much later"); }
void later();
await sleep(1000);
n = 5;
console.log("top level");
function f(): number { return n; }
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_it_is_waited_for(engine: str) -> None:
    """What it has started goes on later, as in every other program."""
    world = World(engine)
    context = world.vm.load(plait.compile(ASYNCHRONOUS, "module.ts"))
    assert world.vm.call_function(context, "f") == 5.0
    assert (world.lines, world.clock.now()) == (["top level"], 1.0)
    assert world.vm.run(context, "f") == 5.0
    assert (world.lines, world.clock.now()) == (["top level", "much later"], 5.0)
    assert world.vm.execute_function(context.module, "f") == 5.0


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("way", WAYS)
def test_its_error_is_that_of_the_first_call(engine: str, way: str) -> None:
    world = World(engine)
    context = world.vm.load(plait.compile(f"throw new RangeError('no');\n{SOURCE}", "module.ts"))
    call, _ = WAYS[way]
    with pytest.raises(plait.GuestError, match="RangeError: no") as caught:
        call(world.vm, context)
    assert caught.value.trace == ("module.ts (module.ts:1:1)",)
    if way != "execute_function":
        message = "the top level of module 'module.ts' has failed: RangeError: no"
        for _ in range(2):
            with pytest.raises(plait.PlaitError, match=message) as refused:
                call(world.vm, context)
            assert isinstance(refused.value.__cause__, plait.GuestError)
    assert world.vm.execute_function(plait.compile(SOURCE, "other.ts"), "f") == 5.0


def test_the_context_of_a_failed_execution_is_closed() -> None:
    world = World()
    module = plait.compile("throw 1;\nexport function f(): number { return 1; }", "module.ts")
    contexts: list[plait.VmContext] = []
    opened = world.vm._open

    def record(module: plait.Module) -> plait.VmContext:
        contexts.append(opened(module))
        return contexts[-1]

    world.vm._open = record  # type: ignore[method-assign]
    with pytest.raises(plait.GuestError):
        world.vm.execute_function(module, "f")
    assert contexts[0].is_closed


@pytest.mark.parametrize("engine", ENGINES)
def test_it_may_be_run_task_by_task(engine: str) -> None:
    """Whoever starts it themselves has not run it twice; what is called meanwhile waits until it has ended."""
    world = World(engine)
    context = world.vm.load(plait.compile(ASYNCHRONOUS, "module.ts"))
    task = world.vm.spawn_task("main")
    assert world.lines == []
    world.vm.run_until_idle()
    assert isinstance(world.vm.task_result(task), plait.Suspended)
    assert world.vm.call_function(context, "f") == 5.0
    assert world.lines == ["top level"]
    assert world.vm.task_result(task) == plait.Complete(None)


def test_an_error_of_a_task_of_it_counts_too() -> None:
    world = World()
    context = world.vm.load(plait.compile("throw new Error('no'); export function f(): void { }", "module.ts"))
    world.vm.spawn_task("main")
    with pytest.raises(plait.GuestError, match="no"):
        world.vm.run_tasks()
    with pytest.raises(plait.PlaitError, match="has failed: Error: no"):
        world.vm.call_function(context, "f")


def test_it_may_be_tried_again() -> None:
    """To run the main function is always possible, and the context then goes by the last run."""
    world = World()
    source = """
import { fails } from "host:test";
declare module "host:test" { export function fails(): boolean; }
if (fails()) throw new Error("not yet");
const n = 5;
export function f(): number { return n; }
"""
    answers = [False, True]
    world.vm.function("test.fails", "() -> bool")(answers.pop)
    context = world.vm.load(plait.compile(source, "module.ts"))
    with pytest.raises(plait.GuestError, match="not yet"):
        world.vm.call_function(context, "f")
    world.vm.run(context, "main")
    assert world.vm.call_function(context, "f") == 5.0


@pytest.mark.parametrize("engine", ENGINES)
def test_it_may_be_called_back_while_it_runs(engine: str) -> None:
    world = World(engine)
    source = """
import { ask } from "host:test";
declare module "host:test" { export function ask(): number; }
let n = 1;
const answer = ask();
n = 5;
export function f(): number { return n * 10 + answer; }
export function now(): number { return n; }
"""
    asked: list[plait.VmContext] = []
    world.vm.function("test.ask", "() -> f64")(lambda: world.vm.call_function(asked[0], "now"))
    context = world.vm.load(plait.compile(source, "module.ts"))
    asked.append(context)
    assert world.vm.call_function(context, "f") == 51.0


def test_a_limit_in_it_is_reported_and_it_goes_on_with_the_next_call() -> None:
    world = World(max_seconds=2.0)
    context = world.vm.load(
        plait.compile("await sleep(5000); const n = 5; function f(): number { return n; }", "module.ts")
    )
    for _ in range(2):
        with pytest.raises(plait.LimitError, match="max_seconds"):
            world.vm.call_function(context, "f")
    assert world.vm.call_function(context, "f") == 5.0
    assert world.clock.now() == 5.0


def test_its_deadlock_is_reported_and_remembered() -> None:
    """With the task that waits, and the place, by the call that finds it, and by every call behind."""
    world = World()
    context = world.vm.load(
        plait.compile("const c = new Channel<number>(0); await c.receive(); export function f(): void { }", "module.ts")
    )
    with pytest.raises(plait.LimitError, match=r"waits to receive .*module\.ts:1:35") as caught:
        world.vm.call_function(context, "f")
    assert caught.value.limit == "deadlock"
    for _ in range(2):
        with pytest.raises(plait.PlaitError, match="has failed: no task can ever run again") as said:
            world.vm.call_function(context, "f")
        assert isinstance(said.value.__cause__, plait.LimitError)


def test_a_module_without_a_main_function_has_none() -> None:
    text = ".global n i32\n.function f() -> i32\n LOAD_GLOBAL n\n RETURN"
    world = World()
    module = assemble(text, "test.plasm")
    assert module.main is None
    assert world.vm.call_function(world.vm.load(module), "f") == 0
    assert world.vm.execute_function(module, "f") == 0


def test_the_main_function_of_an_assembled_module_is_its_top_level() -> None:
    world = World()
    module = module_of(
        ".global n i32\n.function main()\n CONST_I32 5\n STORE_GLOBAL n\n RETURN_VOID\n"
        ".function f() -> i32\n LOAD_GLOBAL n\n RETURN"
    )
    assert world.vm.execute_function(module, "f") == 5
    context = world.vm.load(module)
    assert world.vm.global_vars["n"] == 0
    assert world.vm.call_function(context, "f") == 5
    assert world.vm.global_vars["n"] == 5
