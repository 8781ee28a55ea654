"""Data of Python's crosses to programs that export something, and back."""

from __future__ import annotations

import dataclasses
import enum
import math
from collections import OrderedDict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final, NamedTuple

import pytest

import plait

from .running import ENGINES

SOURCE: Final = """
class Money {
  amount: number;
  constructor(amount: number) { this.amount = amount; }
  double() { return this.amount * 2; }
}
export function echo(x: any) { return x; }
export function kind(x: any): string {
  if (x instanceof Date) return "Date " + x.toISOString();
  if (x instanceof Map) return "Map " + x.size;
  if (x instanceof Set) return "Set " + x.size;
  if (x instanceof Uint8Array) return "Uint8Array " + x.join();
  if (x instanceof Error) {
    return x.name + ": " + x.message + " <- " + (x.cause instanceof Error ? x.cause.message : x.cause);
  }
  if (Array.isArray(x)) return "Array " + JSON.stringify(x);
  if (x === null || typeof x !== "object") return typeof x + " " + String(x);
  return "object " + JSON.stringify(x);
}
export function many(): any {
  return {
    map: new Map<any, any>([["a", 1], [2, new Date(0)]]), set: new Set([1, "x"]), bytes: new Uint8Array([1, 2, 255]),
    part: new Uint8Array([1, 2, 3, 4]).subarray(1, 3), floats: new Float64Array([1.5, -0]),
    big: 10n ** 30n, negative: -(2n ** 64n), small: 7n, money: new Money(3), nothing: undefined, nil: null,
    holes: [1, , 3], get computed() { return new Set([9]); },
  };
}
export function call(f: (...x: any[]) => any, ...args: any[]) { return f(...args); }
export function adder(n: number) { return (x: number) => x + n; }
export function money(n: number) { return new Money(n); }
export function circle() { const a: any = { lines: [{ x: 1 }, {}] }; a.lines[1].back = a; return a; }
export function shared() { const a = [1]; return { one: a, two: a }; }
export function doubling(n: number) { let x: any = [1]; for (let i = 0; i < n; i++) x = [x, x]; return x; }
export function deep(n: number) { let x: any = 1; for (let i = 0; i < n; i++) x = { down: x }; return x; }
export function same(a: any, b: any) { return a === b; }
export function objectKeys() { return new Map([[{}, 1]]); }
export function late() { return { when: new Date(8.64e15) }; }
"""


@pytest.fixture(scope="module")
def module() -> plait.Module:
    return plait.compile(SOURCE, "data.ts")


@pytest.fixture
def context(module: plait.Module) -> Iterator[plait.VmContext]:
    # The context knows its machine, but does not keep it.
    vm = plait.Vm(plait.VmOptions(engine="interpreter"))
    yield vm.load(module)
    del vm


@dataclasses.dataclass
class Line:
    name: str
    price: float


class Point(NamedTuple):
    x: int
    y: int


class Colour(enum.Enum):
    RED = "red"


class Level(enum.IntEnum):
    HIGH = 3


class Text(str):
    __slots__ = ()


class Model:
    """What a model of pydantic looks like from outside."""

    def model_dump(self) -> dict[str, Any]:
        return {"a": [1, 2]}


UNCHANGED: Final[list[Any]] = [
    *(
        None,
        True,
        False,
        0,
        1,
        -1,
        2.5,
        2**31,
        -(2**31) - 1,
        2**53,
        2**53 + 1,
        -(2**63),
        2**63,
        2**64,
        10**100,
        -(10**100),
    ),
    *(
        math.inf,
        -math.inf,
        5e-324,
        1.7e308,
        "",
        "a",
        "é",
        "\xff\x80",
        "日本",
        "a\x00b",
        "😀",
        "\ud800",
        "x" * 300,
        "é" * 300,
    ),
    *(
        [],
        {},
        [[]],
        [{}],
        {"a": None},
        {"": 1, "é😀": 2, "__proto__": 3, "0": 4},
        [1.5] * 100,
        list(range(300)),
        b"",
        b"\x00\xff",
    ),
    *(
        {1, "a"},
        {1: "x", "b": 2},
        datetime(1969, 7, 20, 20, 17, tzinfo=UTC),
        {"a": [{"b": datetime(2024, 2, 29, tzinfo=UTC)}]},
    ),
]


