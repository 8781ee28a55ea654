"""Values that cross between Python and the program, both ways, in every engine and with collections everywhere."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pytest

import plait
from plait.pipeline import assemble_text

from .embedded import embedded, machine
from .running import ENGINES

MODULE = embedded()

SAME: list[tuple[str, Any]] = [
    ("same_i32", 0),
    ("same_i32", -(1 << 31)),
    ("same_i32", (1 << 31) - 1),
    ("same_i64", -(1 << 63)),
    ("same_i64", (1 << 63) - 1),
    ("same_f64", 0.1),
    ("same_f64", -0.0),
    ("same_f64", math.inf),
    ("same_f64", 5e-324),
    ("same_bool", True),
    ("same_bool", False),
    ("same_string", ""),
    ("same_string", "plain"),
    ("same_string", "Zürich"),
    ("same_string", "日本 \U0001f600"),
    ("same_string", "\ud800 alone"),
    ("same_string", None),
    ("same_any", None),
    ("same_any", True),
    ("same_any", False),
    ("same_any", -1.5),
    ("same_any", -0.0),
    ("same_any", "text €"),
    ("same_any", [1.0, "a", None, [True]]),
    ("same_numbers", []),
    ("same_numbers", [1.0, -2.5]),
    ("same_numbers", None),
    ("same_longs", [1 << 62, -1]),
    ("same_words", ["a", None, "€"]),
    ("same_rows", [[1, 2], [], [-3]]),
    ("same_flags", [True, False]),
    ("same_anys", [1.0, "a", None, True]),
    ("same_pair", (7, "seven")),
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("collect", [False, True])
def test_values_come_back_as_they_went(engine: str, collect: bool) -> None:
    vm = machine(engine, collect_always=collect)
    context = vm.load(MODULE)
    for function, value in SAME:
        given = vm.run(context, function, [value])
        assert given == value, function
        assert type(given) is type(value), function
        if isinstance(value, float):
            assert math.copysign(1.0, given) == math.copysign(1.0, value)


def test_nan_is_nan() -> None:
    vm = machine()
    assert math.isnan(vm.execute_function(MODULE, "same_f64", [math.nan]))
    assert math.isnan(vm.execute_function(MODULE, "same_any", [math.nan]))


CONVERTED: list[tuple[str, Any, Any]] = [
    ("same_f64", 3, 3.0),
    ("same_f64", 1 << 53, float(1 << 53)),
    ("same_any", 3, 3.0),
    ("same_numbers", (1, 2), [1.0, 2.0]),
    ("same_pair", [7, "seven"], (7, "seven")),
]


@pytest.mark.parametrize(("function", "value", "result"), CONVERTED)
def test_values_that_are_converted(function: str, value: Any, result: Any) -> None:
    assert machine().execute_function(MODULE, function, [value]) == result


REFUSED: list[tuple[str, Any, type[Exception], str]] = [
    ("same_i32", 1 << 31, OverflowError, "2147483648 does not fit i32"),
    ("same_i32", 1.0, TypeError, "i32 is needed, not float"),
    ("same_i32", True, TypeError, "i32 is needed, not bool"),
    ("same_i64", 1 << 63, OverflowError, "9223372036854775808 does not fit i64"),
    ("same_f64", (1 << 53) + 1, OverflowError, "9007199254740993 is not exact as f64"),
    ("same_f64", 1 << 2000, OverflowError, "an int of 2001 bits is not exact as f64"),
    ("same_f64", "1", TypeError, "f64 is needed, not str"),
    ("same_bool", 1, TypeError, "bool is needed, not int"),
    ("same_string", 1, TypeError, "string is needed, not int"),
    ("same_any", {}, TypeError, "any takes None, bool, int, float, str, lists and handles, not dict"),
    ("same_any", (1 << 53) + 1, OverflowError, "is not exact as f64"),
    ("same_numbers", "12", TypeError, r"array\(f64\) takes a list, not str"),
    ("same_numbers", ["1"], TypeError, "f64 is needed, not str"),
    ("same_rows", [[1 << 40]], OverflowError, "does not fit i32"),
    ("same_pair", (1,), ValueError, "takes 2 values, not 1"),
    ("same_shape", 1, TypeError, "an object of Shape is needed, not int"),
]


@pytest.mark.parametrize(("function", "value", "error", "message"), REFUSED)
def test_values_that_do_not_fit(function: str, value: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        machine().execute_function(MODULE, function, [value])


def test_lists_in_circles_are_refused() -> None:
    circle: list[Any] = []
    circle.append(circle)
    with pytest.raises(ValueError, match="in circles"):
        machine().execute_function(MODULE, "same_anys", [circle])


def test_an_array_that_is_met_twice_is_one_list() -> None:
    """What would otherwise double with every level."""
    vm = machine()
    text = ["function main() -> any", ".local array(any), array(any), i32", "NEW_ARRAY any", "STORE_LOCAL 0"]
    text += ["again:", "NEW_ARRAY any", "STORE_LOCAL 1"]
    text += 2 * ["LOAD_LOCAL 1", "LOAD_LOCAL 0", "BOX_REF", "ARRAY_PUSH_ANY"]
    text += ["LOAD_LOCAL 1", "STORE_LOCAL 0", "LOAD_LOCAL 2", "CONST_I32 1", "IADD", "STORE_LOCAL 2"]
    text += ["LOAD_LOCAL 2", "CONST_I32 80", "ILT", "JUMP_IF_TRUE again", "LOAD_LOCAL 0", "BOX_REF", "RETURN"]
    start = ["CONST_I32 0", "STORE_LOCAL 2"]
    from .running import module_of

    module = module_of("." + "\n".join([*text[:2], *start, *text[2:]]))
    value = vm.execute(module)
    depth = 0
    while value:
        assert value[0] is value[1]
        value = value[0]
        depth += 1
    assert depth == 80


def test_values_that_do_not_fit_the_memory() -> None:
    vm = machine(max_memory=1 << 16)
    with pytest.raises(plait.LimitError) as caught:
        vm.execute_function(MODULE, "same_numbers", [[0.0] * 10_000])
    assert caught.value.limit == "max_memory"
    assert vm.execute_function(MODULE, "same_numbers", [[0.5]]) == [0.5]


def test_lists_and_strings_that_are_met_twice_are_one_object() -> None:
    """Both ways: what doubles with every level would never arrive."""
    vm = machine(max_memory=1 << 20)
    shared: list[Any] = []
    for _ in range(80):
        shared = [shared, shared]
    value = vm.execute_function(MODULE, "same_any", [shared])
    for _ in range(80):
        assert value[0] is value[1]
        value = value[0]
    assert value == []
    long = "x" * 500_000
    first, second = vm.execute_function(MODULE, "same_words", [[long, long]])
    assert first == long
    assert first is second


def test_what_becomes_of_a_list_meanwhile_does_not_matter() -> None:
    """A list that has other elements each time it is looked at is as good as one that another thread changes."""

    class Growing(list[Any]):
        looks = 0

        def __iter__(self) -> Iterator[Any]:
            self.looks += 1
            return iter(["a" * self.looks] * (100 * self.looks))

    vm = machine()
    context = vm.load(MODULE)
    for function in ("same_words", "same_anys", "same_any"):
        assert vm.run(context, function, [Growing()]) == ["a"] * 100


BOXED = """
.function longs(array(i64)) -> any
    LOAD_LOCAL 0
    BOX_REF
    RETURN
