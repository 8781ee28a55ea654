"""The library's text: its files in their order."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

FILES: Final = ("core.ts", "collections.ts", "values.ts", "bytes.ts", "web.ts", "tasks.ts", "decorators.ts")


def library_text() -> str:
    """All declarations of the library."""
    folder = files("plait.frontend.next") / "library"
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in FILES)


def standard_declarations() -> str:
    """The declarations as a file for the TypeScript compiler, which needs no library besides it."""
    text = library_text().replace("type int = intrinsic;\ntype long = intrinsic;\n", _INTEGERS)
    return f"{_HEADER}\n{text}"


_HEADER: Final = """\
// What plait has, for the TypeScript compiler and editors: all of the library, so that nothing else is declared.
// `plait init` writes this file anew.

/// <reference no-default-lib="true"/>
"""

_INTEGERS: Final = """\
/** An integer from -2147483648 to 2147483647. `+`, `-` and `*` of ints throw a RangeError when the result is none. */
type int = number;
/** A bigint from -2^63 to 2^63 - 1. Operators on longs throw a RangeError when the result is none. */
type long = bigint;
"""


@cache
def declared_values() -> frozenset[str]:
    """The names of the library's variables, classes and functions."""
    return frozenset(re.findall(r"^declare (?:var|let|const|function|class) ([\w$]+)", library_text(), re.MULTILINE))