@pytest.mark.parametrize("engine", ENGINES)
def test_data_comes_back_as_it_was(engine: str, module: plait.Module) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine))
    context = vm.load(module)
    for value in UNCHANGED:
        back = context.call("echo", value)
        assert back == value
        assert type(back) is type(value)
    assert math.isnan(context.call("echo", math.nan))
    assert math.copysign(1, context.call("echo", [-0.0])[0]) == -1
    assert context.call("echo", UNCHANGED) == UNCHANGED


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((1, (2,)), "Array [1,[2]]"),
        (Line("tea", 2.5), 'object {"name":"tea","price":2.5}'),
        (Point(1, 2), 'object {"x":1,"y":2}'),
        (Colour.RED, "string red"),
        (Level.HIGH, "number 3"),
        (Text("t"), "string t"),
        (Model(), 'object {"a":[1,2]}'),
        (OrderedDict(a=1), 'object {"a":1}'),
        ({"a": {1: 2}}, 'object {"a":{}}'),
        (bytearray(b"ab"), "Uint8Array 97,98"),
        (memoryview(b"ab"), "Uint8Array 97,98"),
        (frozenset([1]), "Set 1"),
        (2**60, f"bigint {2**60}"),
        (datetime(2024, 1, 1, 1, tzinfo=timezone(timedelta(hours=1))), "Date 2024-01-01T00:00:00.000Z"),
        (datetime(2024, 1, 1), "Date 2024-01-01T00:00:00.000Z"),
        (datetime(2024, 1, 1).date(), "Date 2024-01-01T00:00:00.000Z"),
        (ValueError("no"), "ValueError: no <- undefined"),
    ],
)
def test_what_python_values_are_to_a_program(context: plait.VmContext, given: object, expected: str) -> None:
    assert context.call("kind", given) == expected


def test_what_a_program_has_becomes_data(context: plait.VmContext) -> None:
    assert context.call("many") == {
        "map": {"a": 1, 2: datetime(1970, 1, 1, tzinfo=UTC)},
        "set": {1, "x"},
        "bytes": b"\x01\x02\xff",
        "part": b"\x02\x03",
        "floats": [1.5, 0],
        "big": 10**30,
        "negative": -(2**64),
        "small": 7,
        "money": {"amount": 3},
        "nothing": None,
        "nil": None,
        "holes": [1, None, 3],
        "computed": {9},
    }


def test_an_exception_has_its_cause_there(context: plait.VmContext) -> None:
    error = ValueError("outer")
    error.__cause__ = KeyError("inner")
    assert context.call("kind", error) == "ValueError: outer <- 'inner'"
    back = context.call("echo", error)
    assert isinstance(back, plait.GuestError)
    assert (back.name, back.message, str(back.__cause__)) == ("ValueError", "outer", "KeyError: 'inner'")


def test_what_is_shared_stays_shared(context: plait.VmContext) -> None:
    part = [1]
    assert context.call("same", part, part)
    assert context.call("echo", {"a": part, "b": [part, {1, 2}]}) == {"a": [1], "b": [[1], {1, 2}]}
    back = context.call("shared")
    assert back["one"] is back["two"]
    doubled: list[Any] = [1]
    for _ in range(100):
        doubled = [doubled, doubled]
    assert context.call("echo", doubled)[0][1] is not None
    assert context.call("doubling", 100)[0] is not None


def failure(kind: type[Exception], context: plait.VmContext, name: str, *arguments: object) -> str:
    """The message of what a call raises."""
    with pytest.raises(kind) as caught:
        context.call(name, *arguments)
    return str(caught.value)


