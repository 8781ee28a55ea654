"""Operators on words do what Node's do, for primitives of all kinds; what is left to the library is `ABSENT`."""

from __future__ import annotations

import itertools
import json
import math
import random
from typing import Any

import pytest
from tests.vm.running import agree

from .calls import run_node
from .dynamic_values import ABSENT, NULL, Machine

ENGINES = ("reference", "interpreter", "jit")

NUMBERS: tuple[float, ...] = (
    *(0.0, -0.0, 1.0, -1.0, 42.0, 0.5, 0.1, -1.5e-7, 1e21, 1.7976931348623157e308, 5e-324, 123456789012.0),
    *(4294967294.0, 4294967295.0, 2147483648.0, 9007199254740993.0, math.nan, math.inf, -math.inf),
)
TEXTS = (
    *("", "0", "-0", "1", "01", "007", "42", " 42 ", "4.5", "0x1f", "0b101", "1e3", "1_000", "abc", "ab", "b", "NaN"),
    *("Infinity", "-Infinity", "undefined", "null", "true", "4294967294", "4294967295", "99999999999", "\n", "1a"),
    *("é", "\u03a9", "\u03a9a", "\ud83d", "x" * 70, "x" * 200, "\u03a9" * 130, "1" * 30, ".", "-", "+5", "5."),
)
CONSTANTS: tuple[Any, ...] = (None, NULL, True, False)
VALUES: tuple[Any, ...] = (*NUMBERS, *TEXTS, *CONSTANTS)

SCRIPTS = {
    "dynamic.add": "a + b",
    "dynamic.looseEqual": "a == b",
    "dynamic.sameValue": "Object.is(a, b)",
    "dynamic.sameValueZero": "[a].includes(b)",
    "dynamic.compare 0": "a < b",
    "dynamic.compare 1": "a <= b",
    "dynamic.compare 2": "a > b",
    "dynamic.compare 3": "a >= b",
    "dynamic.toNumber": "+a",
    "dynamic.toText": "String(a)",
    "dynamic.arrayIndex": """typeof a !== "number" && typeof a !== "string" ? -1
        : String(a >>> 0) === String(a) && a >>> 0 !== 4294967295 ? a >>> 0 : -1""",
}


def literal(value: Any) -> str:
    """A value in JavaScript."""
    if isinstance(value, float):
        names = {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}
        return names.get(str(value), repr(value))
    return "undefined" if value is None else "null" if value == NULL else json.dumps(value)


def tag(value: Any) -> str:
    """A result as Node's script spells it."""
    if isinstance(value, bool) or value is None:
        return str(value)
    if isinstance(value, float):
        return "number NaN" if math.isnan(value) else f"number {value!r}"
    return "text " + ",".join(str(unit) for unit in units(value))


def units(text: str) -> list[int]:
    """The code units of a text."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[place] | data[place + 1] << 8 for place in range(0, len(data), 2)]


def parsed(line: str) -> str:
    """What Node printed for a result, as `tag` gives it."""
    kind, _, rest = line.partition(" ")
    if kind != "number":
        return line
    return tag(float({"Infinity": "inf", "-Infinity": "-inf"}.get(rest, rest)))


def node_results(name: str, pairs: list[tuple[Any, Any]]) -> list[str]:
    """What Node makes of all pairs."""
    items = ", ".join(f"[{literal(a)}, {literal(b)}]" for a, b in pairs)
    script = f"""
        const tag = (x) => typeof x === "number" ? "number " + (Object.is(x, -0) ? "-0" : x)
            : typeof x === "boolean" ? (x ? "True" : "False")
            : "text " + Array.from({{length: x.length}}, (_, i) => x.charCodeAt(i)).join(",")
        console.log([{items}].map(([a, b]) => tag({SCRIPTS[name]})).join("\\n"))
    """
    return [parsed(line) for line in run_node(script).split("\n")[: len(pairs)]]


def check(name: str, pairs: list[tuple[Any, Any]], machine: Machine) -> None:
    """Both give the same."""
    function, _, which = name.partition(" ")
    wrong = []
    for (a, b), theirs in zip(pairs, node_results(name, pairs), strict=True):
        operands = [a] if SCRIPTS[name].count("b") == 0 or function in UNARY else [a, b]
        mine = tag(machine(function, *operands, *([int(which)] if which else [])))
        if mine != theirs:
            wrong.append((a, b, mine, theirs))
    assert wrong == [], wrong[:5]


UNARY = ("dynamic.toNumber", "dynamic.toText", "dynamic.arrayIndex")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", SCRIPTS)
def test_operators(name: str, engine: str) -> None:
    if name.split()[0] in UNARY:
        pairs = [(value, None) for value in VALUES]
    else:
        pairs = list(itertools.product(VALUES, VALUES))
        random.Random(name).shuffle(pairs)
        del pairs[1500 if engine == "interpreter" else 150 :]
    check(name, pairs, Machine(engine=engine))


@pytest.mark.parametrize("name", ["dynamic.add", "dynamic.toText", "dynamic.compare 0", "dynamic.looseEqual"])
def test_operators_that_collect_always(name: str) -> None:
    pairs = random.Random(1).sample(list(itertools.product(VALUES, VALUES)), 200)
    check(name, pairs, Machine(engine="jit", collect_always=True, check_heap=True, suspend_always=True))


def test_what_is_left_to_the_library() -> None:
    machine = Machine(engine="interpreter")
    record = machine("record.new", NULL)
    symbol = machine("symbol.new", "s")
    function = machine("function.new", None)
    for thing in (record, symbol, function):
        for other in ("a", 1.0, True, record):
            assert machine("dynamic.add", thing, other) == ABSENT
            assert machine("dynamic.add", other, thing) == ABSENT
            assert machine("dynamic.compare", thing, other, 1) == ABSENT
            assert machine("dynamic.compare", other, thing, 1) == ABSENT
        assert machine("dynamic.toNumber", thing) == ABSENT
        assert machine("dynamic.toText", thing) == ABSENT
        assert machine("dynamic.arrayIndex", thing) == -1.0
        assert machine("dynamic.looseEqual", thing, None) is False
        assert machine("dynamic.looseEqual", NULL, thing) is False
        assert machine("dynamic.sameValue", thing, thing) is True
        assert machine("dynamic.looseEqual", thing, thing) is True
    assert machine("dynamic.looseEqual", record, "a") == ABSENT
    assert machine("dynamic.looseEqual", 1.0, record) == ABSENT
    assert machine("dynamic.looseEqual", record, function) is False
    assert machine("dynamic.looseEqual", symbol, "s") is False
    assert machine("dynamic.looseEqual", symbol, record) == ABSENT
    assert machine("dynamic.looseEqual", symbol, machine("symbol.new", "s")) is False


BIGINTS = """
.function big(i64) -> any
    LOAD_LOCAL 0
    BOX_I64
    RETURN
