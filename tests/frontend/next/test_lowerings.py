"""Every form of syntax is lowered, or refused at its place."""

from __future__ import annotations

from typing import get_args

import pytest

import plait
from plait.frontend.next import syntax
from plait.frontend.next.lower.tables import LOWERINGS

ELSEWHERE = {syntax.Spread, syntax.ErrorExpression}
"""What stands only within lists and arguments, and what the parser has reported."""


def members(union: object) -> set[object]:
    """The classes of a union of classes and unions."""
    parts = get_args(union)
    return set().union(*map(members, parts)) if parts else {union}


def test_every_form_has_a_lowering() -> None:
    assert members(syntax.Expression) - ELSEWHERE == set(LOWERINGS.values)
    assert members(syntax.Statement) == set(LOWERINGS.statements)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("const x = super;", "P1001"),
        ("class A { m() { return super; } }", "P1001"),
        ("class A { static { return; } }", "P1001"),
        ("class A { static { class B { static {} } if (A) return; } }", "P1001"),
        ('import files = require("files"); files;', "P3002"),
        ("with (Math) cos(0);", "P3002"),
        ("label: with (Math) {}", "P3002"),
    ],
)
def test_what_is_refused(source: str, code: str) -> None:
    with pytest.raises(plait.CompileError) as raised:
        plait.compile(f"const x: any = 1;\n{source.replace('x =', 'y =')}", "a.ts")
    assert [(item.code, item.span.line) for item in raised.value.diagnostics] == [(code, 2)]