def test_errors_say_where(context: plait.VmContext) -> None:
    order: dict[str, Any] = {"lines": [{}, {"when": object()}]}
    message = failure(TypeError, context, "echo", order)
    assert message.startswith("argument 1 of echo.lines[1].when: a value of type object is no value that a program can")
    order["lines"][1]["when"] = order
    message = failure(ValueError, context, "echo", 1, order)
    assert message.startswith(
        "argument 2 of echo.lines[1].when: is the same object as argument 2 of echo, which it is in"
    )
    deep: Any = 1
    for _ in range(100_000):
        deep = {"down": deep}
    message = failure(ValueError, context, "echo", deep)
    assert message.startswith("argument 1 of echo.down.down")
    assert "deep" in message
    assert "result.lines[1].back: leads back to an object around it" in failure(ValueError, context, "circle")
    message = failure(ValueError, context, "deep", 1000)
    assert message.startswith("the result.down.down")
    assert "ask for a handle" in message
    assert failure(ValueError, context, "objectKeys").startswith("the result: a Map has keys that Python cannot hash")
    assert failure(ValueError, context, "late").startswith("the result.when: a Date of 8640000000000000 ms is outside")
    assert "await it first" in failure(TypeError, context, "echo", Awaitable())
    assert "make a list of it" in failure(TypeError, context, "echo", [iter([1])])
    assert "the class int" in failure(TypeError, context, "echo", int)


class Awaitable:
    def __await__(self) -> Iterator[None]:
        yield None


def test_what_the_program_does_not_mention_is_refused() -> None:
    vm = plait.Vm()
    context = vm.load(plait.compile("export function f(x: any) { return x; }", "f.ts"))
    expected = "argument 1 of f.at: datetime becomes a Date, which the program does not mention"
    assert failure(TypeError, context, "f", {"at": datetime(2024, 1, 1)}) == expected
    assert "a dict with keys that are no str becomes a Map" in failure(TypeError, context, "f", {1: 2})


def test_functions_go_both_ways(context: plait.VmContext) -> None:
    given: list[Any] = []

    def take(*arguments: Any) -> dict[str, Any]:
        given.extend(arguments)
        return {"sum": sum(arguments[0])}

    assert context.call("call", take, [1, 2.5], {"a": {1}}) == {"sum": 3.5}
    assert given == [[1, 2.5], {"a": {1}}]
    assert context.call("same", take, take)
    add = context.call("adder", 5)
    assert (add(1), add(1.5), repr(add)) == (6, 6.5, "[Function (anonymous)]")
    assert context.call("call", add, 10) == 15
    assert context.call("echo", {"f": add})["f"] == add


def test_what_a_python_function_raises_is_thrown_there(context: plait.VmContext) -> None:
    def fail() -> None:
        raise KeyError("missing")

    with pytest.raises(plait.GuestError, match="KeyError: 'missing'") as caught:
        context.call("call", fail)
    assert isinstance(caught.value.__cause__, KeyError)


def test_handles(context: plait.VmContext) -> None:
    money = context.call("money", 3, copy=False)
    assert (money["amount"], money.amount, money.double(), repr(money)) == (3, 3, 6, "Money { amount: 3 }")
    money["amount"] = 5
    money.note = {"a": [1]}
    assert money.double() == 10
    assert ("note" in money, "double" in money, "other" in money, len(money)) == (True, True, False, 2)
    assert money.to_python() == {"amount": 5, "note": {"a": [1]}}
    assert (list(money), money.keys(), money.get("x"), money.get("x", 1)) == (
        ["amount", "note"],
        ["amount", "note"],
        None,
        1,
    )
    del money["note"]
    assert money.keys() == ["amount"]
    assert money.get("note") is None
    with pytest.raises(KeyError):
        money["note"]
    with pytest.raises(AttributeError, match="no property 'nothing'"):
        money.nothing  # noqa: B018
    values = context.call("echo", [1, [2]], copy=False)
    assert (len(values), values[1][0], [repr(item) for item in values]) == (2, 2, ["1", "[ 2 ]"])
    with pytest.raises(IndexError):
        values[2]
    assert list(context.call("echo", {1, 2}, copy=False)) == [1, 2]
    circle = context.call("circle", copy=False)
    assert circle["lines"][1]["back"] == circle
    assert repr(circle) == "<ref *1> { lines: [ { x: 1 }, { back: [Circular *1] } ] }"
    with pytest.raises(ValueError, match=r"the object\.lines\[1\]\.back"):
        circle.to_python()
    assert context.call("echo", [money], copy=False)[0] == money
    context.close()
    assert repr(money) == "<plait object of a closed context>"
    with pytest.raises(plait.PlaitError, match="closed"):
        money.amount  # noqa: B018


