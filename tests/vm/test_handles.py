"""Objects and functions of the program as Python holds them."""

from __future__ import annotations

import copy
import gc
import pickle
import unittest.mock

import pytest

import plait
from plait.pipeline import assemble_text

from .embedded import embedded, machine
from .running import ENGINES

MODULE = embedded()


def square(vm: plait.Vm, side: float) -> plait.ObjectHandle:
    return vm.class_registry.create_instance(vm.class_registry.find_class("Square"), side)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("collect", [False, True])
def test_fields_accessors_and_methods(engine: str, collect: bool) -> None:
    vm = machine(engine, collect_always=collect)
    vm.load(MODULE)
    one = square(vm, 3)
    assert (one.size, one.area(), one.twice, one.label, one.extra) == (3.0, 9.0, 6.0, None, None)
    one.twice = 8
    one.label = "a"
    one.extra = one
    assert (one.size, one.label, one.area()) == (4.0, "a", 16.0)
    assert one.extra == one
    assert one.extra is not one
    assert one != square(vm, 4)
    assert dir(one) == ["area", "boom", "extra", "label", "size", "twice"]
    assert repr(one) == "<plait object of Square>"


@pytest.mark.parametrize("engine", ENGINES)
def test_functions(engine: str) -> None:
    vm = machine(engine, collect_always=True)
    context = vm.load(MODULE)
    add_two = vm.run(context, "adder", [2])
    add_three = vm.run(context, "adder", [3])
    assert isinstance(add_two, plait.FunctionHandle)
    assert (add_two(1), add_three(1)) == (3.0, 4.0)
    assert vm.run(context, "same_adder", [add_two]) == add_two
    with pytest.raises(TypeError):
        add_two()
    with pytest.raises(TypeError, match="f64 is needed, not str"):
        add_two("a")


def test_what_a_handle_does_not_have() -> None:
    vm = machine()
    vm.load(MODULE)
    one = square(vm, 1)
    with pytest.raises(AttributeError, match="Square has no member 'sides'; it has: label, size, extra, area"):
        one.sides  # noqa: B018
    with pytest.raises(AttributeError, match="Square has no field 'area'"):
        one.area = 1
    with pytest.raises(TypeError, match="f64 is needed, not str"):
        one.size = "wide"
    assert one.size == 1.0


def test_where_a_handle_fits() -> None:
    vm = machine()
    context = vm.load(MODULE)
    shape = vm.class_registry.create_instance(vm.class_registry.find_class("Shape"), 1)
    assert vm.run(context, "same_shape", [square(vm, 1)]).area() == 1.0
    assert vm.run(context, "same_shape", [shape]) == shape
    with pytest.raises(TypeError, match="an object of Square is needed, not an object of Shape"):
        vm.run(context, "same_square", [shape])
    with pytest.raises(TypeError, match="an object of Shape is needed"):
        vm.run(context, "same_shape", [vm.run(context, "adder", [1])])


def test_an_error_that_a_method_throws() -> None:
    vm = machine()
    vm.load(MODULE)
    one = square(vm, 1)
    for _ in range(2):
        with pytest.raises(plait.GuestError) as caught:
            one.boom("too square")
        assert (caught.value.name, caught.value.message) == ("RangeError", "too square")
        assert isinstance(caught.value.value, plait.ObjectHandle)
        assert caught.value.value.message == "too square"
        assert caught.value.trace[0].startswith("Shape.boom (")
    # It has been reported; those who run something else do not hear of it.
    vm.run_tasks()


def test_handles_are_released_when_python_drops_them() -> None:
    vm = machine()
    context = vm.load(MODULE)
    one = square(vm, 1)
    before = context.handles.count
    for _ in range(3 * (1 << 14)):
        one.extra = vm.run(context, "same_shape", [one])
    assert context.handles.count == before
    vm.execute_function(MODULE, "main")


def test_too_many_handles() -> None:
    vm = machine()
    context = vm.load(MODULE)
    one = square(vm, 1)
    with pytest.raises(plait.LimitError) as caught:
        held = [vm.run(context, "same_shape", [one]) for _ in range(1 << 14)]
    assert caught.value.limit == "handles"
    held = [one]
    assert vm.run(context, "same_shape", held) == one


