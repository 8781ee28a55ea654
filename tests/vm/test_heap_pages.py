"""What of a context's heap stays committed, while it runs and while it rests."""

from __future__ import annotations

import gc
import resource
import sys
from functools import cache
from pathlib import Path

import pytest

import plait
from plait.memory.collector import MINIMUM_GROWTH
from plait.vm.clock import MockClock
from plait.vm.context import VmContext
from plait.vm.heap_pages import HeapPages
from plait.vm.idle_contexts import MAX_SPARE, IdleContexts, give_back, idle_contexts

from .running import ENGINES

MIB = 1 << 20

GARBAGE = """
class Pair { left: Pair | null = null; right: Pair | null = null; }
let kept: Pair[] = [];
function keep(count: number): void { for (let i = 0; i < count; i++) kept.push(new Pair()); }
function drop(): void { kept = []; }
function waste(count: number): number {
  let last = new Pair();
  for (let i = 0; i < count; i++) last = new Pair();
  return kept.length;
}
function texts(count: number): string {
  let made: string[] = [];
  for (let i = 0; i < count; i++) made.push("t" + i);
  return made.join("").slice(-8);
}
function nap(milliseconds: number): Promise<void> { return sleep(milliseconds); }
"""
PAIR = 32
"""Bytes of a pair."""

needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="pages are given back on Linux alone")


@cache
def module() -> plait.Module:
    return plait.compile(GARBAGE, "garbage.ts")


def load(engine: str = "interpreter", **options: object) -> tuple[plait.Vm, VmContext]:
    vm = plait.Vm(plait.VmOptions(engine=engine, **options), clock=MockClock())  # type: ignore[arg-type]
    context = vm.load(module())
    vm.run(context, "main")
    return vm, context


def used(context: VmContext) -> int:
    return context.get("heap_top") - context.get("space_start")


