"""What calls from Python and data cost: `python -m bench.embedding`.

The best of several rounds, in microseconds. What data costs is taken by itself, without the call around it.
"""

from __future__ import annotations

import asyncio
import time
import timeit
from collections.abc import Callable
from functools import partial
from typing import Any, Final

import plait
from plait.vm.host.bridge import Bridge
from plait.vm.host.fetching import fetch
from plait.vm.host.sending import send

SOURCE: Final = """
export function nothing() {}
export function add(a: number, b: number) { return a + b }
export async function later() { await null; return 1 }
export function callBack(f: (x: number) => number, n: number) {
  let s = 0;
  for (let i = 0; i < n; i++) s += f(i);
  return s;
}
"""

FLOATS: Final = [number * 1.5 + 0.25 for number in range(1000)]
RECORD: Final = {
    f"group {g}": {f"key {k}": f"text {k}" if k % 3 == 0 else k * 1.5 for k in range(10)} for g in range(5)
}
ROWS: Final = [{"id": number, "name": f"row {number}", "tags": ["a", "b"]} for number in range(1000)]


def measure(name: str, work: Callable[[], Any], count: int, per: int = 1) -> None:
    """Print what a piece of work takes."""
    for _ in range(min(count, 20)):
        work()
    best = min(timeit.repeat(work, number=count, repeat=7)) / count / per * 1e6
    print(f"{name:44} {best:9.2f}")


def held_copy(bridge: Bridge, held: plait.GuestObject) -> Any:
    """A copy of what a handle holds."""
    return fetch(bridge, bridge.word_of(held), "x")


def main() -> None:
    """Print all rows."""
    vm = plait.Vm()
    module = plait.compile(SOURCE, "bench.ts")
    context = vm.load(module)
    nothing, add = context.prepare("nothing"), context.prepare("add")
    for _ in range(5000):
        nothing()
        add(1, 2)
    # What is hot is compiled in the background.
    time.sleep(1)
    measure("prepared call without arguments", nothing, 5000)
    measure("prepared call with two numbers", lambda: add(1, 2), 5000)
    measure("call without arguments", lambda: context.call("nothing"), 300)
    measure("call with two numbers", lambda: context.call("add", 1, 2), 300)
    measure("call with a limit of time", lambda: context.call("nothing", timeout=1), 300)
    measure("a function of Python, from the program", lambda: context.call("callBack", lambda x: x, 300), 5, 300)
    bridge = context.bridge
    with vm.running(context):
        for name, data in (("1,000 floats", FLOATS), ("a record of 50 values", RECORD), ("1,000 rows", ROWS)):
            measure(f"{name}, to the program", partial(send, bridge, data, "x"), 30)
            held = send(bridge, data, "x")
            measure(f"{name}, to Python", partial(held_copy, bridge, held), 30)
    measure("a fresh context of a loaded module", lambda: vm.load(module).close(), 50)
    measure("a fork of a context", lambda: context.fork().close(), 50)
    small = plait.compile("1 + 1;", "small.ts")
    measure("execute of a small module", lambda: vm.execute(small), 50)
    asyncio.run(waits(vm.load(module)))


async def waits(context: plait.VmContext) -> None:
    """The row of calls that are awaited."""
    await context.call_async("later")
    loop = asyncio.get_running_loop()
    begun = loop.time()
    for _ in range(200):
        await context.call_async("later")
    print(f"{'call that is awaited':44} {(loop.time() - begun) / 200 * 1e6:9.2f}")


if __name__ == "__main__":
    main()