def test_the_context_of_a_handle_is_closed() -> None:
    vm = machine()
    context = vm.load(MODULE)
    one, add = square(vm, 1), vm.run(context, "adder", [1])
    context.close()
    for use in (
        lambda: one.size,
        lambda: one.area,
        lambda: setattr(one, "size", 1),
        lambda: add(1),
        lambda: dir(one),
    ):
        with pytest.raises(plait.PlaitError, match="closed"):
            use()
    assert repr(one) == "<plait object of closed context>"


def test_handles_do_not_pass_from_one_context_to_another() -> None:
    vm = machine()
    vm.load(MODULE)
    one = square(vm, 1)
    other = vm.load(MODULE)
    with pytest.raises(ValueError, match="belongs to another context"):
        vm.run(other, "same_shape", [one])
    with pytest.raises(ValueError, match="belongs to another context"):
        vm.run(other, "same_any", [[one]])


def test_a_handle_that_execute_gives_keeps_its_context() -> None:
    add = machine().execute_function(MODULE, "adder", [4])
    gc.collect()
    assert add(1) == 5.0


def test_members_may_have_any_name() -> None:
    names = ("_vm", "_context", "_index", "_type", "held")
    module = assemble_text(".class Node\n" + "\n".join(f".field {name} f64" for name in names))
    vm = machine()
    vm.load(module)
    node = vm.class_registry.create_instance(vm.class_registry.find_class("Node"))
    for number, name in enumerate(names):
        assert getattr(node, name) == 0.0
        setattr(node, name, number)
    assert [getattr(node, name) for name in names] == [0.0, 1.0, 2.0, 3.0, 4.0]
    assert dir(node) == sorted(names)


def test_what_cannot_be_done_to_a_handle() -> None:
    vm = machine()
    context = vm.load(MODULE)
    one, add = square(vm, 1), vm.run(context, "adder", [1])
    for handle in (one, add, vm.mutex_registry.get(vm.mutex_registry.create())):
        assert isinstance(handle, plait.Handle)
        for use in (copy.copy, copy.deepcopy, pickle.dumps):
            with pytest.raises(TypeError, match="can be neither copied nor pickled"):
                use(handle)
        assert (handle == 1, handle == unittest.mock.ANY) == (False, True)
    with pytest.raises(AttributeError, match="cannot be deleted"):
        del one.size
    with pytest.raises(TypeError, match=r"^Square.area\(\) got an unexpected keyword argument 'x'"):
        one.area(x=1)


def test_what_python_asks_of_any_object_does_not_reach_the_program() -> None:
    vm = machine()
    context = vm.load(MODULE)
    one = square(vm, 1)
    context.close()
    assert not hasattr(one, "__array_interface__")
    assert one == one
    assert one in [one]


def test_arguments_of_methods_are_counted_without_the_object() -> None:
    vm = machine()
    context = vm.load(MODULE)
    with pytest.raises(TypeError, match=r"^Square.area takes 0 arguments, not 1$"):
        square(vm, 1).area(1)
    with pytest.raises(TypeError, match=r"^argument 1 of Shape.boom: string is needed, not int$"):
        square(vm, 1).boom(1)
    with pytest.raises(TypeError, match=r"^add takes 1 argument, not 0$"):
        vm.run(context, "adder", [1])()


def test_a_context_of_another_machine() -> None:
    context = machine().load(MODULE)
    owner = machine()
    kept = owner.load(MODULE)
    vm = machine()
    with pytest.raises(ValueError, match="the context belongs to another Vm"):
        vm.run(kept, "main")
    with pytest.raises(ValueError, match="the context belongs to another Vm"):
        vm.call_function(context, "main")
    with pytest.raises(TypeError, match="a VmContext is needed, not int"):
        vm.run(1, "main")  # type: ignore[arg-type]
    assert owner.call_function(kept, "main") == 42
    with pytest.raises(ValueError, match="has no function 999"):
        owner.call_function(kept, 999)


def test_a_task_that_arrives_as_any_is_a_task() -> None:
    text = """
.function start() -> any
    SPAWN later 0
    BOX_REF
    RETURN
.function later() -> f64
    YIELD
    CONST_F64 2.5
    RETURN
.function result(task(f64)) -> f64
    LOAD_LOCAL 0
    AWAIT
    RETURN
"""
    vm = machine()
    context = vm.load(assemble_text(text))
    assert vm.run(context, "result", [vm.call_function(context, "start")]) == 2.5
