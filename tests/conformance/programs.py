"""The test programs: `tests/programs/**/*.ts`, with what their comments say of them.

A program is run by every engine and by Node, and must print the same and end in the same way. Comments that begin a
line:

    // reference                 (first lines) run it by the reference engine too; it must be quick
    // limits: max_fuel=1000     (first lines) options of the machine

Folders with a meaning:

    refused/     does not compile. First lines: `// expect: P2001 line 3`, one for each diagnostic
    divergent/   is known to differ from Node. `// output: text` anywhere is a line that it prints; one
                 `// uncaught: RangeError: text` says what it ends by
    plait/       uses what Node does not have; as divergent, in more modes
    limits/      ends by a limit or a deadlock; as divergent, and `// limit: max_fuel` says which
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PROGRAMS = Path(__file__).parent.parent / "programs"
EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@dataclass(frozen=True)
class Program:
    """A test program. Equal when it is the same file."""

    path: Path

    @property
    def name(self) -> str:
        """The path below the folder of programs, without suffix."""
        root = PROGRAMS if self.path.is_relative_to(PROGRAMS) else EXAMPLES.parent
        return self.path.relative_to(root).with_suffix("").as_posix()

    @cached_property
    def source(self) -> str:
        """The text."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def _first_comments(self) -> list[str]:
        comments = []
        for line in self.source.splitlines():
            if not line.startswith("//"):
                break
            comments.append(line.removeprefix("//").strip())
        return comments

    @property
    def is_example(self) -> bool:
        """Whether it is one of the examples, which are written for people and may take a while."""
        return self.path.is_relative_to(EXAMPLES)

    @property
    def for_reference(self) -> bool:
        """Whether the reference engine runs it too."""
        return "reference" in self._first_comments

    @property
    def limits(self) -> dict[str, int]:
        """Options of the machine."""
        text = " ".join(self._marked(self._first_comments, "limits:"))
        return {name: int(number) for name, number in re.findall(r"(\w+)=(\d+)", text)}

    @property
    def expected_diagnostics(self) -> list[tuple[str, int]]:
        """Codes and lines of the diagnostics that it must give."""
        found = []
        for expectation in self._marked(self._first_comments, "expect:"):
            match = re.fullmatch(r"(P\d{4}) line (\d+)", expectation)
            assert match, f"{self.path}: write `// expect: P2001 line 3`, not {expectation!r}"
            found.append((match[1], int(match[2])))
        return found

    @property
    def expected_output(self) -> str:
        """What it must print, by its own comments."""
        lines = [line.removeprefix("// output:") for line in self.source.splitlines() if line.startswith("// output:")]
        return "".join(line.removeprefix(" ") + "\n" for line in lines)

    @property
    def expected_error(self) -> str:
        """What it must end by, by its own comments; empty when it ends well."""
        lines = self.source.splitlines()
        uncaught = [f"Uncaught {error}" for error in self._marked(lines, "// uncaught:")]
        reached = [f"limit {limit}" for limit in self._marked(lines, "// limit:")]
        return "".join(uncaught + reached)

    @staticmethod
    def _marked(lines: list[str], mark: str) -> list[str]:
        return [line.removeprefix(mark).strip() for line in lines if line.startswith(mark)]


def programs_in(folder: str) -> list[Program]:
    """The programs of one folder with a meaning."""
    return [Program(path) for path in sorted((PROGRAMS / folder).rglob("*.ts"))]


def ordinary_programs() -> list[Program]:
    """The programs that Node runs too, the examples included."""
    special = tuple(PROGRAMS / folder for folder in ("refused", "divergent", "plait", "limits", "whole"))
    paths = [path for path in sorted(PROGRAMS.rglob("*.ts")) if not any(path.is_relative_to(item) for item in special)]
    return [Program(path) for path in (*paths, *sorted(EXAMPLES.rglob("*.ts")))]
