"""Programs run in an event loop of asyncio, which goes on meanwhile."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
from collections.abc import AsyncIterator, Coroutine
from typing import Any, Final

import pytest

import plait

from .running import ENGINES

SOURCE: Final = """
declare function fetchPrice(name: string): Promise<any>;
export async function prices(names: string[]) { return Promise.all(names.map((name) => fetchPrice(name))) }
export async function guarded(name: string) {
  try { return await fetchPrice(name) } catch (e: any) { return e.name + " " + e.message }
}
export async function nap(ms: number) {
  try { await sleep(ms) } finally { await sleep(1); console.log("finally") }
  return "slept";
}
export function spin() { while (true) {} }
export async function spinLater() { await sleep(1); while (true) {} }
export async function spinFinally() { try { await sleep(10000) } finally { while (true) {} } }
export function f(x: any) { return [x] }
export async function* count(n: number) {
  try { for (let i = 0; i < n; i++) { await sleep(1); yield { i } } } finally { console.log("closed") }
}
export async function sum(values: AsyncIterable<number>) {
  let s = 0;
  for await (const x of values) { s += x; if (s > 5) break }
  return s;
}
export async function fails() { await null; throw new RangeError("no") }
export async function calls(g: (x: number) => Promise<number>) { return (await g(1)) + (await g(2)) }
export function never() { return new Promise(() => {}) }
export function lonely() { Promise.reject(new Error("nobody handles this")); return 1 }
"""


class World:
    """A machine with an asynchronous function, and what has happened."""

    def __init__(self, **options: Any) -> None:
        self.log: list[str] = []
        self.vm = plait.Vm(plait.VmOptions(**options), write=lambda text: self.log.extend(text.splitlines()))

        @self.vm.function("fetchPrice")
        async def fetch_price(name: str) -> object:
            self.log.append(f"begin {name}")
            await asyncio.sleep(0.02)
            self.log.append(f"end {name}")
            if name == "bad":
                raise KeyError(name)
            return {"name": name, "price": len(name)}


MODULES: Final[dict[str, plait.Module]] = {}


def module() -> plait.Module:
    if not MODULES:
        MODULES["prices.ts"] = plait.compile(SOURCE, "prices.ts")
    return MODULES["prices.ts"]


async def warm(context: plait.VmContext) -> None:
    """Let the top level run, and what is made when it is first needed be there: the text of a trace."""
    await context.call_async("f", 1)
    with pytest.raises(plait.LimitError):
        await context.call_async("spin", timeout=0.01)


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 60))


@pytest.mark.parametrize("engine", sorted({*ENGINES} - {"reference"}))
def test_calls_of_the_host_are_in_flight_together(engine: str) -> None:
    async def work() -> None:
        world = World(engine=engine)
        context = world.vm.load(module())
        expected = [{"name": name, "price": len(name)} for name in ("a", "bb", "ccc")]
        assert await context.call_async("prices", ["a", "bb", "ccc"]) == expected
        assert world.log == ["begin a", "begin bb", "begin ccc", "end a", "end bb", "end ccc"]
        assert await context.call_async("guarded", "bad") == "KeyError 'bad'"
        with pytest.raises(plait.GuestError, match="KeyError: 'bad'") as caught:
            await context.call_async("prices", ["bad"])
        assert isinstance(caught.value.__cause__, KeyError)
        assert await context.call_async("f", {"a": 1}) == [{"a": 1}]
        assert context.call("f", 1) == [1]
        with pytest.raises(plait.GuestError, match="RangeError: no"):
            await context.call_async("fails")

    run(work())


def test_many_calls_of_one_context_and_of_many() -> None:
    async def work() -> None:
        world = World()
        contexts = [world.vm.load(module()) for _ in range(10)]
        calls = [context.call_async("prices", [str(n)]) for context in contexts for n in range(10)]
        found = await asyncio.gather(*calls)
        assert [item[0]["name"] for item in found] == [str(n) for _ in contexts for n in range(10)]

    run(work())


def test_cancelling_runs_finally() -> None:
    async def work() -> None:
        world = World()
        context = world.vm.load(module())
        await warm(context)
        task = asyncio.create_task(context.call_async("nap", 10_000))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert world.log == ["finally"]
        assert await context.call_async("nap", 1) == "slept"

    run(work())


@pytest.mark.parametrize("name", ["spin", "spinLater", "never", "spinFinally", "nap"])
def test_timeouts(name: str) -> None:
    async def work() -> None:
        world = World()
        context = world.vm.load(module())
        await warm(context)
        begun = time.perf_counter()
        with pytest.raises(plait.LimitError, match=r"timeout is 0\.1") as caught:
            await context.call_async(name, 10_000, timeout=0.1)
        assert caught.value.limit == "timeout"
        assert time.perf_counter() - begun < (2.0 if name == "spinFinally" else 0.9)
        assert await context.call_async("f", 1) == [1]
        assert await context.call_async("prices", ["a"]) == [{"name": "a", "price": 1}]

    run(work())


def test_a_busy_program_does_not_starve_the_loop() -> None:
    async def work() -> None:
        world = World()
        context = world.vm.load(module())
        await warm(context)
        busy = asyncio.create_task(context.call_async("spin", timeout=0.4))
        await asyncio.sleep(0.05)
        with pytest.raises(plait.PlaitError, match="running in the background"):
            context.call("f", 1)
        longest, last = 0.0, time.perf_counter()
        while not busy.done():
            await asyncio.sleep(0.001)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
        assert longest < 0.2
        assert isinstance(busy.exception(), plait.LimitError)
        busy = asyncio.create_task(context.call_async("spin"))
        await asyncio.sleep(0.05)
        busy.cancel()
        with pytest.raises(asyncio.CancelledError):
            await busy
        assert context.call("f", 1) == [1]
        busy = asyncio.create_task(context.call_async("spin"))
        await asyncio.sleep(0.05)
        assert context.interrupt()
        with pytest.raises(plait.InterruptError):
            await busy

    run(work())


def test_iterables_go_both_ways() -> None:
    closed: list[str] = []

    async def numbers() -> AsyncIterator[int]:
        try:
            for number in range(100):
                yield number
        finally:
            closed.append("numbers")

    async def work() -> None:
        world = World()
        context = world.vm.load(module())
        count = (await context.call_async("count", 3, copy=False)).__aiter__()
        assert [item async for item in count] == [{"i": 0}, {"i": 1}, {"i": 2}]
        iterator = (await context.call_async("count", 1000, copy=False)).__aiter__()
        assert await anext(iterator) == {"i": 0}
        await iterator.aclose()
        assert world.log == ["closed", "closed"]
        assert await context.call_async("sum", numbers()) == 6
        assert closed == ["numbers"]

    run(work())


def test_promises_and_functions_as_values() -> None:
    async def double(x: int) -> int:
        await asyncio.sleep(0.001)
        return 2 * x

    async def work() -> None:
        world = World()
        context = world.vm.load(module())
        assert await context.call_async("calls", double) == 6
        promise = await context.call_async("f", 1)
        assert promise == [1]
        nap = context.exports["nap"]
        assert await context.call_async("f", nap) == [nap]

    run(work())


def test_whole_programs() -> None:
    async def work() -> None:
        world = World()
        script = """
        declare function fetchPrice(name: string): Promise<{ price: number }>;
        const first = await fetchPrice("abc");
        setTimeout(() => console.log("late"), 20);
        return { total: first.price + (await fetchPrice("de")).price };
        """
        script_module = plait.compile(script, "script.ts")
        assert await world.vm.execute_async(script_module) == {"total": 5}
        assert world.log[-1] == "late"
        many = await asyncio.gather(*(world.vm.execute_async(script_module) for _ in range(10)))
        assert many == [{"total": 5}] * 10
        assert await world.vm.execute_async(plait.compile("await sleep(10); return 3", "typed.ts")) == 3
        with pytest.raises(plait.LimitError, match="timeout"):
            await world.vm.execute_async(plait.compile("while (true) {}", "spin.ts"), timeout=0.1)
        with pytest.raises(plait.GuestError, match="RangeError: bad"):
            await world.vm.execute_async(plait.compile("export {}; await null; throw new RangeError('bad')", "bad.ts"))

    run(work())


def test_the_top_level_is_awaited_once() -> None:
    async def work() -> None:
        world = World()
        source = "let n = 0; await sleep(20); n = 1; console.log('ready'); export function f() { return n }"
        context = world.vm.load(plait.compile(source, "slow.ts"))
        assert await asyncio.gather(*(context.call_async("f") for _ in range(3))) == [1, 1, 1]
        assert (world.log, context.call("f")) == (["ready"], 1)
        context = world.vm.load(plait.compile("export function f() {} throw new RangeError('bad')", "bad.ts"))
        with pytest.raises(plait.GuestError, match="RangeError: bad"):
            await context.call_async("f")
        with pytest.raises(plait.PlaitError, match="has failed"):
            await context.call_async("f")

    run(work())


def test_a_rejection_that_nobody_handles() -> None:
    async def work() -> None:
        world = World()
        context = world.vm.load(module())
        seen: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda loop, found: seen.append(found))
        assert await context.call_async("lonely") == 1
        await asyncio.sleep(0.02)
        assert [str(item["exception"]) for item in seen] == ["Error: nobody handles this"]
        assert await context.call_async("f", 1) == [1]

    run(work())


def test_asynchronous_functions_without_a_loop() -> None:
    world = World()
    context = world.vm.load(module())
    assert context.call("prices", ["a"]) == [{"name": "a", "price": 1}]
    assert context.call("guarded", "bad") == "KeyError 'bad'"


def test_loops_one_after_the_other() -> None:
    world = World()
    context = world.vm.load(module())
    for _ in range(3):
        assert asyncio.run(context.call_async("f", 1)) == [1]


def test_nothing_is_left() -> None:
    async def work() -> None:
        world = World()
        for _ in range(30):
            context = world.vm.load(module())
            await context.call_async("prices", ["a"])
            context.close()
        await asyncio.sleep(0.05)
        assert len(asyncio.all_tasks()) == 2
        context = world.vm.load(module())
        waits = asyncio.create_task(context.call_async("nap", 10_000))
        await asyncio.sleep(0.02)
        context.close()
        with pytest.raises(plait.PlaitError, match="has been closed"):
            await waits

    threads = threading.active_count()
    run(work())
    gc.collect()
    assert threading.active_count() <= threads + 8


ENDLESS: Final = """
declare function answer(): Promise<number>;
let turns = 0;
export async function waits() { const a = await answer(); await null; return a + (await answer()) }
export function endless() { const g = (): any => { turns++; return Promise.resolve().then(g) }; return g() }
export function read() { return turns }
export async function later() { await null; return turns }
"""


def test_what_a_timeout_has_ended_neither_goes_on_nor_takes_others_with_it() -> None:
    machine = plait.Vm()

    @machine.function
    async def answer() -> int:
        await asyncio.sleep(0.2)
        return 21

    context = machine.load(plait.compile(ENDLESS, "endless.ts"))

    async def run() -> None:
        assert await context.call_async("read") == 0
        for _ in range(3):
            with pytest.raises(plait.LimitError):
                await context.call_async("endless", timeout=0.05)
            turns = await context.call_async("read", timeout=5)
            assert await context.call_async("later", timeout=5) == turns
        waiting = asyncio.ensure_future(context.call_async("waits", timeout=20))
        await asyncio.sleep(0.05)
        with pytest.raises(plait.LimitError):
            await context.call_async("endless", timeout=0.05)
        assert await waiting == 42

    asyncio.run(run())


CHAINS: Final = """
let turns = 0;
const f = (): any => { turns++; return Promise.resolve().then(f) };
export function endless() { f(); f(); return f() }
export async function hops(n: number) { for (let i = 0; i < n; i++) await null; return n }
export function read() { return turns }
"""


def test_wherever_the_program_is_when_a_time_is_over_only_that_call_is_given_up() -> None:
    machine = plait.Vm()
    context = machine.load(plait.compile(CHAINS, "chains.ts"))

    async def run() -> None:
        assert await context.call_async("hops", 10) == 10
        for turn in range(6):
            # The time is over now in the midst of the program's code, now of the library's.
            begun = time.perf_counter()
            hops = asyncio.ensure_future(context.call_async("hops", 20_000, timeout=60))
            with pytest.raises(plait.LimitError):
                await context.call_async("endless", timeout=0.02 + 0.0005 * turn)
            outcome = (await asyncio.gather(hops, return_exceptions=True))[0]
            assert outcome == 20_000 or isinstance(outcome, plait.LimitError)
            assert time.perf_counter() - begun < 55
            before = await context.call_async("read")
            assert await context.call_async("hops", 3) == 3
            assert await context.call_async("read") == before

    asyncio.run(run())


CHAINED: Final = """
export function spin(): number { while (true) turns++ }
export function chained() { let n = 0; const g = (): any => n++ < 1e9 ? Promise.resolve().then(g) : n; g(); return 7 }
"""


def test_a_call_that_is_not_awaited_leaves_those_that_are_alone_when_its_time_is_over() -> None:
    machine = plait.Vm()

    asked = asyncio.Event()

    @machine.function
    async def answer() -> int:
        asked.set()
        await asyncio.sleep(0.5)
        return 21

    context = machine.load(plait.compile(ENDLESS + CHAINED, "both.ts"))

    async def run() -> None:
        waiting = asyncio.ensure_future(context.call_async("waits", timeout=20))
        await asked.wait()
        await asyncio.sleep(0.1)
        for name in ("spin", "chained"):
            with pytest.raises(plait.LimitError):
                context.call(name, timeout=0.02)
        assert await waiting == 42

    asyncio.run(run())


def test_cancelling_ends_the_calls_that_are_waited_for_first() -> None:
    source = """
async function inner(): Promise<void> { try { await sleep(100000); } finally { console.log("inner"); } }
export async function outer(): Promise<void> { try { await inner(); } finally { console.log("outer"); } }
export function begins(): void {}
"""
    pieces: list[str] = []
    vm = plait.Vm(write=pieces.append)
    context = vm.load(plait.compile(source, "deep.ts"))

    async def main() -> None:
        await context.call_async("begins")
        task = asyncio.create_task(context.call_async("outer"))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
    assert "".join(pieces) == "inner\nouter\n"
