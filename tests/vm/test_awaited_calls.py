"""Awaited calls: their limits, what ends them, and that those which wait for nothing are quick."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from functools import cache
from typing import Any, Final

import pytest

import plait

SOURCE: Final = """
declare function answer(): Promise<number>;
export async function later(x: any) { await null; await null; return [x] }
export function now(x: any) { return { x } }
export async function fails() { await null; throw new RangeError("no") }
export function throws(): any { throw new TypeError("at once") }
export async function asks() { return 1 + (await answer()) }
export async function spins() { await null; while (true) {} }
export function spinsNow() { while (true) {} }
export async function hops() { while (true) await null }
export async function naps(n: number) { await sleep(n); return n }
export async function naggs() { while (true) await sleep(1) }
export async function prints() { while (true) { console.log("spam"); await null } }
export function big() { const n = 10n ** 30n; return Promise.resolve(new Map([[n, new Date(0)]])) }
"""


@cache
def module() -> plait.Module:
    return plait.compile(SOURCE, "awaited.ts")


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 60))


def make(**options: Any) -> plait.VmContext:
    vm = plait.Vm(plait.VmOptions(**options), write=lambda text: None)

    @vm.function
    async def answer() -> int:
        await asyncio.sleep(0.01)
        return 41

    return vm.load(module())


@pytest.mark.parametrize("engine", ["auto", "interpreter"])
def test_results(engine: str) -> None:
    async def work() -> None:
        context = make(engine=engine)
        for turn in range(20):
            assert await context.call_async("later", turn) == [turn]
            assert await context.call_async("now", {"a": [turn]}) == {"x": {"a": [turn]}}
            with pytest.raises(plait.GuestError, match="RangeError: no"):
                await context.call_async("fails")
            with pytest.raises(plait.GuestError, match="TypeError: at once"):
                await context.call_async("throws")
            assert await context.call_async("asks") == 42
            assert await context.call_async("naps", 2) == 2
            assert list(await context.call_async("big")) == [10**30]
            assert await asyncio.gather(*(context.call_async("later", n) for n in range(5))) == [[n] for n in range(5)]

    run(work())


def test_a_call_that_waits_for_nothing_is_quick() -> None:
    async def work() -> None:
        context = make()
        best = 1.0
        for _ in range(60):
            begun = time.perf_counter()
            for _ in range(50):
                await context.call_async("later", 1)
            best = min(best, (time.perf_counter() - begun) / 50)
        assert best < 0.0002

    run(work())


@pytest.mark.parametrize("name", ["spins", "spinsNow", "hops", "naggs"])
def test_fuel(name: str) -> None:
    async def work() -> None:
        context = make()
        for _ in range(3):
            with pytest.raises(plait.LimitError, match="fuel is 200000") as caught:
                await context.call_async(name, fuel=200_000)
            assert caught.value.limit == "fuel"
            used = context.fuel_used
            assert await context.call_async("later", 1, fuel=100_000) == [1]
            assert context.fuel_used - used < 100_000
        assert await context.call_async("asks", fuel=100_000) == 42

    run(work())


def test_fuel_ends_only_the_call_that_has_used_its_own() -> None:
    async def work() -> None:
        context = make()
        assert await context.call_async("now", 1) == {"x": 1}
        naps = asyncio.ensure_future(context.call_async("naps", 300))
        asks = asyncio.ensure_future(context.call_async("asks", fuel=100_000_000))
        await asyncio.sleep(0)
        with pytest.raises(plait.LimitError, match="fuel is 300000"):
            await context.call_async("naggs", fuel=300_000)
        assert (await naps, await asks) == (300, 42)

    run(work())


def test_limits_that_are_none() -> None:
    async def work() -> None:
        context = make()
        with pytest.raises(TypeError, match="fuel must be an int"):
            await context.call_async("now", 1, fuel=1.5)  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="timeout must be from 0"):
            await context.call_async("now", 1, timeout=-1)
        with pytest.raises(plait.LimitError):
            await context.call_async("spins", timeout=0)

    run(work())


TOP_LEVELS: Final = {
    "endless": "while (true) {} export function f() { return 1 }",
    "waits": "await sleep(1e6); export function f() { return 1 }",
}


@pytest.mark.parametrize("source", TOP_LEVELS.values(), ids=TOP_LEVELS)
def test_the_top_level_is_within_the_limits_of_the_call(source: str) -> None:
    async def work() -> None:
        top = plait.compile(source, "top.ts")
        for options, limits in (({}, {"timeout": 0.1}), ({"max_seconds": 0.1}, {})):
            context = plait.Vm(plait.VmOptions(**options)).load(top)  # type: ignore[arg-type]
            begun = time.perf_counter()
            other = asyncio.ensure_future(context.call_async("f", timeout=5))
            with pytest.raises(plait.LimitError, match=r"is 0\.1"):
                await context.call_async("f", **limits)  # type: ignore[arg-type]
            assert time.perf_counter() - begun < 2
            # `max_seconds` is for both, and either may be over first.
            with pytest.raises(plait.PlaitError, match=r"has failed|max_seconds is 0\.1"):
                await other

    run(work())


WHOLE: Final = {
    "endless": "export {}; while (true) {}",
    "timers": "export {}; setInterval(() => {}, 1);",
    "busy timers": "export {}; setInterval(() => { for (let i = 0; i < 1e5; i++) {} }, 1);",
    "endless timer": "export {}; setTimeout(() => { while (true) {} }, 1);",
}


@pytest.mark.parametrize("source", WHOLE.values(), ids=WHOLE)
def test_limits_of_whole_programs(source: str) -> None:
    async def work() -> None:
        program = plait.compile(source, "whole.ts")
        vm = plait.Vm()
        begun = time.perf_counter()
        with pytest.raises(plait.LimitError, match=r"timeout is 0\.1"):
            await vm.execute_async(program, timeout=0.1)
        assert time.perf_counter() - begun < 3
        with pytest.raises(plait.LimitError, match="fuel is 50000"):
            await vm.execute_async(program, fuel=50_000, timeout=20)
        context = vm.load(program)
        with pytest.raises(plait.LimitError, match=r"timeout is 0\.1"):
            await context.run_async(timeout=0.1)

    run(work())


def test_running_a_context_from_a_loop() -> None:
    async def work() -> None:
        printed: list[str] = []
        vm = plait.Vm(write=printed.append)
        source = "console.log('top'); setTimeout(() => console.log('late'), 5); export function f() { return 1 }"
        context = vm.load(plait.compile(source, "run.ts"))
        await context.run_async()
        assert printed == ["top\n", "late\n"]
        await context.run_async()
        assert printed == ["top\n", "late\n"]
        assert await context.call_async("f") == 1
        typed = vm.load(plait.compile("await sleep(1); return 3", "typed.ts"))
        assert await typed.run_async(timeout=5) == 3

    run(work())


PRINTING: Final = """
export async function prints() { while (true) { console.log("spam"); await null } }
export async function printsNow() { console.log("spam"); return 1 }
export async function later(x: any) { await null; return [x] }
"""


class FullError(Exception):
    """No more output is taken."""


def test_an_exception_of_who_writes_the_output_ends_the_call() -> None:
    written: list[str] = []

    def write(text: str) -> None:
        written.append(text)
        if len(written) > 3:
            raise FullError

    async def work() -> None:
        vm = plait.Vm(write=write)
        context = vm.load(plait.compile(PRINTING, "out.ts"))
        for name in ("prints", "prints", "printsNow"):
            with pytest.raises(FullError):
                await context.call_async(name, timeout=20)
        written.clear()
        assert await context.call_async("later", 1) == [1]

    run(work())


@pytest.mark.parametrize("name", ["spins", "spinsNow", "hops", "naggs", "naps", "asks"])
def test_closing_while_something_is_awaited(name: str) -> None:
    async def work() -> None:
        context = make()
        assert await context.call_async("now", 1) == {"x": 1}
        waits = asyncio.ensure_future(context.call_async(name, 1_000_000))
        await asyncio.sleep(0.005)
        context.close()
        with pytest.raises(plait.PlaitError, match="has been closed"):
            await asyncio.wait_for(waits, 5)
        for _ in range(100):
            if context.is_closed:
                break
            await asyncio.sleep(0.02)
        assert context.is_closed
        with pytest.raises(plait.PlaitError, match="closed"):
            await context.call_async("now", 1)

    run(work())


@pytest.mark.parametrize("name", ["spins", "spinsNow", "hops", "naggs", "prints"])
def test_a_context_can_be_closed_when_a_limit_has_ended_its_call(name: str) -> None:
    async def work() -> None:
        for _ in range(3):
            context = make(max_seconds=0.05)
            try:
                with pytest.raises(plait.LimitError):
                    await context.call_async(name)
            finally:
                context.close()

    run(work())


def test_without_a_loop_of_asyncio_it_is_said_what_to_do() -> None:
    context = make()
    for awaited in (context.call_async("later", 1), context.run_async()):
        with pytest.raises(plait.PlaitError, match=r"needs an event loop of asyncio.*trio\.to_thread"):
            awaited.send(None)
    assert context.call("later", 1) == [1]


def test_under_trio_threads_call() -> None:
    trio = pytest.importorskip("trio")
    context = make()

    async def work() -> None:
        with pytest.raises(plait.PlaitError, match=r"trio\.to_thread"):
            await context.call_async("later", 1)
        assert await trio.to_thread.run_sync(context.call, "later", 1) == [1]
        # An asynchronous function of the host runs in a loop of that thread.
        assert await trio.to_thread.run_sync(context.call, "asks") == 42

    trio.run(work)
