"""What every engine must do alike: deep recursion, preemption, collections in running code, limits, fuel."""

from __future__ import annotations

import pytest

import plait

ENGINES = ("reference", "interpreter", "jit", "auto")
NATIVE = ENGINES[1:]


def run(source: str, engine: str, **options: object) -> tuple[str, plait.Vm]:
    """What a program prints, and the machine that ran it."""
    pieces: list[str] = []
    vm = plait.Vm(plait.VmOptions(engine=engine, **options), write=pieces.append)  # type: ignore[arg-type]
    vm.execute(plait.compile(source, "test.ts"))
    return "".join(pieces), vm


DEEP = """
function f(n: number, a: number, b: number, c: number): number {
  const d = a + 1, e = b + 2, g = c + 3, h = d + e, i = g + h, j = i + n;
  if (n === 0) return 0;
  return f(n - 1, d, e, g) + 1 + (h - d - e) + (i - g - h) + (j - i - n);
}
console.log(f(99998, 1, 2, 3));
try {
  f(99999, 1, 2, 3);
} catch (e) {
  if (e instanceof RangeError) console.log(e.message);
}
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_recursion_to_a_depth_of_100000_and_past_it(engine: str) -> None:
    output, _ = run(DEEP, engine, max_stack_depth=100_000)
    assert output == "99998\nMaximum call stack size exceeded\n"


SPIN = """
async function spin(name: string, n: number): Promise<number> {
  let s = 0;
  for (let i = 0; i < n; i++) {
    s = (s * 31 + i) % 1000003;
    if (i % 1000 === 0) console.log(name);
  }
  return s;
}
const a = spin("a", 4000);
const b = spin("b", 4000);
console.log(await a, await b);
"""


@pytest.mark.parametrize("engine", NATIVE)
def test_two_tasks_interleave_with_the_same_results(engine: str) -> None:
    whole, _ = run(SPIN, engine)
    sliced, vm = run(SPIN, engine, preemption_threshold=5_000)
    assert whole.splitlines()[:8] == ["a"] * 4 + ["b"] * 4
    assert "".join(sliced.splitlines()[:8]).count("ab") > 1
    assert whole.splitlines()[8] == sliced.splitlines()[8]
    assert vm.stats.preemptions > 4


FIVE_DEEP = """
function inner(n: number): number { let s = 0; for (let i = 0; i < n; i++) s += i % 7; return s; }
function d(n: number): number { const k = n * 2; return inner(n) + k; }
function c(n: number): number { const k = n + 3; return d(n) * 2 + k; }
function b(n: number): number { const k: number[] = [n, 1]; return c(n) + k[0] + k[1]; }
function a(n: number): number { return b(n) - 1; }
async function task(n: number): Promise<number> { return a(n); }
const first = task(3000);
const second = task(2000);
console.log(await first, await second);
"""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("stress", [{}, {"suspend_always": True}, {"collect_always": True}])
def test_a_task_preempted_five_frames_deep_goes_on(engine: str, stress: dict[str, bool]) -> None:
    whole, unsliced = run(FIVE_DEEP, engine)
    sliced, vm = run(FIVE_DEEP, engine, preemption_threshold=500, **stress)
    assert sliced == whole
    assert vm.stats.preemptions > 20
    assert vm.stats.fuel == unsliced.stats.fuel


MOVING = """
function grow(rounds: number): number {
  const kept: number[] = [1, 2, 3];
  const names: string[] = ["x"];
  let total = 0;
  for (let i = 0; i < rounds; i++) {
    const fresh: number[] = [i, i + 1];
    fresh.push(kept[i % 3]);
    names[0] = "name" + i;
    total += fresh[2] + fresh.length + names[0].length;
  }
  return total + kept[0] + kept[1] + kept[2];
}
console.log(grow(100000));
"""


@pytest.mark.parametrize("engine", NATIVE)
def test_collections_move_what_running_code_holds(engine: str) -> None:
    output, vm = run(MOVING, engine, max_memory=1 << 20)
    assert output == "1388895\n"
    assert vm.stats.collections > 5


ENDINGS = {
    "throw": "let s = 0; for (let i = 0; i < 500; i++) s += i; throw new Error('end ' + s);",
    "fuel": "let s = 0; while (true) s += 1;",
    "depth": "function f(n: number): number { return f(n + 1) + 1; } f(0);",
    "memory": "const kept: string[] = []; let s = 'x'; while (true) { s += s; kept.push(s); }",
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_programs_that_end_badly_use_the_same_fuel(ending: str) -> None:
    module = plait.compile(ENDINGS[ending], "test.ts")
    seen = set()
    for engine in ENGINES:
        vm = plait.Vm(plait.VmOptions(engine=engine, max_fuel=100_000, max_memory=1 << 20))
        with pytest.raises((plait.GuestError, plait.LimitError)) as caught:
            vm.execute(module)
        seen.add((vm.stats.fuel, str(caught.value), getattr(caught.value, "limit", "")))
    assert len(seen) == 1
    expected = {"throw": "", "fuel": "max_fuel", "depth": "max_stack_depth", "memory": "max_memory"}
    assert seen.pop()[2] == expected[ending]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_machine_goes_on_after_a_limit(engine: str) -> None:
    pieces: list[str] = []
    options = plait.VmOptions(engine=engine, max_fuel=20_000, max_memory=1 << 20)
    vm = plait.Vm(options, write=pieces.append)
    for source in ENDINGS.values():
        with pytest.raises((plait.GuestError, plait.LimitError)):
            vm.execute(plait.compile(source))
        vm.execute(plait.compile("console.log(6 * 7);"))
    assert pieces == ["42\n"] * len(ENDINGS)
