"""Inline kernels without branches, as templates: pasted where LLVM would have to inline a call."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_NAME = re.compile(r'%"p\.([^"]+)"|%(v\d)')


class StraightLine(NamedTuple):
    """The instructions of a kernel, its parameters, and the operand that it returns ("" for none)."""

    parameters: tuple[str, ...]
    lines: tuple[str, ...]
    result: str

    def pasted(self, arguments: list[str], prefix: str) -> tuple[list[str], str]:
        """The instructions and the result with the values of the arguments; new names begin with the prefix."""
        values = dict(zip(self.parameters, arguments, strict=True))

        def value(match: re.Match[str]) -> str:
            return f"{prefix}{match[2]}" if match[1] is None else values[match[1]]

        return [_NAME.sub(value, line) for line in self.lines], _NAME.sub(value, self.result)


@lru_cache(maxsize=1024)
def straight_line(definition: str) -> StraightLine | None:
    """The template for the definition of an inline kernel; None for one with branches or variables in memory."""
    if "alloca" in definition:
        return None
    head, *lines, last, end = definition.rstrip().split("\n")
    entry, *lines = lines or [""]
    word, _, returned = last.strip().partition(" ")
    if entry != "entry:" or word != "ret" or end != "}" or any(line.endswith(":") for line in lines):
        return None
    parameters = tuple(match[1] for match in _NAME.finditer(head))
    result = "" if returned == "void" else returned.rpartition(" ")[2]
    return StraightLine(parameters, tuple(line.strip() for line in lines), result)
