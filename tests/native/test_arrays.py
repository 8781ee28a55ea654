"""Library functions of arrays, in all engines."""

from __future__ import annotations

from typing import Any

import pytest
from tests.isa.cases import Case, Value, gives, joined, module_of, null, throws, wrong_outcomes

MODES: list[dict[str, Any]] = [
    {"engine": engine, "collect_always": collect}
    for engine in ("reference", "interpreter", "jit")
    for collect in (False, True)
]

PUSHES = {
    "i32": ("CONST_I32 {}", "ARRAY_PUSH_I32"),
    "i64": ("CONST_I64 {}", "ARRAY_PUSH_I64"),
    "f64": ("CONST_F64 {!r}", "ARRAY_PUSH_F64"),
    "bool": ("CONST_{}", "ARRAY_PUSH_BOOL"),
    "string": ('CONST_STRING "{}"', "ARRAY_PUSH_REF"),
    "any": ("CONST_F64 {!r} | BOX_F64", "ARRAY_PUSH_ANY"),
}


def value(kind: str, item: Value) -> str:
    """Pushes a value."""
    return PUSHES[kind][0].format(str(item).upper() if isinstance(item, bool) else item)


def new(kind: str, items: list[Value], local: int = 0) -> str:
    """An array in a local."""
    pushes = [f"LOAD_LOCAL {local} | {value(kind, item)} | {PUSHES[kind][1]}" for item in items]
    return " | ".join([f"NEW_ARRAY {kind} | STORE_LOCAL {local}", *pushes])


def shown(code: str, text: str, kind: str = "string", locals_: int = 1) -> list[Case]:
    """What is left in local 0 afterwards, joined."""
    join = {"string": "array.join", "f64": "array.join.f64", "i32": "array.join.i32"}[kind]
    types = ", ".join([f"array({kind})"] * locals_)
    return gives("NATIVE_CALL", f'{code} | LOAD_LOCAL 0 | CONST_STRING "," | NATIVE_CALL {join} 2', text, types)


def numbers(*operands: int) -> str:
    """Pushes i32 operands."""
    return " | ".join(f"CONST_I32 {operand}" for operand in operands)


ABC = new("string", ["a", "b", "c"])
TWO = f"{ABC} | {new('string', ['d', 'e'], 1)}"


def found(kind: str, items: list[Value], item: Value, start: int, index: int, name: str = "indexOf") -> list[Case]:
    """A search that ends at an index."""
    suffix = "ref" if kind == "string" else kind
    code = f"{new(kind, items)} | LOAD_LOCAL 0 | {value(kind, item)} | CONST_I32 {start}"
    return gives("NATIVE_CALL", f"{code} | NATIVE_CALL array.{name}.{suffix} 3", index, f"array({kind})")


NAN = float("nan")

