"""Upper and lower case of every code point, against Node."""

from __future__ import annotations

import json
import subprocess
from functools import cache

import pytest
from tests.conformance.node import node_command

import plait
from plait.runtime.case_data import UNICODE_VERSION

MAKE_TEXTS = """
const points = [];
for (let point = 0; point <= 0x10ffff; point++) {
  if (point < 0xd800 || point > 0xdfff) points.push(String.fromCodePoint(point));
}
const texts = {
  points: points.map((c) => c + " ").join(""),
  words: points.map((c) => `A${c}\\u03a3 A\\u03a3${c}A ${c}\\u03a3${c}`).join(" "),
  latin: points.slice(0, 256).join("").repeat(3),
  ascii: points.slice(0, 128).join("").repeat(5) + "a",
  halves: "a\\ud83d \\udc28b \\udc28\\ud801".repeat(3),
};
"""

NODE = f"""{MAKE_TEXTS}
const found = {{ version: process.versions.unicode }};
for (const name in texts) found[name] = [texts[name], texts[name].toUpperCase(), texts[name].toLowerCase()];
process.stdout.write(JSON.stringify(found));
"""

PROGRAM = """
export function upper(text: string): string { return text.toUpperCase(); }
export function lower(text: string): string { return text.toLowerCase(); }
"""

NEWER = 200
"""How many code points may be different where Node has another version of Unicode."""


@cache
def by_node() -> tuple[str, dict[str, list[str]]]:
    """Node's version of Unicode; the texts, and both cases of each."""
    done = subprocess.run([node_command(), "-"], input=NODE, capture_output=True, check=True, text=True)
    found = json.loads(done.stdout)
    return found.pop("version"), found


@pytest.mark.parametrize("name", ["points", "words", "latin", "ascii", "halves"])
@pytest.mark.parametrize("engine", ["interpreter", "jit"])
def test_as_node(name: str, engine: str) -> None:
    """Every code point alone and around a capital sigma; the ranges that have ways of their own; halves of pairs."""
    version, texts = by_node()
    text, *wanted = texts[name]
    vm = plait.Vm(plait.VmOptions(engine=engine))
    context = vm.load(plait.compile(PROGRAM, "case.ts"))
    for function, other in zip(("upper", "lower"), wanted, strict=True):
        found = vm.run(context, function, [text])
        assert isinstance(found, str)
        if version == UNICODE_VERSION:
            assert found == other
        else:
            pairs = zip(found.split(" "), other.split(" "), strict=True)
            assert sum(mine != theirs for mine, theirs in pairs) < NEWER
