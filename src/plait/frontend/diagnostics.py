"""Collecting the diagnostics of one file."""

from __future__ import annotations

from dataclasses import dataclass, field

from plait.errors import CompileError
from plait.frontend.codes import Code
from plait.source import Diagnostic, Span


@dataclass(slots=True)
class Diagnostics:
    """The diagnostics reported so far; one per code and place. `one_is_enough`: nobody asks for the others."""

    found: dict[tuple[int, str], Diagnostic] = field(default_factory=dict)
    one_is_enough: bool = False

    def report(self, code: Code, span: Span, message: str, hint: str = "") -> None:
        """Add a diagnostic."""
        self.found.setdefault((span.start, code.code), Diagnostic(code.code, message, span, hint))

    def in_order(self) -> list[Diagnostic]:
        """All that were reported, in the order of the text."""
        return [self.found[key] for key in sorted(self.found)]

    def raise_if_any(self) -> None:
        """Raise all that were reported as one `CompileError`."""
        if self.found:
            raise CompileError(self.in_order())
