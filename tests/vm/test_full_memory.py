"""Programs that go on with their memory full: collections are paid for, so that the fuel limit ends them."""

from __future__ import annotations

import pytest

import plait

from .running import agree_on, run

NATIVE = ("interpreter", "jit", "auto")
MEMORY = 1 << 24
FUEL = 20_000_000

FILLS_AGAIN = """
const kept: number[][] = [];
let caught = 0;
while (true) {
  try {
    while (true) kept.push([1, 2, 3, 4, 5, 6, 7, 8]);
  } catch (error) {
    caught++;
  }
}
"""

ASKS_FOR_TOO_MUCH = """
const kept: string[] = [];
for (let i = 0; i < 100000; i++) kept.push("text number " + i);
let caught = 0;
while (true) {
  try {
    const never = "x".repeat(100000000);
    console.log(never.length);
  } catch (error) {
    caught++;
    if (caught < 0) console.log(kept.length);
  }
}
"""

THROWS_WHEN_FULL = """
const kept: number[][] = [];
try {
  while (true) kept.push([1]);
} catch (error) {
  // Nothing is given up.
}
let caught = 0;
while (true) {
  try {
    throw new TypeError("again");
  } catch (error) {
    caught++;
    if (caught < 0) console.log(kept.length);
  }
}
"""

FAILING_TASKS = """
const kept: number[][] = [];
try {
  while (true) kept.push([1]);
} catch (error) {
  kept.pop();
}
async function fails(): Promise<number> {
  if (kept.length > 0) throw new Error("no");
  return 1;
}
let caught = 0;
while (true) {
  try {
    await fails();
  } catch (error) {
    caught++;
  }
}
"""

DEEP_WHEN_FULL = """
const kept: number[][] = [];
try {
  while (true) kept.push([1]);
} catch (error) {
  // Nothing is given up.
}
function deep(n: number): number {
  return n === 0 ? kept.length : deep(n - 1) + 1;
}
let caught = 0;
while (true) {
  try {
    caught += deep(5000);
  } catch (error) {
    caught++;
  }
}
"""

PROGRAMS = {
    "fills again": FILLS_AGAIN,
    "asks for too much": ASKS_FOR_TOO_MUCH,
    "throws when full": THROWS_WHEN_FULL,
    "failing tasks": FAILING_TASKS,
    "deep when full": DEEP_WHEN_FULL,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_whose_memory_is_full_ends_by_its_fuel(name: str) -> None:
    module = plait.compile(PROGRAMS[name], name="full.ts")
    used = set()
    for engine in NATIVE:
        vm = plait.Vm(plait.VmOptions(engine=engine, max_memory=MEMORY, max_fuel=FUEL, max_stack_depth=100_000))
        with pytest.raises(plait.LimitError, match="fuel"):
            vm.execute(module)
        used.add((vm.stats.fuel, vm.stats.collections))
        # What a collection costs at most is what the memory holds.
        assert FUEL <= vm.stats.fuel <= FUEL + MEMORY // 64 + 100_000
    assert len(used) == 1


CHURNS = """
let total = 0;
let kept: number[][] = [];
for (let round = 0; round < 40; round++) {
  kept = [];
  for (let i = 0; i < 2000; i++) kept.push([round, i, total]);
  total += kept.length;
}
console.log(total);
"""


def test_a_program_far_from_its_limit_pays_nothing_for_collections() -> None:
    module = plait.compile(CHURNS, name="churns.ts")
    used = {}
    for memory in (1 << 20, 1 << 23, 1 << 29):
        vm = plait.Vm(plait.VmOptions(max_memory=memory), write=lambda text: None)
        vm.execute(module)
        used[memory] = vm.stats.fuel, vm.stats.collections
    assert used[1 << 20][1] > used[1 << 29][1]
    assert len({fuel for fuel, _ in used.values()}) == 1


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_collections_cost_is_the_same_in_all_modes(name: str) -> None:
    module = plait.compile(PROGRAMS[name].replace("100000;", "500;"), name="full.ts")
    ended = agree_on(module, reference=False, max_memory=1 << 17, max_fuel=150_000)
    assert ended.error.startswith("max_fuel")


GOES_ON_FULL = """
const kept: number[][] = [];
for (let i = 0; i < 60000; i++) kept.push([i, i, i, i]);
let n = 0;
while (true) { const a = [1, 2, 3]; n += a.length; }
"""


@pytest.mark.parametrize("suspend", [False, True])
def test_a_collection_that_cannot_be_paid_is_not_begun(suspend: bool) -> None:
    """What is charged exceeds the limit by the charge of a loop's turn, not by that of a collection (21,658)."""
    module = plait.compile(GOES_ON_FULL, "full.ts")
    for budget in range(2_000_000, 3_000_000, 100_000):
        interpreted, compiled = (
            run(module, engine=engine, max_memory=6_200_000, max_fuel=budget, suspend_always=suspend)
            for engine in ("interpreter", "jit")
        )
        assert interpreted == compiled
        assert interpreted.error.startswith("max_fuel: ")
        assert budget < interpreted.fuel <= budget + 100
