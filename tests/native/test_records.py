"""Records, functions and lists as objects with properties, in all engines."""

from __future__ import annotations

from typing import Any

import pytest
from tests.native.dynamic_values import ABSENT, NULL, Machine

import plait

MODES: list[dict[str, Any]] = [
    {"engine": engine, "collect_always": collect, "check_heap": True}
    for engine in ("reference", "interpreter", "jit")
    for collect in (False, True)
]

ORDINARY = 7
METHOD = 5
ACCESSOR = 14
PRIVATE = 17


@pytest.fixture(params=MODES, ids=lambda mode: "-".join(str(value) for value in mode.values()))
def machine(request: pytest.FixtureRequest) -> Machine:
    return Machine(**request.param)


def test_kinds_of_values(machine: Machine) -> None:
    prototype = machine("record.new", NULL)
    values = {
        0: None,
        1: NULL,
        2: True,
        3: 1.5,
        4: "text",
        5: machine("symbol.new", "s"),
        6: machine("bigint.new", 7),
        7: machine("function.new", "f0:"),
        8: machine("list.of", [1, 2]),
        9: prototype,
        10: machine("error.new"),
        11: ABSENT,
        12: machine("array.of", [1]),
    }
    # Lists and i64 cross as copies.
    crossing = {6: "bigint.new", 8: "list.of", 11: "value.absent", 12: "array.of"}
    kinds = {kind: machine("value.kind", value) for kind, value in values.items() if kind not in crossing}
    assert kinds == {kind: kind for kind in kinds}
    assert [machine("value.isObject", values[kind]) for kind in (0, 4, 5, 7, 9, 10)] == [
        False,
        False,
        False,
        True,
        True,
        False,
    ]
    assert [machine("type.of", values[kind]) for kind in (5, 7, 9, 10)] == ["symbol", "function", "object", "object"]


def test_what_a_record_holds(machine: Machine) -> None:
    record = machine("record.new", NULL)
    assert machine("property.get", record, "a") is None
    assert machine("property.set", record, "a", 1)
    assert machine("property.set", record, "b", "two")
    assert machine("property.set", record, "a", 3)
    assert machine("property.get", record, "a") == 3
    assert machine("property.get", record, "b") == "two"
    assert machine("property.own", record, "c") == ABSENT
    assert machine("property.keys", record, 1) == ["a", "b"]
    assert machine("property.delete", record, "a")
    assert machine("property.delete", record, "a")
    assert machine("property.get", record, "a") is None
    assert machine("property.set", record, "a", 4)
    assert machine("property.keys", record, 1) == ["b", "a"]
    assert machine("record.inner", record) is None
    machine("record.setInner", record, "inside")
    assert machine("record.inner", record) == "inside"
    with pytest.raises(plait.GuestError, match="not of the type"):
        machine("record.setInner", "text", 1)


def test_numbers_are_keys(machine: Machine) -> None:
    record = machine("record.new", NULL)
    for key in (10, 2, -1, "name", 2**32 - 2, 2**32 - 1, "01", 0):
        assert machine("property.set", record, key, str(key))
    assert machine("property.keys", record, 1) == ["0", "2", "10", "4294967294", "-1", "name", "4294967295", "01"]
    assert machine("property.get", record, "10") == "10"
    assert machine("property.get", record, -1) == "-1"
    assert machine("property.get", record, 1.5) == ABSENT
    assert not machine("property.set", record, 1.5, 0)


def test_symbols_are_keys(machine: Machine) -> None:
    record = machine("record.new", NULL)
    first, second = machine("symbol.new", "first"), machine("symbol.new", None)
    assert machine("symbol.description", first) == "first"
    assert machine("symbol.description", second) is None
    assert machine("property.set", record, first, 1)
    assert machine("property.set", record, "text", 2)
    assert machine("property.set", record, second, 3)
    assert machine("property.get", record, first) == 1
    assert machine("property.keys", record, 4) == [first, second]
    assert machine("property.keys", record, 7) == ["text", first, second]
    with pytest.raises(plait.GuestError, match="no text"):
        machine("text.of", first)
    with pytest.raises(plait.GuestError, match="no text"):
        machine("shown", record)


