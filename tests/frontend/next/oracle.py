"""What plait's checker and the TypeScript compiler say of texts, side by side."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next.analyse import analyse
from plait.frontend.next.types.display import show
from plait.source import SourceFile

ORACLE: Final = Path(__file__).parent.parent.parent / "oracle"


@dataclass(frozen=True, slots=True)
class Findings:
    """The types of top-level variables by name, and the lines of errors with their codes."""

    types: dict[str, str]
    errors: tuple[tuple[int, str], ...]

    @property
    def lines(self) -> list[int]:
        """The lines with errors."""
        return sorted({line for line, _ in self.errors})


def by_plait(text: str) -> Findings:
    """What plait's checker says."""
    diagnostics = Diagnostics()
    checker = analyse(SourceFile("unit.ts", text), diagnostics)
    errors = tuple((found.span.line, found.code) for found in diagnostics.found.values())
    if checker is None:
        return Findings({}, errors)
    variables = {name: symbol for name, symbol in checker.bound.scope.names.items() if symbol.flags & 3}
    types = {name: show(checker.store, checker.type_of_symbol(symbol)) for name, symbol in variables.items()}
    return Findings(types, errors)


def by_typescript(texts: Sequence[str]) -> list[Findings]:
    """What the TypeScript compiler says of each text, by one start of Node."""
    done = subprocess.run(
        ["node", str(ORACLE / "types.mjs")],
        input=json.dumps(list(texts)).encode(),
        capture_output=True,
        check=True,
        timeout=250,
    )
    return [
        Findings(found["types"], tuple((line, f"TS{code}") for line, code in found["errors"]))
        for found in json.loads(done.stdout)
    ]


_INNERMOST: Final = re.compile(r"([{(<\[])([^{}()<>\[\]]*)([})>\]])")


def alike(type_text: str) -> str:
    """A type's text in a form in which the order of union constituents and members and the punctuation of members do
    not count.
    """
    text = type_text.replace("=>", "\u21d2").replace("; }", " }").replace(";", ",")
    while True:
        text, count = _INNERMOST.subn(_in_order, text)
        if count == 0:
            return _constituents_in_order(text)


def _in_order(match: re.Match[str]) -> str:
    parts = [_constituents_in_order(part) for part in match[2].split(",")]
    inside = ",".join(sorted(parts) if match[1] == "{" else parts)
    return "".join(chr(0xE000 + ord(sign)) if sign in "{}()<>[]|," else sign for sign in match[1] + inside + match[3])


def _constituents_in_order(text: str) -> str:
    return " | ".join(sorted(part.strip() for part in text.split("|")))
