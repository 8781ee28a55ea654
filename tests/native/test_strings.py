"""Library functions of strings against Node."""

from __future__ import annotations

import random

import pytest

from plait.native import BY_NAME

from .calls import Argument, Call, check_calls, node_lines, plait_lines

SCRIPTS = {
    "string.charAt": "{0}.charAt({1})",
    "string.charCodeAt": "{0}.charCodeAt({1})",
    "string.codePointAt": "({0}.codePointAt({1}) ?? -1)",
    "string.slice": "{0}.slice({1}, {2})",
    "string.indexOf": "{0}.indexOf({1}, {2})",
    "string.lastIndexOf": "{0}.lastIndexOf({1}, {2})",
    "string.includes": "{0}.includes({1}, {2})",
    "string.startsWith": "{0}.startsWith({1}, {2})",
    "string.endsWith": "{0}.endsWith({1}, {2})",
    "string.repeat": "{0}.repeat({1})",
    "string.padStart": "{0}.padStart({1}, {2})",
    "string.padEnd": "{0}.padEnd({1}, {2})",
    "string.trim": "{0}.trim()",
    "string.trimStart": "{0}.trimStart()",
    "string.trimEnd": "{0}.trimEnd()",
    "string.toUpperCase": "{0}.toUpperCase()",
    "string.toLowerCase": "{0}.toLowerCase()",
    "string.replace": "{0}.replace({1}, {2})",
    "string.replaceAll": "{0}.replaceAll({1}, {2})",
}
ALPHABETS = ("ab", "ab\u00e9\u03a9", " \t\u00a0a\u3000\u1680", "a\U0001f600\u00df\u00b5\u00ff\u044f\u0410")
POINTS = (0x41, 0xFF, 0x100, 0xFFFD, 0x10000, 0x1F600, 0x10FFFF, 0x110000, -1)


def text(source: random.Random, alphabet: str, longest: int) -> str:
    """A string over an alphabet."""
    return "".join(source.choice(alphabet) for _ in range(source.randint(0, longest)))


def arguments(source: random.Random, kinds: list[str]) -> tuple[Argument, ...]:
    """Random arguments: a long string first, short ones after it, and integers about them."""
    alphabet = source.choice(ALPHABETS)
    made: list[Argument] = []
    for kind in kinds:
        made.append(text(source, alphabet, 3 if made else 12) if kind == "string" else source.randint(-3, 14))
    return tuple(made)


def calls_of(name: str, count: int) -> list[Call]:
    """Random calls of a function."""
    source = random.Random(name)
    kinds = [str(kind) for kind in BY_NAME[name].effect.pops]
    return [Call(name, SCRIPTS[name], arguments(source, kinds)) for _ in range(count)]


@pytest.mark.parametrize("name", SCRIPTS)
def test_as_node(name: str) -> None:
    check_calls(calls_of(name, 150))


@pytest.mark.parametrize("name", ["string.fromCharCode", "string.fromCodePoint"])
def test_strings_of_numbers(name: str) -> None:
    script = name.replace("string", "String") + "({0})"
    check_calls([Call(name, script, (point,)) for point in POINTS])


def test_comparison() -> None:
    source = random.Random(0)
    for alphabet in ALPHABETS:
        pairs = [(text(source, alphabet, 3), text(source, alphabet, 3)) for _ in range(20)]
        script = "Math.sign({0} < {1} ? -1 : {0} > {1} ? 1 : 0)"
        mine = plait_lines([Call("string.compare", script, pair) for pair in pairs], "reference")
        assert [(int(line) > 0) - (int(line) < 0) for line in mine] == [
            int(line) for line in node_lines([Call("string.compare", script, pair) for pair in pairs])
        ]


@pytest.mark.parametrize("engine", ["reference", "jit"])
def test_other_engines(engine: str) -> None:
    check_calls([call for name in SCRIPTS for call in calls_of(name, 5)], engine)
