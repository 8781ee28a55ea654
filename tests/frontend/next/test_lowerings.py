"""Every form of syntax is lowered, or refused at its place."""

from __future__ import annotations

from typing import get_args

import pytest

import plait
from plait.frontend.compile import no_files
from plait.frontend.next import syntax
from plait.frontend.next.lower.tables import LOWERINGS
from plait.frontend.next.translate import translate
from plait.source import SourceFile

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


DEPTH = 800


@pytest.mark.parametrize(
    ("declared", "opened", "innermost", "closed", "printed"),
    [
        ("const f: any = (a: any, b: any) => b + a;", "f(1, ", "0", ")", str(DEPTH)),
        ("const o: any = { f(a: any, b: any) { return b + a; } };", "o.f(1, ", "0", ")", str(DEPTH)),
        ("", "[1, 2, ", "0", "]", "3"),
        ("", "{ a: 1, length: 1, b: ", "0", "}", "1"),
        ("const a: any = 1;", "a + (", "0", ")", str(DEPTH)),
        ("const a: any = [0];", "a[", "0", "]", "0"),
        ("const a: any = [0];", "a?.[", "0", "]", "0"),
    ],
)
def test_operands_nested_deeply(declared: str, opened: str, innermost: str, closed: str, printed: str) -> None:
    """They wait in locals where many would stand on the stack, of which the verifier bounds the height."""
    source = f"{declared} const x: any = {opened * DEPTH}{innermost}{closed * DEPTH}; console.log(x.length ?? x);"
    output: list[str] = []
    vm = plait.Vm(plait.VmOptions(engine="interpreter"), write=output.append)
    vm.execute(translate(SourceFile("nested.ts", source), no_files))
    assert "".join(output) == f"{printed}\n"
