"""Stepping: one instruction of the bytecode at a time, with the frames readable as bytecode knows them."""

from __future__ import annotations

import pytest

import plait
from plait.bytecode.encoding import decode_function_code

from .embedded import embedded, machine
from .running import ENGINES, module_of

LOOP = module_of(
    """
.function main() -> i32
.local i32
    CONST_I32 0
    STORE_LOCAL 0
again:
.line 3 5
    LOAD_LOCAL 0
    CONST_I32 2
    CALL add 2
    STORE_LOCAL 0
.line 4 1
    LOAD_LOCAL 0
    CONST_I32 6
    ILT
    JUMP_IF_TRUE again
    LOAD_LOCAL 0
    RETURN
.function add(i32, i32) -> i32
    LOAD_LOCAL 0
    BREAKPOINT
    LOAD_LOCAL 1
    IADD
    RETURN
"""
)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_program_stepped_through_gives_the_same(engine: str) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine))
    context = vm.load(LOOP)
    number = vm.spawn_task("main")
    names = []
    while vm.step():
        names.append(context.stack[0].name)
    assert vm.task_result(number) == plait.Complete(6)
    assert names.count("add") >= 6
    assert context.stack == ()
    assert context.ip is None
    assert context.fuel_used == fuel_of(LOOP)


def step_to_the_end(vm: plait.Vm) -> None:
    while vm.step():
        pass


def fuel_of(module: plait.Module) -> int:
    vm = plait.Vm(plait.VmOptions(engine="interpreter"))
    vm.execute(module)
    return vm.stats.fuel


def test_frames_show_locals_operands_and_positions() -> None:
    vm = plait.Vm(plait.VmOptions(engine="interpreter"))
    context = vm.load(LOOP)
    vm.spawn_task("main")
    while not context.stack or context.stack[0].name != "add" or not context.stack[0].operands:
        assert vm.step()
    add, main = context.stack
    assert (add.function, add.name, main.name) == (1, "add", "main")
    assert context.current_function == 1
    assert add.operands == (0, 2)
    # The arguments have been passed on.
    assert main.operands == ()
    assert (main.line, main.column) == (3, 5)
    assert add.line is None
    assert context.ip == add.ip


def test_breakpoints() -> None:
    vm = plait.Vm(plait.VmOptions(engine="interpreter"))
    context = vm.load(LOOP)
    number = vm.spawn_task("main")
    seen = []
    while vm.run_to_breakpoint():
        frame = context.stack[0]
        seen.append((frame.name, frame.operands[0]))
    assert seen == [("add", 0), ("add", 2), ("add", 4)]
    assert vm.task_result(number) == plait.Complete(6)


def test_one_can_go_on_without_stepping_from_anywhere() -> None:
    for steps in range(40):
        vm = plait.Vm(plait.VmOptions(engine="jit", collect_always=True))
        vm.load(LOOP)
        number = vm.spawn_task("main")
        for _ in range(steps):
            vm.step()
        vm.run_tasks()
        assert vm.task_result(number) == plait.Complete(6)


def test_steps_through_objects_calls_of_the_host_and_tasks() -> None:
    module = embedded()
    for function, arguments, value in (("ask_host", [1], 1.5), ("await_both", [2], 8.0), ("doze", [1], "awake")):
        vm = machine("interpreter", collect_always=True)
        context = vm.load(module)
        number = vm.spawn_task(function, arguments)
        while vm.step():
            for frame in context.stack:
                assert frame.ip in [item.offset for item in decode_function_code(module.functions[frame.function].code)]
            assert len(vm.scheduler.tasks) > 0
        assert vm.task_result(number) == plait.Complete(value)


def test_an_error_while_stepping() -> None:
    vm = machine()
    vm.load(embedded())
    number = vm.spawn_task("fail_later", ["why"])
    with pytest.raises(plait.GuestError, match="why"):
        step_to_the_end(vm)
    result = vm.task_result(number)
    assert isinstance(result, plait.Error)
    assert isinstance(result.error, plait.GuestError)
    assert result.error.value == "why"


def test_a_jump_to_itself_is_a_step() -> None:
    vm = machine(max_fuel=100)
    context = vm.load(embedded())
    vm.spawn_task("spin")
    for _ in range(20):
        vm.step()
        assert context.stack[0].name == "spin"
    with pytest.raises(plait.LimitError) as caught:
        step_to_the_end(vm)
    assert caught.value.limit == "max_fuel"


PASSING_ON = module_of("""
.import look() -> void
.function main() -> string
    CONST_STRING "below "
    CONST_STRING "stays"
    STRING_CONCAT
    CONST_STRING "pass"
    CONST_STRING "ed on"
    STRING_CONCAT
    CALL f 1
    STRING_CONCAT
    RETURN
.function f(string) -> string
    CONST_STRING "dead "
    LOAD_LOCAL 0
    STRING_CONCAT
    POP
    LOAD_LOCAL 0
    CONST_STRING " more"
    STRING_CONCAT
    NATIVE_CALL host:look 0
    RETURN
""")


@pytest.mark.parametrize("engine", ENGINES)
def test_frames_show_nothing_that_a_collection_has_not_followed(engine: str) -> None:
    """What has been passed on to a call in progress is not kept by the frame that waits for it."""
    vm = plait.Vm(plait.VmOptions(engine=engine, collect_always=True, forge_frames=True, check_heap=True))
    seen: list[tuple[str, tuple[object, ...]]] = []

    @vm.function("look", "() -> void")
    def look() -> None:
        seen.extend((frame.name, frame.operands) for frame in context.stack)

    context = vm.load(PASSING_ON)
    assert vm.run(context, "main") == "below stayspassed on more"
    assert seen == [("f", ("passed on more",)), ("main", ("below stays",))]


def test_every_step_shows_operands_that_are_there() -> None:
    """Also right before a call whose arguments have been computed where they are passed on."""
    vm = plait.Vm(plait.VmOptions(engine="interpreter", forge_frames=True))
    vm.function("look", "() -> void")(lambda: None)
    context = vm.load(PASSING_ON)
    vm.spawn_task("main")
    while vm.step():
        for frame in context.stack:
            assert all(isinstance(value, str) for value in (*frame.operands, *frame.locals.values()))
