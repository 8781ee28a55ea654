"""Contexts that begin as copies of another."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from functools import cache
from itertools import pairwise
from typing import Any, Final

import pytest

import plait
from plait.vm.clock import MockClock

from .embedded import embedded
from .running import ENGINES

SOURCE: Final = """
let starts = 0;
starts++;
console.log("start");
const table: any = {};
for (let i = 0; i < 500; i++) table["k" + i] = { i, text: "t" + i };
let calls = 0;
export function count() { return [starts, ++calls] }
export function at(k: string) { return table[k] }
export function put(k: string, v: any) { table[k] = v; return Object.keys(table).length }
export function random() { return Math.random() }
export function fail() { throw new TypeError("no") }
let held: any = null;
export function hold(f: any) { held = f }
export function callHeld(x: any) { return held(x) }
function* numbers() { let i = 0; while (true) yield i++ }
const generator = numbers();
export function next() { return generator.next().value }
export function spin() { while (true) put("x", 1) }
export async function nap(ms: number) { await sleep(ms); return calls }
let fired = 0;
export function arm(ms: number) { setTimeout(() => { fired++ }, ms) }
export async function wait(ms: number) { await sleep(ms); return fired }
export function fill(n: number) { const a: any[] = []; for (let i = 0; i < n; i++) a.push({ i }); return a.length }
"""


@cache
def module() -> plait.Module:
    return plait.compile(SOURCE, "forked.ts")


def load(engine: str = "interpreter", **options: Any) -> tuple[plait.Vm, plait.VmContext]:
    written: list[str] = []
    vm = plait.Vm(plait.VmOptions(engine=engine, **options), write=written.append, clock=MockClock())
    context = vm.load(module())
    assert context.call("count") == [1, 1]
    assert written == ["start\n"]
    return vm, context


@pytest.mark.parametrize("engine", ENGINES)
def test_a_fork_goes_on_by_itself(engine: str) -> None:
    _, context = load(engine)
    first, second = context.fork(), context.fork()
    assert [item.call("count") for item in (first, first, second, context)] == [[1, 2], [1, 3], [1, 2], [1, 2]]
    first.call("put", "k1", [1])
    second.call("put", "new", 1)
    assert (first.call("at", "k1"), second.call("at", "k1")) == ([1], {"i": 1, "text": "t1"})
    assert [item.call("put", "k0", 1) for item in (context, first, second)] == [500, 500, 501]
    third = first.fork()
    context.close()
    first.close()
    assert third.call("count") == [1, 4]
    assert third.call("at", "k499") == {"i": 499, "text": "t499"}
    assert third.call("fill", 500 if engine == "reference" else 50_000) > 0
    assert third.call("at", "k498") == {"i": 498, "text": "t498"}
    third.close()
    assert second.call("count") == [1, 3]


def test_what_has_changed_is_forked_and_quick_calls_are_changes() -> None:
    vm = plait.Vm(write=lambda _: None)
    context = vm.load(module())
    count = context.prepare("count")
    assert count() == [1, 1]
    for number in range(2, 8):
        assert [context.fork().call("count") for _ in range(2)] == [[1, number]] * 2
        assert count() == [1, number]
    fork = context.fork()
    quick = fork.prepare("count")
    assert [quick()[1] for _ in range(3)] == [8, 9, 10]
    assert count() == [1, 8]


@pytest.mark.parametrize("engine", ENGINES)
def test_before_anything_has_run(engine: str) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine), write=lambda _: None)
    context = vm.load(module())
    fork = context.fork()
    assert [fork.call("count"), fork.call("count"), context.call("count")] == [[1, 1], [1, 2], [1, 1]]


@pytest.mark.parametrize("engine", ENGINES)
def test_what_waits_is_copied(engine: str) -> None:
    _, context = load(engine)
    assert [context.call("next") for _ in range(3)] == [0, 1, 2]
    context.call("arm", 50)
    fork = context.fork()
    assert [fork.call("next"), fork.call("next"), context.call("next")] == [3, 4, 3]
    assert fork.call("wait", 100) == 1
    assert fork.call("wait", 100) == 1
    assert context.call("wait", 100) == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_functions_and_handles(engine: str) -> None:
    _, context = load(engine)
    given: list[Any] = []

    def double(x: int) -> int:
        given.append(x)
        return x * 2

    context.call("hold", double)
    handle = context.call("at", "k7", copy=False)
    fork = context.fork()
    assert [fork.call("callHeld", 4), context.call("callHeld", 5), given] == [8, 10, [4, 5]]
    with pytest.raises(ValueError, match="another context"):
        fork.call("put", "k7", handle)
    for number in range(40):
        mine = fork.call("at", f"k{number}", copy=False)
        mine["i"] = -number
    assert (handle["i"], context.call("at", "k7")["i"], fork.call("at", "k7")["i"]) == (7, 7, -7)
    fork.call("hold", lambda x: x + 1)
    assert (fork.call("callHeld", 1), context.call("callHeld", 1)) == (2, 2)
    assert fork.exports["at"]("k3") == {"i": -3, "text": "t3"}
    with pytest.raises(plait.GuestError, match="no"):
        fork.call("fail")


def test_random_numbers_and_fuel() -> None:
    _, context = load(max_fuel=10_000_000)
    assert len({item.call("random") for item in (context, context.fork(), context.fork())}) == 3
    used = context.fuel_used
    fork = context.fork()
    assert fork.fuel_used == 0
    with pytest.raises(plait.LimitError, match="max_fuel"):
        fork.call("spin")
    assert fork.fuel_used >= 10_000_000
    assert context.fuel_used == used
    _, seeded = load(random_seed=7)
    assert seeded.fork().call("random") == seeded.call("random")


def test_what_a_limit_has_ended_can_be_forked() -> None:
    _, context = load()
    for options in ({"fuel": 100_000}, {"timeout": 0.0}):
        with pytest.raises(plait.LimitError):
            context.call("spin", **options)
    assert context.fork().call("count") == [1, 2]


def test_programs_compiled_by_types() -> None:
    vm = plait.Vm()
    vm.function("ask", "(f64) -> f64")(lambda x: x)
    vm.function("show", "(any) -> any")(lambda x: x)
    context = vm.load(embedded())
    assert vm.call_function(context, "same_f64", (2.5,)) == 2.5
    task = vm.spawn_task("double_later", (4.0,))
    fork = vm.fork(context)
    assert vm.contexts.last is fork
    vm.run_tasks()
    assert vm.call_function(fork, "same_words", (["a", "b"],)) == ["a", "b"]
    with pytest.raises(KeyError):
        vm.task_result(task)
    fork.close()
    assert vm.task_result(task) == plait.Preempted()


def test_what_cannot_be_forked() -> None:
    vm = plait.Vm(write=lambda _: None)
    context = vm.load(module())
    found: list[str] = []

    def fork(_: Any) -> None:
        with pytest.raises(plait.PlaitError) as caught:
            context.fork()
        found.append(str(caught.value))

    context.call("hold", fork)
    context.call("callHeld", 1)

    async def awaited() -> None:
        task = asyncio.ensure_future(context.call_async("nap", 50))
        await asyncio.sleep(0.01)
        fork(1)
        await task

    asyncio.run(awaited())
    assert found == [
        "the context cannot be forked: it is running; fork it when that has ended",
        "the context cannot be forked: something of it is awaited in an event loop; fork it when that has ended",
    ]
    assert context.fork().call("count") == [1, 1]

    async def of_fork() -> Any:
        return await context.fork().call_async("count")

    assert asyncio.run(of_fork()) == [1, 1]
    context.close()
    with pytest.raises(plait.PlaitError, match="closed"):
        context.fork()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_many_forks_leave_nothing_behind() -> None:
    vm = plait.Vm(write=lambda _: None)
    context = vm.load(module())
    context.call("count")

    def use(count: int) -> tuple[int, int, int]:
        for _ in range(count):
            fork = context.fork()
            assert fork.call("count") == [1, 2]
            fork.close()
        gc.collect()
        with open("/proc/self/statm") as file:
            size, resident, *_ = map(int, file.read().split())
        return size, resident, len(os.listdir("/proc/self/fd"))

    # What other tests have left to be compiled grows as well, but not in every round.
    rounds = [use(count) for count in (50, 200, 200, 200)]
    grown = [[after - before for before, after in zip(*pair, strict=True)] for pair in pairwise(rounds)]
    pages, resident, descriptors = (min(column) for column in zip(*grown, strict=True))
    assert pages < 2000
    assert resident < 350
    assert descriptors <= 0


@pytest.mark.parametrize("option", ["collect_always", "check_heap", "forge_frames"])
def test_stress(option: str) -> None:
    _, context = load("interpreter", **{option: True})
    fork = context.fork()
    assert fork.call("next") == 0
    assert fork.call("put", "k3", {"a": [1]}) == 500
    assert fork.call("at", "k3") == {"a": [1]}
    assert context.call("at", "k3") == {"i": 3, "text": "t3"}
