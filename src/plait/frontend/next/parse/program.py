"""A whole file: its tree, or what is wrong with its text."""

from __future__ import annotations

import re
from typing import Final

from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.parse.cursor import SyntaxFaultError
from plait.frontend.next.parse.modules import ModuleParser
from plait.source import SourceFile, Span

_HASHBANG: Final = re.compile("#![^\n\r\u2028\u2029]*")


def parse_module(file: SourceFile, diagnostics: Diagnostics) -> syntax.Module | None:
    """The tree of a file; None when its text is not TypeScript (which is reported)."""
    parser = ModuleParser(file.text)
    first_line = _HASHBANG.match(file.text)
    if first_line is not None:
        parser.end = first_line.end()
    module: syntax.Module | None = None
    try:
        module = parser.module()
    except SyntaxFaultError as fault:
        place = Span(file, fault.start, min(fault.end, max(len(file.text), fault.start + 1)))
        diagnostics.report(fault.code, place, fault.message, fault.hint)
    for report in parser.reports:
        if not report.is_void:
            diagnostics.report(report.code, Span(file, report.start, report.end), report.message, report.hint)
    if any(not report.is_void for report in parser.covered.values()):
        return None
    return module