CASES = joined(
    *(
        shown(f"{ABC} | LOAD_LOCAL 0 | {numbers(start, end)} | NATIVE_CALL array.slice 3 | STORE_LOCAL 0", text)
        for start, end, text in ((0, 9, "a,b,c"), (1, 2, "b"), (-2, -1, "b"), (2, 1, ""), (-9, 9, "a,b,c"))
    ),
    shown(f"{TWO} | LOAD_LOCAL 0 | LOAD_LOCAL 1 | NATIVE_CALL array.concat 2 | STORE_LOCAL 0", "a,b,c,d,e", locals_=2),
    shown(f"{TWO} | LOAD_LOCAL 0 | LOAD_LOCAL 1 | NATIVE_CALL array.append 2", "a,b,c,d,e", locals_=2),
    shown(f"{ABC} | LOAD_LOCAL 0 | LOAD_LOCAL 0 | NATIVE_CALL array.append 2", "a,b,c,a,b,c"),
    *(
        shown(f'{ABC} | LOAD_LOCAL 0 | CONST_I32 {index} | CONST_STRING "x" | NATIVE_CALL array.insert 3', text)
        for index, text in ((0, "x,a,b,c"), (1, "a,x,b,c"), (3, "a,b,c,x"))
    ),
    throws(
        "NATIVE_CALL",
        f'{ABC} | LOAD_LOCAL 0 | CONST_I32 4 | CONST_STRING "x" | NATIVE_CALL array.insert 3',
        "RangeError: array index 4 is out of bounds for length 3",
        "void",
        "array(string)",
    ),
    *(
        shown(f"{ABC} | LOAD_LOCAL 0 | {numbers(start, count)} | NATIVE_CALL array.remove 3", text)
        for start, count, text in ((0, 1, "b,c"), (1, 9, "a"), (-1, 1, "a,b"), (0, -1, "a,b,c"), (9, 1, "a,b,c"))
    ),
    *(
        shown(f'{ABC} | LOAD_LOCAL 0 | CONST_STRING "x" | {numbers(start, end)} | NATIVE_CALL array.fill 4', text)
        for start, end, text in ((0, 9, "x,x,x"), (-1, 9, "a,b,x"), (2, 1, "a,b,c"))
    ),
    shown(f"{ABC} | LOAD_LOCAL 0 | NATIVE_CALL array.reverse 1", "c,b,a"),
    shown(f"{new('i32', [1, -2, 3, 4])} | LOAD_LOCAL 0 | NATIVE_CALL array.reverse 1", "4,3,-2,1", "i32"),
    shown(new("f64", [0.1, -0.0, NAN, -1.2345678901234567e-308]), "0.1,0,NaN,-1.2345678901234567e-308", "f64"),
    shown(new("f64", []), "", "f64"),
    shown(new("string", ["a", "\u03a9", "", "\u00e9"]), "a,\u03a9,,\u00e9"),
    gives(
        "NATIVE_CALL",
        f'{new("i32", [1, 22, -333])} | LOAD_LOCAL 0 | CONST_STRING "\u03a9" | NATIVE_CALL array.join.i32 2',
        "1\u03a922\u03a9-333",
        "array(i32)",
    ),
    *(
        shown(
            f'NEW_ARRAY string | STORE_LOCAL 0 | LOAD_LOCAL 0 | CONST_STRING "{text}" | CONST_STRING "{separator}" | '
            f"CONST_I32 {limit} | NATIVE_CALL string.splitInto 4",
            parts,
        )
        for text, separator, limit, parts in (
            ("a-b--c", "-", -1, "a,b,,c"),
            ("a-b--c", "-", 2, "a,b"),
            ("abc", "", -1, "a,b,c"),
            ("abc", "", 0, ""),
            ("a\u03a9b", "\u03a9", -1, "a,b"),
            ("abc", "x", -1, "abc"),
            ("-", "-", -1, ","),
        )
    ),
    found("i32", [3, 1, 2, 1], 1, 0, 1),
    found("i32", [3, 1, 2, 1], 1, 2, 3),
    found("i32", [3, 1, 2, 1], 3, -1, -1),
    found("i64", [2**40, 1], 2**40, 0, 0),
    found("f64", [0.5, -0.0], 0.0, 0, 1),
    found("f64", [0.5, NAN], NAN, 0, -1),
    found("f64", [0.5, NAN], NAN, 0, 1, "find"),
    found("f64", [0.5, NAN], 0.5, 0, 0, "find"),
    found("bool", [True, False], False, 0, 1),
    found("string", ["a", "ab", "b"], "ab", 0, 1),
    found("string", ["a", "ab", "b"], "c", 0, -1),
    found("any", [1.0, NAN], NAN, 0, -1),
    found("any", [1.0, NAN], NAN, 0, 1, "find"),
    found("any", [1.0, NAN], 1.0, 0, 0, "find"),
    null("NATIVE_CALL", "CONST_NULL array(i32) | NATIVE_CALL array.reverse 1"),
    null("NATIVE_CALL", 'CONST_NULL array(string) | CONST_STRING "" | NATIVE_CALL array.join 2', "string"),
)


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: "-".join(map(str, mode.values())))
def test_functions_of_arrays(mode: dict[str, Any]) -> None:
    assert wrong_outcomes(CASES, module_of(CASES), **mode) == []