.function main() -> any
"""


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("CONST_I64 5 | CALL big 1 | CONST_I64 5 | CALL big 1 | NATIVE_CALL dynamic.looseEqual 2", True),
        ("CONST_I64 5 | CALL big 1 | CONST_I64 6 | CALL big 1 | NATIVE_CALL dynamic.looseEqual 2", False),
        ("CONST_I64 5 | CALL big 1 | CONST_F64 5.0 | BOX_F64 | NATIVE_CALL dynamic.looseEqual 2", True),
        (
            'CONST_STRING "5" | BOX_REF | CONST_I64 5 | CALL big 1 | NATIVE_CALL dynamic.looseEqual 2'
            " | NATIVE_CALL value.isAbsent 1 | BOX_BOOL",
            True,
        ),
        ("CONST_I64 5 | CALL big 1 | CONST_F64 5.5 | BOX_F64 | CONST_I32 0 | NATIVE_CALL dynamic.compare 3", True),
        (
            "CONST_I64 1152921504606846976 | CALL big 1 | CONST_I64 1152921504606846977 | CALL big 1 | CONST_I32 3"
            " | NATIVE_CALL dynamic.compare 3",
            False,
        ),
        ('CONST_STRING "n" | BOX_REF | CONST_I64 -7 | CALL big 1 | NATIVE_CALL dynamic.add 2', "n-7"),
        ("CONST_I64 -7 | CALL big 1 | NATIVE_CALL dynamic.toText 1", "-7"),
        ("CONST_I64 7 | CALL big 1 | NATIVE_CALL dynamic.toNumber 1 | NATIVE_CALL value.isAbsent 1 | BOX_BOOL", True),
        (
            "CONST_I64 7 | CALL big 1 | CONST_F64 1.0 | BOX_F64 | NATIVE_CALL dynamic.add 2"
            " | NATIVE_CALL value.isAbsent 1 | BOX_BOOL",
            True,
        ),
    ],
)
def test_bigints(code: str, expected: object) -> None:
    assert agree(f"{BIGINTS}{code}\nRETURN".replace(" | ", "\n")).value == expected


GROWING = """
.function main() -> i32
.local any, i32
    CONST_STRING ""
    BOX_REF
    STORE_LOCAL 0
    CONST_I32 0
    STORE_LOCAL 1
again:
    LOAD_LOCAL 0
    LOAD_LOCAL 1
    BOX_I32
    NATIVE_CALL dynamic.add 2
    STORE_LOCAL 0
    CONST_TRUE
    BOX_BOOL
    LOAD_LOCAL 0
    NATIVE_CALL dynamic.add 2
    STORE_LOCAL 0
    LOAD_LOCAL 1
    CONST_I32 1
    IADD
    STORE_LOCAL 1
    LOAD_LOCAL 1
    CONST_I32 150
    ILT
    JUMP_IF_TRUE again
    LOAD_LOCAL 0
    UNBOX_REF string
    STRING_LENGTH
    RETURN
"""


def test_texts_grow_at_both_ends() -> None:
    assert agree(GROWING).value == 150 * 4 + 10 + 90 * 2 + 50 * 3
