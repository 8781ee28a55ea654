"""Searching strings takes time and fuel that grow with their lengths, stops for limits, and can be interrupted."""

from __future__ import annotations

import random

import pytest

import plait

PROGRAM = """
export function first(text: string, part: string, at: number): number { return text.indexOf(part, at); }
export function last(text: string, part: string, at: number): number { return text.lastIndexOf(part, at); }
export function has(text: string, part: string, at: number): boolean { return text.includes(part, at); }
"""
ALPHABETS = ("a", "ab", "aab", "a\u03a9", "\u03a9a", "\u03a9\u03a8")

OPERATIONS = (
    "h.indexOf(q)",
    "h.lastIndexOf(p)",
    "h.includes(q)",
    "h.split(q)",
    "h.replace(q, '')",
    "h.replaceAll(q, '')",
)


def periodic(source: random.Random, alphabet: str, length: int) -> str:
    """A text that repeats itself, but for a few places."""
    unit = "".join(source.choice(alphabet) for _ in range(source.randint(1, 9)))
    units = list((unit * length)[:length])
    for _ in range(source.randint(0, 3)):
        units[source.randrange(length)] = source.choice(alphabet)
    return "".join(units)


@pytest.mark.parametrize("engine", ["interpreter", "jit"])
def test_periodic_texts(engine: str) -> None:
    """The same as Python, for parts that nearly match in many places."""
    vm = plait.Vm(plait.VmOptions(engine=engine))
    context = vm.load(plait.compile(PROGRAM, "search.ts"))
    source = random.Random(engine)
    for _ in range(500):
        alphabet = source.choice(ALPHABETS)
        length = source.choice((1, 5, 20, 200, 3000))
        text = periodic(source, alphabet, length)
        at = source.randrange(length)
        size = source.randint(1, length - at)
        part = periodic(source, alphabet, size) if source.random() < 0.3 else text[at : at + size]
        part = source.choice(("", source.choice(alphabet))) + part + source.choice(("", source.choice(alphabet)))
        found = text.find(part, at), text.rfind(part, 0, at + len(part)), text.find(part, at) >= 0
        given = tuple(vm.run(context, name, [text, part, at]) for name in ("first", "last", "has"))
        assert given == found, (text, part, at)


def run(operation: str, length: int, **options: object) -> plait.Vm:
    """A search in a text for a part of half its length that nearly occurs everywhere."""
    half = length // 2
    texts = f"const h = 'a'.repeat({length}); const q = 'a'.repeat({half}) + 'b'; const p = 'b' + h.slice({half});"
    vm = plait.Vm(plait.VmOptions(**options))  # type: ignore[arg-type]
    vm.execute(plait.compile(f"{texts} {operation};", "search.ts"))
    return vm


@pytest.mark.parametrize("operation", OPERATIONS)
def test_fuel_is_linear(operation: str) -> None:
    """Twice as long texts cost twice as much."""
    small, large = (run(operation, length).stats.fuel for length in (200_000, 400_000))
    assert large < 2.2 * small


@pytest.mark.parametrize("operation", OPERATIONS)
def test_fuel_limit(operation: str) -> None:
    """A search that is not paid for ends."""
    with pytest.raises(plait.LimitError) as caught:
        run(operation, 2_000_000, max_fuel=1_000_000)
    assert caught.value.limit == "max_fuel"


TASKS = """
const text = "a".repeat(300000);
async function work(part: string, name: string): Promise<void> {
  for (let i = 0; i < 3; i++) console.log(name, text.indexOf(part), text.lastIndexOf(part), text.includes(part));
}
const half = "a".repeat(150000);
await Promise.all([work(half + "b", "first"), work("b" + half, "second"), work("a".repeat(299999), "third")]);
"""


@pytest.mark.parametrize("threshold", [None, 10_000, 3_000_000])
def test_tasks_search_in_turn(threshold: int | None) -> None:
    """Tasks that are preempted in the middle of their searches go on with their own; so they do after collections."""
    module = plait.compile(TASKS, "tasks.ts")
    results = set()
    for options in (
        {"engine": "interpreter"},
        {"engine": "jit"},
        {"engine": "jit", "suspend_always": True},
        {"engine": "interpreter", "collect_always": True},
    ):
        lines: list[str] = []
        vm = plait.Vm(plait.VmOptions(preemption_threshold=threshold, **options), write=lines.append)
        vm.execute(module)
        results.add(("".join(lines), vm.stats.fuel))
    assert len(results) == 1
    lines_ = next(iter(results))[0].splitlines()
    assert sorted(lines_) == sorted(3 * ["first -1 -1 false", "second -1 -1 false", "third 0 1 true"])


THROWING = """
const text = "a".repeat(1000);
const long = "b".repeat(4000000);
let caught = 0;
for (let i = 0; i < 20; i++) {
  try {
    text.replaceAll("a", long);
  } catch (error) {
    caught++;
  }
}
console.log(caught);
"""


def test_work_before_an_error_is_charged() -> None:
    """What was done before an error was thrown costs fuel, the same in every engine."""
    module = plait.compile(THROWING, "throwing.ts")
    fuels = set()
    for options in ({"engine": "interpreter"}, {"engine": "jit"}, {"engine": "jit", "suspend_always": True}):
        vm = plait.Vm(plait.VmOptions(**options), write=lambda _: None)
        vm.execute(module)
        fuels.add(vm.stats.fuel)
    assert len(fuels) == 1
    assert min(fuels) > 20 * 1000
