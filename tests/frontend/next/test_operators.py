"""How operators, suffixes and words that are no keywords are read: each text as one with all of its parentheses."""

from __future__ import annotations

from typing import Any, Final

import pytest

from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next.parse import parse_module
from plait.source import SourceFile

GROUPED: Final = {
    "a + b! * c as number": "((a + ((b!) * c)) as number)",
    "-a! ** 2 + b": None,
    "(-a) ** b ** c": "((-a) ** (b ** c))",
    "await f! + 1": "((await (f!)) + 1)",
    "typeof a as string": "((typeof a) as string)",
    "<T>a.b + 1": "((<T>(a.b)) + 1)",
    "x => y as T": "x => (y as T)",
    "x => y => x + y!, z": "(x => (y => (x + (y!)))), z",
    "a < b as T": "((a < b) as T)",
    "a << b as T": "((a << b) as T)",
    "a ? b as T : c ? d! : e": "(a ? (b as T) : (c ? (d!) : e))",
    "a = b = c as T": "(a = (b = (c as T)))",
    "a! += b ?? c": "((a!) += (b ?? c))",
    "a ?? b || c": None,
    "a && b || c && d": "((a && b) || (c && d))",
    "a?.b!.c[d!]": "a?.b!.c[(d!)]",
    "(a?.b).c": "(a?.b).c",
    "new a.b<T>(c)()!.d": "(((new a.b<T>(c))())!).d",
    "new new a()()": "(new (new a())())",
    "new a?.b()": None,
    "a?.b = 1": None,
    "a + b = 1": None,
    "f<T>(a)<U>(b)": "((f<T>(a))<U>(b))",
    "f<T>.a": None,
    "!a instanceof B": "((!a) instanceof B)",
    "void a, delete b.c": "(void a), (delete (b.c))",
    "as as as": "(as as as)",
    "unknown < keyof.length": "(unknown < (keyof.length))",
    "new C()?.()": "(new C())?.()",
    "a?.5:1": "(a ? 0.5 : 1)",
    "a\n  as T": None,
    "a as T | U & V": "(a as (T | (U & V)))",
}
"""What each text means; None is a text that is refused."""


def read(text: str) -> object:
    """The shape of the module that a text makes, without places; None if something is wrong."""
    diagnostics = Diagnostics()
    module = parse_module(SourceFile("program.ts", text), diagnostics)
    return None if diagnostics.found else shape(module)


def shape(value: Any) -> object:
    """A tree without the places of its nodes."""
    if isinstance(value, tuple):
        return tuple(shape(item) for item in value)
    slots = getattr(type(value), "__slots__", None)
    if not isinstance(slots, tuple):
        return value
    return type(value).__name__, *(shape(getattr(value, name)) for name in slots if name not in ("start", "end"))


@pytest.mark.parametrize("text", GROUPED)
def test_grouping(text: str) -> None:
    meaning = GROUPED[text]
    if meaning is None:
        assert read(text) is None
    else:
        expected = read(meaning)
        assert expected is not None
        assert read(text) == expected


def test_variance_stands_before_type_parameters_alone() -> None:
    assert read("interface I<in out T, out U> { a: T; b: U }") is not None
    assert read("interface I<T> { a: in T }") is None
