"""Tasks that wait: many of them, cancelled ones, ones whose array changes meanwhile."""

from __future__ import annotations

import random
import time
from typing import Any, Final

import pytest

import plait

from .running import ENGINES, NATIVE, agree

SLEEPERS: Final = """
async function nap(name: number, time: number): Promise<void> {{
  await sleep(time);
  console.log(name);
}}
const times: number[] = [{times}];
const cancelled: number[] = [{cancelled}];
const tasks: Task<void>[] = [];
for (let i = 0; i < times.length; i++) tasks.push(nap(i, times[i]));
for (const i of cancelled) tasks[i].cancel();
for (const task of tasks) {{
  try {{
    await task;
  }} catch {{
  }}
}}
"""


@pytest.mark.parametrize("options", [{"engine": engine} for engine in ENGINES] + [{"collect_always": True}], ids=str)
@pytest.mark.parametrize("seed", range(4))
def test_sleepers_wake_in_the_order_of_their_times(options: dict[str, Any], seed: int) -> None:
    chance = random.Random(seed)
    count = 40 if options.get("engine") == "reference" else 200
    times = [chance.randrange(1, 40) for _ in range(count)]
    cancelled = chance.sample(range(count), count // 3)
    source = SLEEPERS.format(times=", ".join(map(str, times)), cancelled=", ".join(map(str, cancelled)))
    pieces: list[str] = []
    plait.Vm(plait.VmOptions(**options), write=pieces.append, clock=plait.MockClock()).execute(plait.compile(source))
    expected = sorted((place for place in range(count) if place not in cancelled), key=times.__getitem__)
    assert [int(line) for line in "".join(pieces).split()] == expected


CROWDS: Final[dict[str, str]] = {
    "sleeping": """
async function nap(time: number): Promise<void> { await sleep(time); }
tasks.push(nap(1000000));
for (let i = 0; i < COUNT; i++) tasks.push(nap(1000 + i));
tasks[0].cancel();
""",
    "sleeping, cancelled": """
async function nap(time: number): Promise<void> { await sleep(time); }
for (let i = 0; i < COUNT; i++) tasks.push(nap(1000 + (i * 7919) % 10007));
for (let i = COUNT - 1; i >= 0; i--) tasks[i].cancel();
""",
    "at a mutex": """
const mutex = new Mutex();
await mutex.lock();
async function enter(): Promise<void> { await mutex.lock(); }
for (let i = 0; i < COUNT; i++) tasks.push(enter());
for (let i = COUNT - 1; i >= 0; i--) tasks[i].cancel();
""",
    "at a channel": """
const channel = new Channel<number>();
async function take(): Promise<void> { await channel.receive(); }
for (let i = 0; i < COUNT; i++) tasks.push(take());
for (let i = COUNT - 1; i >= 0; i--) tasks[i].cancel();
""",
    "at a task": """
async function nap(): Promise<void> { await sleep(5); }
const slow = nap();
async function wait(): Promise<void> { await slow; }
for (let i = 0; i < COUNT; i++) tasks.push(wait());
for (let i = COUNT - 1; i >= 0; i--) tasks[i].cancel();
""",
    "for all, each for one": """
async function nap(): Promise<void> { await sleep(5); }
async function wait(): Promise<void> { await Promise.all([nap(), slow]); }
const slow = nap();
for (let i = 0; i < COUNT / 4; i++) tasks.push(wait());
""",
    "for all": """
async function nap(time: number): Promise<void> { await sleep(time); }
for (let i = 0; i < COUNT; i++) tasks.push(nap(1 + i % 5));
await Promise.all(tasks);
""",
}


@pytest.mark.parametrize("engine", NATIVE)
@pytest.mark.parametrize("crowd", CROWDS)
def test_a_crowd_takes_no_quadratic_time(engine: str, crowd: str) -> None:
    count = 60_000
    text = f"const COUNT = {count}; const tasks: Task<void>[] = [];{CROWDS[crowd]}"
    end = "let ended = 0; for (const task of tasks) { try { await task; } catch { } ended++; } console.log(ended > 0);"
    module = plait.compile(text + end)
    pieces: list[str] = []
    vm = plait.Vm(plait.VmOptions(engine=engine, max_memory=1 << 29), write=pieces.append, clock=plait.MockClock())
    start = time.monotonic()
    vm.execute(module)
    assert pieces == ["true\n"]
    assert time.monotonic() - start < 3.0  # Some 0.3 s on a machine that does nothing else.


HELD = """
.global tasks array(task(i32))
.function later(i32) -> i32
    LOAD_LOCAL 0
    I32_TO_F64
    SLEEP
    LOAD_LOCAL 0
    RETURN
.function fails(i32) -> i32
    LOAD_LOCAL 0
    CALL later 1
    CONST_I32 0
    IDIV
    RETURN
.function change()
    CONST_F64 2.0
    SLEEP
    {change}
    CONST_STRING "changed"
    NATIVE_CALL console.log 1
    RETURN_VOID
.function main()
    NEW_ARRAY task(i32)
    STORE_GLOBAL tasks
    LOAD_GLOBAL tasks
    CONST_I32 5
    SPAWN later 1
    ARRAY_PUSH_REF
    LOAD_GLOBAL tasks
    CONST_I32 9
    SPAWN {second} 1
    ARRAY_PUSH_REF
    SPAWN change 0
    POP
    LOAD_GLOBAL tasks
    WAIT_ALL
    CONST_STRING "waited"
    NATIVE_CALL console.log 1
    RETURN_VOID
"""

CHANGES: Final[dict[str, str]] = {
    "shorter": "LOAD_GLOBAL tasks | ARRAY_POP | POP",
    "empty": "LOAD_GLOBAL tasks | ARRAY_POP | POP | LOAD_GLOBAL tasks | ARRAY_POP | POP",
    "null": "LOAD_GLOBAL tasks | CONST_I32 1 | CONST_NULL task(i32) | ARRAY_SET_REF",
    "another": "LOAD_GLOBAL tasks | CONST_I32 0 | CONST_I32 50 | SPAWN later 1 | ARRAY_SET_REF",
    "longer": "LOAD_GLOBAL tasks | CONST_I32 50 | SPAWN fails 1 | ARRAY_PUSH_REF",
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("second", ["later", "fails"])
def test_who_waits_for_all_waits_for_those_that_it_was_given(change: str, second: str) -> None:
    text = HELD.format(change=CHANGES[change].replace(" | ", "\n    "), second=second)
    done = agree(text)
    if second == "fails":
        assert (done.lines, done.error) == (("changed",), "RangeError: division by zero")
    else:
        assert done.lines == ("changed", "waited")
        assert done.error == ("RangeError: division by zero" if change == "longer" else "")


def test_one_wait_for_tasks_of_several_types() -> None:
    text = """
.function number() -> i32
    YIELD
    CONST_I32 3
    RETURN
.function text() -> string
    YIELD
    CONST_STRING "three"
    RETURN
.function main() -> i32
.local array(task(void)), task(i32)
    NEW_ARRAY task(void)
    STORE_LOCAL 0
    SPAWN number 0
    STORE_LOCAL 1
    LOAD_LOCAL 0
    LOAD_LOCAL 1
    ARRAY_PUSH_REF
    LOAD_LOCAL 0
    SPAWN text 0
    ARRAY_PUSH_REF
    LOAD_LOCAL 0
    WAIT_ALL
    LOAD_LOCAL 0
    CONST_I32 1
    ARRAY_GET_REF
    AWAIT
    LOAD_LOCAL 1
    AWAIT
    RETURN
"""
    assert agree(text).value == 3


def waiting(count: int, waits: int) -> str:
    """A program that waits several times for an array of so many tasks."""
    return (
        ".function nothing()\n RETURN_VOID\n.function main()\n.local array(task(void)), task(void)\n"
        " NEW_ARRAY task(void)\n STORE_LOCAL 0\n SPAWN nothing 0\n STORE_LOCAL 1\n"
        + " LOAD_LOCAL 0\n LOAD_LOCAL 1\n ARRAY_PUSH_REF\n" * count
        + " LOAD_LOCAL 0\n WAIT_ALL\n" * waits
        + " RETURN_VOID"
    )


def test_waiting_for_many_costs_fuel_for_each() -> None:
    def cost(count: int) -> int:
        return agree(waiting(count, 2)).fuel - agree(waiting(count, 1)).fuel

    assert cost(40) - cost(10) == 30


def test_the_fuel_of_a_wait_can_be_the_last() -> None:
    text = waiting(200, 1)
    enough = agree(text).fuel
    for fuel in (enough - 210, enough - 100, enough - 1):
        assert agree(text, max_fuel=fuel).error.startswith("max_fuel")
    assert agree(text, max_fuel=enough).error == ""