def test_a_handle_of_another_context_is_refused(module: plait.Module, context: plait.VmContext) -> None:
    vm = plait.Vm()
    other = vm.load(module)
    money = other.call("money", 3, copy=False)
    assert "argument 1 of echo.m: the handle belongs to another context" in failure(
        ValueError, context, "echo", {"m": money}
    )


def test_much_data_and_little_memory(module: plait.Module) -> None:
    vm = plait.Vm(plait.VmOptions(engine="interpreter", max_memory=1 << 20, collect_always=True, check_heap=True))
    context = vm.load(module)
    rows = [{"id": index, "name": f"row {index}", "tags": ["a", "é"]} for index in range(300)]
    for _ in range(3):
        assert context.call("echo", rows) == rows
    with pytest.raises(plait.LimitError, match="max_memory"):
        context.call("echo", ["x" * 1000 + str(index) for index in range(5000)])
    assert context.call("echo", rows[:5]) == rows[:5]


@pytest.mark.parametrize("stress", [{}, {"collect_always": True, "check_heap": True}])
def test_collections_in_the_middle_of_calls(stress: dict[str, bool]) -> None:
    """What a function of the host is given, and what is thrown, may move while it is read."""
    machine = plait.Vm(plait.VmOptions(engine="interpreter", max_memory=1 << 20, **stress))  # type: ignore[arg-type]

    @machine.function
    def several(a: object, b: object, c: object) -> object:
        return [c, b, a]

    source = """
    declare function several(a: any, b: any, c: any): any;
    export function calls(f: (...x: any[]) => any, n: number) {
      let wrong = 0;
      for (let i = 0; i < n; i++) {
        const got = several({ i }, [i, new Map([[i, new Date(i)]])], "" + i);
        if (got[2].i !== i || got[1][0] !== i || got[0] !== "" + i || got[1][1].get(i).getTime() !== i) wrong++;
        if (f(i, { i }) !== i) wrong++;
      }
      return wrong;
    }
    export function fails(i: number) { throw Object.assign(new Error("e" + i, { cause: { i } }), { more: [i] }) }
    export function throws(i: number) { throw { i, more: [new Date(i)] } }
    """
    context = machine.load(plait.compile(source, "moves.ts"))
    assert context.call("calls", lambda i, given: i if given == {"i": i} else -1, 20 if stress else 1_000) == 0
    for number in range(5 if stress else 50):
        with pytest.raises(plait.GuestError, match=f"e{number}") as caught:
            context.call("fails", number)
        assert (caught.value.properties, str(caught.value.__cause__)) == ({"more": [number]}, f"{{'i': {number}}}")
        with pytest.raises(plait.GuestError) as caught:
            context.call("throws", number)
        assert caught.value.value == {"i": number, "more": [datetime.fromtimestamp(number / 1000, UTC)]}


@pytest.mark.parametrize("engine", ENGINES)
def test_many_keys(engine: str, module: plait.Module) -> None:
    context_vm = plait.Vm(plait.VmOptions(engine=engine))
    context = context_vm.load(module)
    for count in (1, 5, 9, 64, 65, 200):
        value = {f"key {index}": index for index in range(count)}
        assert context.call("echo", value) == value
