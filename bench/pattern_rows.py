"""What `work.py` measures of regular expressions: texts that are searched, looped over, and gone back over."""

from __future__ import annotations

from typing import Any, Final

from bench.dynamic_rows import call
from bench.work_rows import ONE, SIZES, Fresh, Row, Text, TypeNamed, bind, effect_types

FLAG_BITS: Final = {flag: 1 << place for place, flag in enumerate("dgimsuvy")}
SMALL: Final = (1, 15)

WIDE: Final = "\u0434"
MATCHES: Final[tuple[tuple[str, str, str, Any], ...]] = (
    ("unit", "b", "", lambda n: "a" * n),
    ("set", "[b-e]", "", lambda n: "a" * n),
    ("wide set", "[\u0400-\u0420]", "", lambda n: WIDE * n),
    ("loop", "a*", "", lambda n: "a" * n),
    ("wide loop", "\\S*", "", lambda n: WIDE * n),
    ("points", "\\p{L}*", "u", lambda n: WIDE * n),
    ("dots", ".*b", "", lambda n: "a" * n),
    ("lazy", "x.*?b", "", lambda n: "x" + "a" * n),
    ("groups", "(?:(a)|(b))*", "", lambda n: "ab" * n),
    ("choices", "(?:a|ab|b)*c", "", lambda n: "ab" * (n // 2) + "c"),
    ("any case", "(a)(?:\\1)*", "i", lambda n: "aA" * n),
    ("words", "(?:\\b\\w+\\b ?)*", "", lambda n: "some words " * n),
    ("look ahead", "(?:(?=ab)a|b)*", "", lambda n: "ab" * n),
    ("look behind", "(?:(?<=a)b|a)*", "", lambda n: "ab" * n),
    ("counted", "(?:ab){2,}c", "", lambda n: "ab" * n + "c"),
    ("lines", "^b$", "m", lambda n: "a\n" * n),
    ("long", "a" * 400 + "b", "", lambda n: "a" * min(n, 4_000)),
    ("wide lazy", "\\S*?\\s", "", lambda n: WIDE * min(n, 4_000)),
    ("wide greedy", "\\S*\\s", "", lambda n: WIDE * min(n, 4_000)),
    ("leaps", "xb|yb", "", lambda n: "b" * n),
    ("first loop", "\\w+!", "", lambda n: "a" * n),
    ("far", "(a{1,400}?){2}b", "", lambda n: "a" * min(n, 40)),
)
BACKTRACKING: Final[tuple[tuple[str, str], ...]] = (("nested", "(a+)+b"), ("alternatives", "(?:a|a)*b"))


def pattern(source: str, flags: str) -> Fresh:
    """A pattern that is compiled once."""
    bits = sum(FLAG_BITS[flag] for flag in flags)
    steps = (("CONST_STRING", Text(source)), ("CONST_STRING", Text(flags)), ("CONST_I32", bits), call("regexp.compile"))
    return Fresh(steps, True)


def operands(n: int, source: str, flags: str, make: Any, with_list: bool) -> list[Any]:
    """The operands of a match."""
    given: list[Any] = [pattern(source, flags), make(n), 0, False]
    return [*given, Fresh((("NEW_ARRAY", TypeNamed("any")),), True)] if with_list else given


def rows() -> list[Row]:
    """All rows."""
    found: list[Row] = []
    for name in ("regexp.match", "regexp.end"):
        types = effect_types(name)
        for case, source, flags, make in MATCHES:
            given = bind(operands, source, flags, make, name == "regexp.match")
            found.append(Row(name, case, types, given, SIZES))
        for case, source in BACKTRACKING:
            given = bind(operands, source, "", lambda n: "a" * n, name == "regexp.match")
            found.append(Row(name, case, types, given, SMALL))
    sources = {
        "letters": lambda n: "a" * min(n, 60_000),
        "groups": lambda n: "(a)" * min(n, 20_000),
        "classes": lambda n: "[a-z\\d]" * min(n, 8_000),
        "properties": lambda n: "\\p{L}" * min(n, 100),
        "alternatives": lambda n: "ab|" * min(n, 20_000),
        "loops": lambda n: "(?:a*b)*" * min(n, 8_000),
    }
    for case, make in sources.items():
        compiled = bind(lambda n, f: (f(n), "iu", FLAG_BITS["i"] + FLAG_BITS["u"]), make)
        found.append(Row("regexp.compile", case, effect_types("regexp.compile"), compiled, SIZES))
    found.append(Row("regexp.message", "", ("i32",), lambda n: (1,), ONE))
    found.append(Row("regexp.isPattern", "", ("any",), lambda n: (pattern("a", ""),), ONE))
    getters = ("source", "flags", "flagBits", "groupCount", "names")
    return [
        *found,
        *(Row(f"regexp.{name}", "", ("any",), lambda n: (pattern("(?<a>b)", "g"),), ONE) for name in getters),
    ]
