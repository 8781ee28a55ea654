"""Every name of the machine's specification (docs/machine.md), used as a reader of it would.

Run it with `python examples/specification.py`.
"""

from __future__ import annotations

import plait
from plait.pipeline import assemble_text

PROGRAM = """
.module "shapes"
.main main
.import now() -> f64
.global opened i32
.global lines string

.class Shape
.field name string
.method area Shape.area

.class Square extends Shape
.field side f64
.method area Square.area
.constructor Square.constructor

.function main() -> i32
    CONST_I32 20
    CONST_I32 22
    CALL add 2
    RETURN

.function add(i32, i32) -> i32
    LOAD_LOCAL 0
    LOAD_LOCAL 1
    IADD
    RETURN

.function Shape.area(object(Shape)) -> f64
    CONST_F64 0.0
    RETURN

.function Square.constructor(object(Square), f64)
    LOAD_LOCAL 0
    LOAD_LOCAL 1
    SET_FIELD Square side
    RETURN_VOID

.function Square.area(object(Square)) -> f64
    LOAD_LOCAL 0
    GET_FIELD Square side
    LOAD_LOCAL 0
    GET_FIELD Square side
    FMUL
    RETURN

.function area_of(object(Shape)) -> f64
    LOAD_LOCAL 0
    CALL_METHOD Shape area 0
    RETURN

.function area_later(object(Shape)) -> f64
    LOAD_LOCAL 0
    SPAWN area_of 1
    AWAIT
    RETURN

.function enter(mutex) -> f64
    LOAD_LOCAL 0
    MUTEX_LOCK
    CONST_F64 10.0
    SLEEP
    LOAD_GLOBAL opened
    CONST_I32 1
    IADD
    STORE_GLOBAL opened
    LOAD_LOCAL 0
    MUTEX_UNLOCK
    NATIVE_CALL host:now 0
    RETURN

.function fail()
    TRY failed
    TRAP
    END_TRY
    RETURN_VOID
failed:
    RETHROW

.function spin()
again:
    JUMP again
"""


def main() -> list[str]:
    """Goes through the specification from top to bottom; what it has to tell."""
    told: list[str] = []

    # VmOptions: every limit, and how to run.
    options = plait.VmOptions(max_stack_depth=1024, preemption_threshold=1000, num_workers=1)
    vm = plait.Vm(options, clock=plait.MockClock())
    assert vm.options.max_stack_depth == 1024

    # Native call dispatch: NATIVE_CALL reaches a function of the host by its id; a signature is checked at link time.
    @vm.function
    def now() -> float:
        return 12.5

    # vm.execute(module), vm.execute_function(module, function, arguments): each in a fresh context.
    module = assemble_text(PROGRAM, "shapes.plasm")
    assert vm.execute(module) == 42
    assert vm.execute_function(module, 1, [1, 2]) == 3
    assert vm.execute_function(module, "add", [1, 2]) == 3

    # VmContext: a program that is loaded; ContextRegistry: all that are open.
    context: plait.VmContext = vm.load(module)
    contexts: plait.ContextRegistry = vm.contexts
    assert contexts.get(context.id) is context
    assert context.module == module

    # ClassRegistry: RuntimeClass, VTable, instances.
    registry: plait.ClassRegistry = vm.class_registry
    square: plait.ClassId = registry.find_class("Square")
    runtime_class: plait.RuntimeClass = registry.get_class(square)
    assert [field.name for field in runtime_class.fields] == ["name", "side"]
    vtable: plait.VTable = registry.get_vtable(square)
    assert module.functions[vtable["area"]].name == "Square.area"
    instance: plait.ObjectHandle = registry.create_instance(square, 3)
    assert (instance.side, instance.area()) == (3.0, 9.0)
    instance.side = 4
    # register_class: as long as nothing has run, a class can be added to what is loaded. (See python_only.py.)
    fresh = vm.load(module)
    circle = registry.register_class(plait.ClassDefinition("Circle", base=registry.find_class("Shape")))
    assert registry.create_instance(circle).area() == 0.0
    fresh.close()

    # Tasks: spawn_task, run_tasks, the result. The Scheduler says which there are.
    task: plait.TaskId = vm.spawn_task("area_later", [instance])
    scheduler: plait.Scheduler = vm.scheduler
    assert scheduler.queue == (task,)
    vm.run_tasks()
    assert vm.task_result(task) == plait.Complete(16.0)

    # MutexRegistry and global_vars.
    mutexes: plait.MutexRegistry = vm.mutex_registry
    gate: plait.MutexId = mutexes.create()
    assert vm.global_vars["opened"] == 0

    # TaskInterpreter: preemption checking, suspension on await, result propagation.
    task_interpreter = plait.TaskInterpreter(vm)
    entering = vm.spawn_task("enter", [mutexes.get(gate)])
    tasks = [vm.spawn_task("area_of", [instance]), vm.spawn_task("spin"), entering, entering, vm.spawn_task("fail")]
    told += [describe(task_interpreter.run_task(task)) for task in tasks]
    assert mutexes.owner(gate) == entering
    context.close()

    # SharedState: what the tasks of a context share.
    context = vm.load(module)
    shared: plait.SharedState = vm.shared_state
    assert shared.class_registry is registry
    shared.global_vars["opened"] = 7
    assert vm.global_vars["opened"] == 7

    # Interpreter: one instruction at a time; the context's ip, current_function and stack say where it stands.
    interpreter = plait.Interpreter(vm)
    vm.spawn_task("main")
    while interpreter.execute_instruction(context):
        frame: plait.FrameView = context.stack[0]
        assert (context.current_function, context.ip) == (frame.function, frame.ip)
        told.append(f"{frame.name} at {frame.ip}: {frame.operands}")
    return told


def describe(result: plait.TaskResult) -> str:
    """A task's result in words."""
    match result:
        case plait.Complete(value):
            return f"complete: {value}"
        case plait.Preempted():
            return "preempted"
        case plait.Suspended(waits_for):
            return f"suspended: it waits {waits_for}"
        case plait.Error(error):
            return f"error: {error}"


if __name__ == "__main__":
    print("\n".join(main()))