def resident() -> int:
    """Bytes of the process that are in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


@needs_linux
def test_a_running_program_faults_each_page_once() -> None:
    vm, context = load("jit", max_memory=256 * MIB)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    vm.run(context, "keep", [100_000.0])
    vm.run(context, "waste", [4_000_000.0])
    faults = resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
    assert context.get("collections") > 20
    assert faults < 1.2 * context.heap_pages.committed / resource.getpagesize() + 2000


@needs_linux
def test_a_heap_that_has_shrunk_gives_its_pages_back() -> None:
    vm, context = load("jit", max_memory=512 * MIB)
    vm.run(context, "keep", [1_000_000.0])
    vm.run(context, "waste", [2_500_000.0])
    grown, held = context.heap_pages.committed, resident()
    assert grown > 60 * MIB
    vm.run(context, "drop")
    vm.run(context, "waste", [4_000_000.0])
    assert context.heap_pages.committed < 20 * MIB
    assert held - resident() > 40 * MIB


def test_what_is_far_too_much_is_what_lies_beyond_twice_what_was_wanted_lately() -> None:
    """A heap that shrinks for some collections, and grows again, keeps its pages."""
    _, context = load()
    pages = HeapPages(context.memory)
    start = context.get("space_start")

    def collections(count: int, wanted: int) -> int:
        context.set("collections", context.get("collections") + count)
        context.set("heap_end", start + wanted)
        pages.trim()
        return context.get("other_touched")

    context.set("other_touched", 64 * MIB)
    assert collections(1, 60 * MIB) == 64 * MIB
    assert collections(4, 5 * MIB) == 64 * MIB
    assert collections(1, 60 * MIB) == 64 * MIB
    assert collections(4, 5 * MIB) == 64 * MIB
    assert collections(1, 5 * MIB) == int(int(60 * MIB * (7 / 8) ** 4) * 7 / 8)
    assert collections(40, 1 * MIB) == MINIMUM_GROWTH
    assert collections(0, 0) == MINIMUM_GROWTH


@needs_linux
def test_many_resting_contexts_hold_little() -> None:
    gc.collect()
    before = resident()
    made = [load(max_memory=32 * MIB) for _ in range(60)]
    for vm, context in made:
        vm.run(context, "keep", [100.0])
        vm.run(context, "waste", [150_000.0])
    # Each has filled its two spaces with 4 MiB of garbage.
    assert sum(context.heap_pages.committed for _, context in made[:30]) < 8 * MIB
    assert idle_contexts.spare <= MAX_SPARE
    assert resident() - before < MAX_SPARE + 48 * MIB
    for vm, context in made:
        assert vm.run(context, "waste", [1.0]) == 100
        context.close()
    assert idle_contexts.spare <= MAX_SPARE


def test_a_context_that_is_called_again_and_again_keeps_its_pages() -> None:
    vm, context = load("jit")
    vm.run(context, "waste", [500_000.0])
    before = context.heap_pages.committed
    assert before > MINIMUM_GROWTH
    for _ in range(10):
        vm.call_function(context, "waste", [1000.0])
    assert context.heap_pages.committed >= before


def test_the_longest_resting_give_back_first_and_dropped_ones_do_not_count() -> None:
    contexts = IdleContexts()
    made = [load("jit", max_memory=64 * MIB) for _ in range(4)]
    for vm, context in made:
        vm.run(context, "waste", [400_000.0])
        idle_contexts.wake(context)
    spare = made[0][1].heap_pages.spare
    assert spare > MINIMUM_GROWTH
    rested = 0
    while rested < len(made):
        vm, context = made[rested]
        contexts.rest(context, vm.machine)
        rested += 1
    assert contexts.spare == sum(context.heap_pages.spare for _, context in made)
    contexts.wake(made[0][1])
    dropped = made.pop(1)
    del dropped, vm, context
    gc.collect()
    # Many more come to rest: what is left of the first four goes, the one that was woken stays.
    big, filled = load("jit", max_memory=256 * MIB)
    big.run(filled, "waste", [400_000.0])
    filled.set("other_touched", MAX_SPARE - 1)
    contexts.rest(filled, big.machine)
    assert made[0][1].heap_pages.spare == spare
    assert [context.heap_pages.spare for _, context in made[1:]] == [0, 0]
    assert contexts.spare <= MAX_SPARE


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("collect_always", [False, True])
def test_giving_back_between_calls_changes_nothing(engine: str, collect_always: bool) -> None:
    """Neither results nor fuel, also when collections cost: near the memory limit."""
    count = 80.0 if engine == "reference" or collect_always else 60_000.0
    limit = 1 * MIB if count < 1000 else 8 * MIB
    outcomes = []
    for is_given_back in (False, True):
        vm, context = load(engine, collect_always=collect_always, max_memory=limit)
        results: list[object] = []
        for turn in range(6):
            vm.run(context, "keep", [count / 2])
            results += [vm.run(context, "waste", [count]), vm.run(context, "texts", [count / 8]), context.fuel_used]
            if is_given_back:
                vm.machine.compact(context)
                give_back(context, vm.machine)
                assert context.heap_pages.committed == used(context)
            if turn == 3:
                vm.run(context, "drop")
        outcomes.append(results)
    assert outcomes[0] == outcomes[1]


def test_handles_of_a_context_that_has_given_back_are_good() -> None:
    vm = plait.Vm()
    context = vm.load(
        plait.compile(
            "class Box { text: string = 'a' + 1; } function make(): Box { return new Box(); }"
            "function waste(): void { for (let i = 0; i < 5000; i++) new Box(); }"
        )
    )
    box = vm.call_function(context, "make")
    vm.call_function(context, "waste")
    before = used(context)
    give_back(context, vm.machine)
    assert used(context) < before / 10
    assert box.text == "a1"


def test_a_context_that_sleeps_long_keeps_its_objects_alone() -> None:
    for milliseconds, rests in ((100.0, False), (5000.0, True)):
        vm, context = load("jit")
        vm.run(context, "keep", [100.0])
        vm.run(context, "waste", [400_000.0])
        held = context.heap_pages.committed
        assert held > MINIMUM_GROWTH
        vm.run(context, "nap", [milliseconds])
        assert (context.heap_pages.committed < MIB) == rests
        assert vm.run(context, "waste", [1.0]) == 100
