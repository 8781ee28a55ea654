"""Functions of the host whose annotations say what they take and give."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Literal, NotRequired, Optional, TypedDict

import pytest

import plait
from plait.vm.host.annotations import fit, spell
from plait.vm.host.lowering import Place


@dataclasses.dataclass
class Line:
    name: str
    price: float
    tags: list[str] = dataclasses.field(default_factory=list)


class Order(TypedDict):
    lines: list[Line]
    note: NotRequired[str]


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


SPELLED: list[tuple[Any, str]] = [
    (int, "number"),
    (list[str], "string[]"),
    (list[int | None], "(number | null)[]"),
    (dict[str, float], "Record<string, number>"),
    (dict[int, str], "Map<number, string>"),
    (Optional[str], "string | null"),  # noqa: UP045
    (Literal["a", 1, True, None], '"a" | 1 | true | null'),
    (tuple[int, str], "[number, string]"),
    (tuple[int, ...], "number[]"),
    (set[str], "Set<string>"),
    (Callable[[int, str], bool], "(a: number, b: string) => boolean"),
    (Callable[..., Any], "(...args: any[]) => any"),
    (Awaitable[bytes], "Promise<Uint8Array>"),
    (Line, "{ name: string; price: number; tags?: string[] }"),
    (Order, "{ lines: { name: string; price: number; tags?: string[] }[]; note?: string }"),
    (Colour, '"red" | "blue"'),
    (datetime, "Date"),
]


@pytest.mark.parametrize(("hint", "text"), SPELLED)
def test_spelling(hint: Any, text: str) -> None:
    assert spell(hint) == text


def test_what_has_no_spelling() -> None:
    with pytest.raises(TypeError, match="stands for nothing that a program could have"):
        spell(list[complex])


FITTING: list[tuple[Any, Any, Any]] = [
    (3, float, 3.0),
    (3.0, int, 3),
    ([1, 2], list[float], [1.0, 2.0]),
    ([1, 2], tuple[int, float], (1, 2.0)),
    ({1}, frozenset[int], frozenset({1})),
    ({"a": 1}, dict[str, float], {"a": 1.0}),
    (None, str | None, None),
    ("red", Colour, Colour.RED),
    ({"name": "a", "price": 1}, Line, Line("a", 1.0)),
    ({"lines": [{"name": "a", "price": 1}]}, Order, {"lines": [Line("a", 1.0)]}),
    ({"x": 1}, Any, {"x": 1}),
]


@pytest.mark.parametrize(("value", "hint", "expected"), FITTING)
def test_fitting(value: Any, hint: Any, expected: Any) -> None:
    found = fit(value, hint, Place(None, "x"))
    assert found == expected
    assert type(found) is type(expected)


MISFITS: list[tuple[Any, Any, str]] = [
    (1.5, int, "x: int is needed, not float"),
    (True, int, "x: int is needed, not bool"),
    (["a", 1], list[str], r"x\[1\]: str is needed, not int"),
    ({"a": {"b": 1}}, dict[str, dict[str, str]], r"x\.a\.b: str is needed, not int"),
    ("c", Literal["a", "b"], 'x: "a" | "b" is needed, not str'),
    (None, Line, "x: an object for Line is needed, not null"),
    ({"name": "a"}, Line, "x: Line needs a field 'price'"),
    ({"name": "a", "price": 1, "more": 2}, Line, "x: Line has no field 'more'"),
    ([1], tuple[int, int], "x: a list of 2 values is needed, not list"),
    ("green", Colour, "is needed, not str"),
    (1, str | None, "is needed, not int"),
]


@pytest.mark.parametrize(("value", "hint", "message"), MISFITS)
def test_misfits(value: Any, hint: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message.replace("|", r"\|")):
        fit(value, hint, Place(None, "x"))


class Tools:
    """A group of functions."""

    def __init__(self) -> None:
        self.kept: list[Line] = []

    def add(self, line: Line, count: int, mode: Literal["a", "b"] = "a") -> dict[str, float]:
        """Adds a line.

        Says what it costs.
        """
        self.kept.append(line)
        return {"sum": line.price * count, "mode": len(mode)}

    async def look_up(self, names: list[str]) -> list[Line]:
        """Finds lines."""
        return [line for line in self.kept if line.name in names]

    def each(self, change: Callable[[int], int]) -> list[int]:
        return [change(number) for number in range(3)]

    def _hidden(self) -> None: ...


def test_a_group_with_its_declarations() -> None:
    vm = plait.Vm()
    tools = Tools()
    vm.functions(tools)
    declared = vm.declarations()
    assert declared.splitlines()[:6] == [
        "/**",
        " * Adds a line.",
        " *",
        " * Says what it costs.",
        " */",
        "declare function add(line: { name: string; price: number; tags?: string[] }, count: number, "
        'mode?: "a" | "b"): Record<string, number>;',
    ]
    assert "_hidden" not in declared
    source = """
    const sum = add({ name: "tea", price: 2.5 }, 3, "b").sum + add({ name: "x", price: 1 }, 1, "a").sum;
    let error = "";
    try { add({ name: 5, price: 1 } as any, 1, "a") } catch (e: any) { error = e.name + ": " + e.message }
    return { sum, error, found: await look_up(["tea"]), each: each((x) => 2 * x) };
    """
    assert vm.execute(plait.compile(declared + source, "tools.ts")) == {
        "sum": 8.5,
        "error": "TypeError: line of add.name: str is needed, not int",
        "found": [{"name": "tea", "price": 2.5, "tags": []}],
        "each": [0, 2, 4],
    }
    assert tools.kept[0] == Line("tea", 2.5)


def test_replacing_and_listing() -> None:
    vm = plait.Vm()

    @vm.function
    def now() -> int:
        return 1

    with pytest.raises(ValueError, match="replace=True"):
        vm.function("now", "() -> i32")(lambda: 2)

    @vm.function("now", replace=True)
    def later() -> int:
        return 3

    assert (now(), later()) == (1, 3)
    context = vm.load(plait.compile("declare function now(): number;\nexport function f() { return now() }", "now.ts"))
    assert (context.call("f"), context.granted) == (3, ("now",))


def test_a_module_that_wants_something_else() -> None:
    vm = plait.Vm()

    @vm.function
    def f(x: str) -> int:
        return len(x)

    with pytest.raises(plait.LinkError, match="but the host offers"):
        vm.load(plait.compile("declare function f(x: number): number;\nexport const y = f(1)", "f.ts"))
    with pytest.raises(plait.LinkError, match="but the host offers"):
        vm.load(plait.compile("declare function f(): number;\nexport const y = f()", "f.ts"))
