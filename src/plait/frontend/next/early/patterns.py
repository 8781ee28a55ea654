"""Patterns that take values apart: what is left over stands last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from plait.frontend.next import syntax
from plait.frontend.next.early.faults import Faults
from plait.frontend.next.early.place import Place
from plait.frontend.next.early.rules import Rule


def _pattern(faults: Faults, node: syntax.ArrayPattern | syntax.ObjectPattern, place: Place) -> None:
    del place
    for element in node.elements:
        if element is None or not element.is_rest:
            continue
        if element is not node.elements[-1] or faults.next_character(element.end) == ",":
            faults.report(element, "what is left over stands last, and no comma follows it", "put it at the end")
        if element.default is not None:
            faults.report(element.default, "what is left over has no default value", "leave it out")
        is_pattern = isinstance(element.target, syntax.ArrayPattern | syntax.ObjectPattern)
        if is_pattern and isinstance(node, syntax.ObjectPattern):
            faults.report(element.target, "the rest of an object goes to a variable or a property", "")


RULES: Final[Mapping[type, Rule]] = {
    syntax.ArrayPattern: _pattern,
    syntax.ObjectPattern: _pattern,
}
