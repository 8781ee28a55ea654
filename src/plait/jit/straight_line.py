"""Inline kernels without branches, as templates: pasted where LLVM would have to inline a call."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_HEAD = re.compile(r'define internal [^(]*@"[^"]+"\(ptr %base(.*)\) alwaysinline nounwind \{\nentry:\n')
_NAME = re.compile(r'%(?:"p\.(?P<parameter>[^"]+)"|(?P<local>v\d+)|(?P<other>[^\s,()]+))')


class StraightLine(NamedTuple):
    """The instructions of a kernel, its parameters, and the operand that it returns ("" for none)."""

    parameters: tuple[str, ...]
    lines: tuple[str, ...]
    result: str

    def pasted(self, arguments: list[str], prefix: str) -> tuple[list[str], str]:
        """The instructions and the result with the values of the arguments; new names begin with the prefix."""
        values = dict(zip(self.parameters, arguments, strict=True))

        def value(match: re.Match[str]) -> str:
            parameter, local = match["parameter"], match["local"]
            if parameter is not None:
                return values[parameter]
            return match[0] if local is None else f"{prefix}{local}"

        return [_NAME.sub(value, line) for line in self.lines], _NAME.sub(value, self.result)


@lru_cache(maxsize=1024)
def straight_line(definition: str) -> StraightLine | None:
    """The template for the definition of an inline kernel; None for one with branches or variables in memory."""
    head = _HEAD.match(definition)
    if head is None or "alloca" in definition:
        return None
    *lines, last, end = definition[head.end() :].rstrip().split("\n")
    word, _, returned = last.strip().partition(" ")
    if end != "}" or word != "ret" or any(line.endswith(":") for line in lines):
        return None
    parameters = tuple(match["parameter"] for match in _NAME.finditer(head[1]))
    result = "" if returned == "void" else returned.rpartition(" ")[2]
    return StraightLine(parameters, tuple(line.strip() for line in lines), result)