def test_inherited_properties(machine: Machine) -> None:
    base = machine("record.new", NULL)
    middle = machine("record.new", base)
    record = machine("record.new", middle)
    assert machine("property.set", base, "a", 1)
    assert machine("property.get", record, "a") == 1
    assert machine("property.own", record, "a") == ABSENT
    assert machine("property.holder", record, "a") == base
    assert machine("property.holder", record, "b") is None
    assert machine("record.prototype", record) == middle
    assert machine("property.set", record, "a", 2)
    assert machine("property.get", base, "a") == 1
    assert machine("property.set", middle, "b", 3)
    assert machine("property.get", record, "b") == 3
    assert machine("property.delete", middle, "b")
    assert machine("property.get", record, "b") is None
    machine("record.setPrototype", record, NULL)
    assert machine("property.get", record, "a") == 2
    assert machine("record.prototype", record) == NULL
    machine("record.setPrototype", record, base)
    with pytest.raises(plait.GuestError, match="Cyclic"):
        machine("record.setPrototype", base, record)
    with pytest.raises(plait.GuestError, match="Cyclic"):
        machine("record.setPrototype", base, base)
    with pytest.raises(plait.GuestError, match="not of the type"):
        machine("record.new", "text")


def test_long_chains_are_left_to_the_general_code(machine: Machine) -> None:
    record = machine("record.new", NULL)
    assert machine("property.set", record, "a", 1)
    for _ in range(20):
        record = machine("record.new", record)
    assert machine("property.get", record, "a") == ABSENT
    assert machine("property.holder", record, "a") == ABSENT
    assert not machine("property.set", record, "a", 2)


def test_attributes(machine: Machine) -> None:
    record = machine("record.new", NULL)
    machine("property.define", record, "hidden", 1, METHOD)
    machine("property.define", record, "fixed", 2, 2)
    machine("property.define", record, "#secret", 3, PRIVATE)
    machine("property.define", record, "plain", 4, ORDINARY)
    assert machine("property.keys", record, 1) == ["fixed", "plain"]
    assert machine("property.keys", record, 2) == ["hidden", "fixed", "plain"]
    names = ("hidden", "fixed", "#secret", "plain", "none")
    assert [machine("property.attributes", record, name) for name in names] == [METHOD, 2, PRIVATE, ORDINARY, -1]
    assert not machine("property.set", record, "fixed", 9)
    assert not machine("property.delete", record, "fixed")
    assert machine("property.get", record, "fixed") == 2
    machine("property.define", record, "plain", 5, 0)
    assert machine("property.attributes", record, "plain") == 0
    assert machine("property.get", record, "plain") == 5
    assert [machine("property.get", record, name) for name in names[:3]] == [1, 2, 3]
    child = machine("record.new", record)
    assert not machine("property.set", child, "fixed", 9)
    assert machine("property.set", child, "hidden", 9)


def test_accessors_are_left_to_the_general_code(machine: Machine) -> None:
    record = machine("record.new", NULL)
    pair = [machine("function.new", "f0:get"), None]
    machine("property.define", record, "a", pair, ACCESSOR)
    assert machine("property.get", record, "a") == ABSENT
    assert machine("property.own", record, "a") == ABSENT
    assert machine("property.raw", record, "a") == pair
    assert machine("property.raw", record, "b") == ABSENT
    assert not machine("property.set", record, "a", 1)
    assert machine("property.accessor", record, "a") == pair
    child = machine("record.new", record)
    assert machine("property.accessor", child, "a") == pair
    assert machine("property.accessor", child, "b") == ABSENT
    assert machine("property.set", child, "b", 1)
    assert machine("property.accessor", child, "b") == ABSENT
    assert machine("property.accessor", "text", "length") == ABSENT
    assert machine("property.get", child, "a") == ABSENT
    assert not machine("property.set", child, "a", 1)


def test_integrity(machine: Machine) -> None:
    record = machine("record.new", NULL)
    machine("property.define", record, "#secret", 3, PRIVATE)
    assert machine("property.set", record, "a", 1)
    machine("object.setIntegrity", record, 1)
    assert not machine("property.set", record, "b", 1)
    assert machine("property.set", record, "a", 2)
    machine("object.setIntegrity", record, 2)
    assert machine("property.attributes", record, "a") == 3
    assert not machine("property.delete", record, "a")
    machine("object.setIntegrity", record, 3)
    assert machine("object.integrity", record) == 3
    assert machine("property.attributes", record, "a") == 2
    assert not machine("property.set", record, "a", 3)
    assert machine("property.set", record, "#secret", 4)
    assert machine("property.get", record, "a") == 2
    assert machine("object.integrity", "text") == 3


