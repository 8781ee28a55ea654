"""Objects and functions of the program as Python holds them."""

from __future__ import annotations

import gc

import pytest

import plait

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
