"""Regular expressions: random ones against Node, limits within a match, what front end and machine say of mistakes."""

from __future__ import annotations

import pytest
from fuzz.regexp import differences

import plait
from plait.native.pattern_faults import fault_of

CATASTROPHIC = 'const found = /(?:a+)+b/.test("a".repeat(60)); console.log(found);'


@pytest.mark.parametrize("engine", ["interpreter", "jit"])
def test_random_patterns_match_as_in_node(engine: str) -> None:
    assert differences(range(600), engine) == []


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


def test_tasks_take_turns_within_matches() -> None:
    """Both tasks match with one pattern, and are preempted within."""
    source = """
        const pattern = /(?:a|ab|b)*?c|x/;
        const results: string[] = [];
        async function search(name: string, text: string): Promise<void> {
          const found = pattern.exec(text);
          results.push(name + (found ? found[0].length : "none"));
        }
        await Promise.all([search("first", "ab".repeat(3000) + "c"), search("second", "ba".repeat(2000) + "c")]);
        console.log(results.sort().join());
    """
    module = plait.compile(source, "turns.ts")
    outputs = []
    for threshold in (None, 500):
        pieces: list[str] = []
        vm = plait.Vm(plait.VmOptions(preemption_threshold=threshold), write=pieces.append)
        vm.execute(module)
        outputs.append("".join(pieces))
    assert outputs == ["first6001,second4001\n"] * 2


@pytest.mark.parametrize(
    ("source", "flags", "message"),
    [
        ("(", "", "Invalid regular expression: /(/: Unterminated group"),
        ("a", "gg", "Invalid regular expression flags"),
        ("\\p{Foo}", "u", "Invalid regular expression: /\\p{Foo}/u: Invalid property name"),
        (
            "\\p{RGI_Emoji}",
            "v",
            "Invalid regular expression: /\\p{RGI_Emoji}/v: Properties of strings are not supported",
        ),
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