.function rows(array(array(i64))) -> any
    LOAD_LOCAL 0
    BOX_REF
    RETURN
.function pair(i64, bool) -> any
    LOAD_LOCAL 0
    LOAD_LOCAL 1
    NEW_TUPLE tuple(i64 bool) 2
    BOX_REF
    RETURN
"""


def test_a_type_is_not_forgotten_in_any() -> None:
    module = assemble_text(BOXED)
    vm = machine()
    assert vm.execute_function(module, "longs", [[1, -(1 << 63)]]) == [1, -(1 << 63)]
    assert vm.execute_function(module, "rows", [[[1], None, [(1 << 62) + 1]]]) == [[1], None, [(1 << 62) + 1]]
    assert vm.execute_function(module, "pair", [1 << 60, True]) == (1 << 60, True)


def test_messages_say_which_argument() -> None:
    vm = machine()
    context = vm.load(MODULE)
    with pytest.raises(TypeError, match=r"^argument 1 of same_i32: i32 is needed, not str$"):
        vm.run(context, "same_i32", ["1"])
    with pytest.raises(OverflowError, match=r"^argument 1 of add: .* is not exact as f64$"):
        vm.run(context, "adder", [1])((1 << 53) + 1)
    for wrong in (None, 5, "a", {1: 2}):
        with pytest.raises(TypeError, match=r"^the arguments of same_string must be a list or tuple, not "):
            vm.run(context, "same_string", wrong)  # type: ignore[arg-type]
