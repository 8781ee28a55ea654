"""Regular expressions: random ones against Node, limits within a match, what front end and machine say of mistakes."""

from __future__ import annotations

import pytest
from fuzz.regexp import differences
from tests.conformance.engines import MODES

import plait
from plait.native.pattern_faults import fault_of

CATASTROPHIC = 'const found = /(?:a+)+b/.test("a".repeat(60)); console.log(found);'


def test_random_patterns_match_as_in_node() -> None:
    assert differences(range(400), "interpreter") == []


def test_a_pattern_that_never_ends_ends_by_its_fuel() -> None:
    vm = plait.Vm(plait.VmOptions(max_fuel=20_000_000))
    with pytest.raises(plait.LimitError, match="fuel"):
        vm.execute(plait.compile(CATASTROPHIC, "catastrophic.ts"))


def test_a_pattern_that_never_ends_can_be_interrupted_within_its_match() -> None:
    vm = plait.Vm(plait.VmOptions(max_seconds=0.2))
    with pytest.raises(plait.LimitError, match="second"):
        vm.execute(plait.compile(CATASTROPHIC, "catastrophic.ts"))


def test_choices_have_a_limit() -> None:
    source = """
        try { /(?:a|ab|b)*c/.test("ab".repeat(6_000_000)); } catch (error) { console.log(String(error)); }
        console.log(/b/.test("ab"));
    """
    pieces: list[str] = []
    plait.Vm(write=pieces.append).execute(plait.compile(source, "choices.ts"))
    assert "".join(pieces) == "RangeError: Maximum call stack size exceeded\ntrue\n"


def test_every_unit_of_a_long_pattern_costs_fuel() -> None:
    """A pattern without choices, of which most is matched at every start before it fails."""
    source = 'console.log(new RegExp("a".repeat(1000) + "b").test("a".repeat(3000)));'
    vm = plait.Vm(write=lambda _: None)
    vm.execute(plait.compile(source, "long.ts"))
    assert vm.stats.fuel > 2000 * 1000


def test_a_long_pattern_is_compiled_a_few_times_at_most() -> None:
    """Whenever memory runs out all is done again: room for twice as much is asked for."""
    source = 'new RegExp("a".repeat(60000), "iu");'
    vm = plait.Vm()
    vm.execute(plait.compile(source, "long.ts"))
    assert vm.stats.collections <= 6


@pytest.mark.parametrize("mode", ["interpreter-stress", "auto"])
def test_matches_in_parts_are_the_same_in_every_mode(mode: str) -> None:
    """Matches that take several parts, with choices that outgrow their store."""
    source = """
        const text = "ab".repeat(60_000) + "c";
        console.log(/(?:a|ab|b)*?c|x/.exec(text)?.[0].length, /^(?:a|(b)|c)*$/.test(text));
        console.log(/(?<=(?:b|a)*)c/.exec(text)?.index);
    """
    module = plait.compile(source, "parts.ts")
    results = []
    for options in (MODES["interpreter"], MODES[mode]):
        pieces: list[str] = []
        vm = plait.Vm(plait.VmOptions(**options), write=pieces.append)  # type: ignore[arg-type]
        vm.execute(module)
        results.append(("".join(pieces), vm.stats.fuel))
    assert results[0][0] == "120001 true\n120000\n"
    assert results[1] == results[0]


@pytest.mark.parametrize(
    ("source", "flags", "message"),
    [
        ("(", "", "Invalid regular expression: /(/: Unterminated group"),
        ("a", "gg", "Invalid regular expression flags"),
        ("\\p{Foo}", "u", "Invalid regular expression: /\\p{Foo}/u: Invalid property name"),
        ("\\p{RGI_Emoji}", "v", None),
        ("\\P{RGI_Emoji}", "v", "Invalid regular expression: /\\P{RGI_Emoji}/v: Invalid property name"),
        ("a" * 70_000, "", f"Invalid regular expression: /{'a' * 70_000}/: Regular expression too large"),
        ("(a)" * 20_000, "", None),
        ("[\\p{L}-]" * 500, "u", None),
    ],
)
def test_mistakes_in_literals(source: str, flags: str, message: str | None) -> None:
    assert fault_of(source, flags) == message


def test_a_mistake_in_a_literal_is_a_compile_error_at_its_place() -> None:
    with pytest.raises(plait.CompileError) as raised:
        plait.compile("const unused = () => 1;\nconst pattern = /a**/;\n", "mistake.ts")
    (found,) = raised.value.diagnostics
    assert (found.code, found.span.line) == ("P1011", 2)
    assert "Nothing to repeat" in found.message