def test_objects_that_new_makes(machine: Machine) -> None:
    general, own = machine("record.new", NULL), machine("record.new", NULL)
    machine("intrinsic.setPrototype", 9, general)
    assert machine("record.prototype", machine("record.object")) == general
    function = machine("function.new", "c0:name")
    assert machine("function.instance", function, "prototype") == ABSENT
    properties = machine("record.new", NULL)
    machine("record.setInner", properties, "c0:name")
    machine("function.setProperties", function, properties)
    assert machine("function.instance", function, "prototype") == ABSENT
    machine("property.define", properties, "prototype", own, 0)
    for _ in range(3):
        made = machine("function.instance", function, "prototype")
        assert machine("record.prototype", made) == own
        assert machine("property.keys", made, 2) == []
        assert all(machine("property.append", made, f"key{number}", number) for number in range(10))
        assert machine("property.keys", made, 1) == [f"key{number}" for number in range(10)]
    machine("property.define", properties, "prototype", 1, 1)
    assert machine("function.instance", function, "prototype") == ABSENT
    machine("property.define", properties, "prototype", own, 1)
    for kind in ("m0:name", "l0:name", "", None):
        machine("record.setInner", properties, kind)
        assert machine("function.instance", function, "prototype") == ABSENT
    assert machine("function.instance", own, "prototype") == ABSENT
    assert not machine("property.append", function, "a", 1)
    assert not machine("property.append", "text", "a", 1)


def test_methods_of_strings(machine: Machine) -> None:
    """What is cached of their prototype is neither an element nor the length."""
    prototype = machine("record.new", NULL)
    machine("intrinsic.setPrototype", 4, prototype)
    for key in ("length", "0", "at", "7"):
        machine("property.set", prototype, key, f"of {key}")
        assert machine("property.get", prototype, key) == f"of {key}"
    for _ in range(2):
        assert [machine("property.get", "ab", key) for key in ("length", "0", "at", "7")] == [2, "a", "of at", None]


def test_functions(machine: Machine) -> None:
    function = machine("function.new", "f0:name")
    prototype = machine("record.new", NULL)
    machine("intrinsic.setPrototype", 7, prototype)
    assert machine("intrinsic.prototype", 7) == prototype
    assert machine("property.set", prototype, "call", "called")
    assert machine("function.properties", function) == "f0:name"
    assert [machine("property.get", function, key) for key in ("name", "length", "prototype")] == [ABSENT] * 3
    assert machine("property.get", function, "call") == "called"
    assert machine("property.get", function, "other") is None
    assert machine("property.holder", function, "name") == function
    assert machine("property.holder", function, "call") == prototype
    assert not machine("property.set", function, "a", 1)
    with pytest.raises(plait.GuestError, match="not of the type"):
        machine("property.define", function, "a", 1, 7)
    assert machine("record.prototype", function) == prototype
    properties = machine("record.new", prototype)
    machine("property.define", properties, "name", "name", 4)
    machine("function.setProperties", function, properties)
    assert machine("property.get", function, "name") == "name"
    assert machine("property.get", function, "call") == "called"
    assert machine("property.set", function, "a", 1)
    assert machine("property.keys", function, 2) == ["name", "a"]
    assert machine("property.get", properties, "a") == 1
    heir = machine("record.new", function)
    assert machine("property.get", heir, "a") == 1
    assert machine("property.holder", heir, "a") == function
    with pytest.raises(plait.GuestError, match="not of the type"):
        machine("function.properties", properties)


def test_lists(machine: Machine) -> None:
    prototype = machine("record.new", NULL)
    machine("intrinsic.setPrototype", 8, prototype)
    assert machine("property.set", prototype, "push", "pushed")
    holder = machine("record.new", NULL)
    assert machine("property.set", holder, "list", [1, 2, 3])

    def on_list(name: str, *arguments: Any) -> Any:
        return machine(name, machine("property.get", holder, "list"), *arguments)

    # Lists cross as copies, so that each call sees three elements.
    assert on_list("property.get", "length") == 3
    assert on_list("property.get", "1") == 2
    assert on_list("property.get", 2) == 3
    assert on_list("property.get", 3) is None
    assert on_list("property.get", "push") == "pushed"
    assert on_list("property.get", "pop") is None
    assert on_list("property.keys", 1) == ["0", "1", "2"]
    assert on_list("property.keys", 2) == ["0", "1", "2", "length"]
    assert on_list("property.attributes", "length") == 1
    assert on_list("property.attributes", 1) == 7
    assert on_list("property.attributes", 3) == -1
    assert on_list("record.prototype") == prototype
    assert on_list("element.get", 0.0) == 1
    assert on_list("element.get", 0.5) is None
    assert on_list("element.get", -1.0) is None
    assert on_list("element.set", 3.0, 4)
    assert on_list("element.set", 10.0, 4)
    assert not on_list("element.set", 1e9, 4)
    assert not on_list("element.set", 0.5, 4)
    assert on_list("property.set", "length", 1)
    assert not on_list("property.set", "length", -1)
    assert on_list("property.set", "other", 1)
    assert on_list("property.delete", 1)
    assert not on_list("property.delete", "length")


