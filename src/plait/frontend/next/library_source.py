"""The library's text: its files in their order."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

FILES: Final = ("core.ts", "collections.ts", "values.ts", "bytes.ts", "web.ts", "decorators.ts")


def library_text() -> str:
    """All declarations of the library."""
    folder = files("plait.frontend.next") / "library"
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in FILES)


@cache
def declared_values() -> frozenset[str]:
    """The names of the library's variables, classes and functions."""
    return frozenset(re.findall(r"^declare (?:var|let|const|function) ([\w$]+)", library_text(), re.MULTILINE))