def test_strings(machine: Machine) -> None:
    prototype = machine("record.new", NULL)
    machine("intrinsic.setPrototype", 4, prototype)
    assert machine("property.set", prototype, "trim", "trimmed")
    assert machine("property.get", "text", "length") == 4
    assert machine("property.get", "text", 1) == "e"
    assert machine("property.get", "text", "3") == "t"
    assert machine("property.get", "text", 4) is None
    assert machine("property.get", "text", "trim") == "trimmed"
    assert machine("property.own", "text", "trim") == ABSENT
    assert machine("property.own", "text", "0") == "t"
    assert machine("property.keys", "ab", 2) == ["0", "1", "length"]
    assert machine("element.get", "text", 2.0) == "x"
    assert machine("element.get", "text", 4.0) is None
    assert machine("element.get", 5, 4.0) == ABSENT
    assert not machine("property.set", "text", "a", 1)
    assert machine("property.get", 5, "toFixed") is None
    assert machine("property.get", None, "a") == ABSENT
    assert machine("property.get", NULL, "a") == ABSENT


def test_identities(machine: Machine) -> None:
    objects = [machine("record.new", NULL) for _ in range(3)]
    objects += [machine("symbol.new", "s"), machine("function.new", "f0:"), machine("error.new")]
    numbers = [machine("value.identity", item) for item in objects]
    assert len(set(numbers)) == len(numbers)
    assert 0 not in numbers
    machine("object.setIntegrity", objects[0], 3)
    assert [machine("value.identity", item) for item in objects] == numbers
    assert machine("value.identity", 5) == 0


@pytest.mark.parametrize("count", [8, 9, 16, 64, 65, 300])
def test_many_properties(machine: Machine, count: int) -> None:
    record = machine("record.new", NULL)
    names = [f"key{number}" for number in range(count)]
    for number, name in enumerate(names):
        assert machine("property.set", record, name, number)
    assert machine("property.keys", record, 1) == names
    assert [machine("property.get", record, name) for name in names] == list(range(count))
    for name in names[::2]:
        assert machine("property.delete", record, name)
    assert machine("property.keys", record, 1) == names[1::2]
    for name in names[::2]:
        assert machine("property.set", record, name, name)
    assert machine("property.keys", record, 1) == names[1::2] + names[::2]
    assert machine("property.get", record, "key0") == "key0"


@pytest.mark.parametrize("engine", ["interpreter", "jit"])
def test_keys_that_are_no_longer_used_take_no_memory(engine: str) -> None:
    machine = Machine(engine=engine, max_memory=1 << 20, check_heap=True)
    record = machine("record.new", NULL)
    machine("churn", record, 100_000, 100)
    assert machine("property.keys", record, 1) == [f"k{number}" for number in range(99_900, 100_000)]
    assert machine.context.get("collections") > 5
    assert machine("property.get", record, "k99950") == 99_950


def test_objects_used_as_dictionaries_share_few_shapes() -> None:
    machine = Machine(engine="interpreter", max_memory=1 << 20)
    prototype = machine("record.new", NULL)
    for number in range(300):
        record = machine("record.new", prototype)
        for part in range(10):
            assert machine("property.set", record, f"{number}:{part}", part)
    machine("property.keys", record, 1)
    machine("churn", record, 10_000, 1)
    assert machine.context.get("live_after_collection") < 100_000


def test_a_record_is_a_handle_for_python(machine: Machine) -> None:
    record, symbol = machine("record.new", NULL), machine("symbol.new", "s")
    assert repr(record).startswith("<plait object that cannot be shown")
    assert repr(symbol).startswith("<plait object that cannot be shown")
    assert machine("same", record, record)
    assert not machine("same", record, machine("record.new", NULL))
    assert machine("value.absent") == ABSENT
