"""Limits of single calls: fuel and time. Afterwards the context can be called again."""

from __future__ import annotations

import threading
import time
from typing import Final

import pytest

import plait

from .running import ENGINES

SOURCE: Final = """
export function spin() { while (true) { step() } }
let steps = 0;
function step() { steps++ }
export function f() { return "f" }
export async function spinAsync() { try { await null; while (true) { step() } } finally { console.log("no") } }
export async function waits() { await sleep(100000) }
export async function ok() { await null; return "ok" }
export function recurse(): number { return 1 + recurse() }
export function big() { const all: any[] = []; while (true) all.push({ a: 1 }) }
export function back(g: () => any) { return g() }
export function loop(n: number) { let s = 0; for (let i = 0; i < n; i++) s += i; return s }
"""


def load(engine: str = "interpreter", **options: object) -> plait.VmContext:
    """A context of the program."""
    machine = plait.Vm(plait.VmOptions(engine=engine, **options))  # type: ignore[arg-type]
    return machine.load(plait.compile(SOURCE, "limits.ts"))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["spin", "spinAsync"])
def test_fuel(engine: str, name: str) -> None:
    context = load(engine)
    context.call("f")
    used = context.fuel_used
    with pytest.raises(plait.LimitError, match="fuel is 20000") as caught:
        context.call(name, fuel=20_000)
    assert caught.value.limit == "fuel"
    assert caught.value.trace[-1].startswith(f"{name} (limits.ts:")
    assert 20_000 <= context.fuel_used - used < 22_000
    for _ in range(3):
        assert (context.call("f", fuel=20_000), context.call("ok")) == ("f", "ok")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["spin", "spinAsync", "waits"])
def test_timeout(engine: str, name: str) -> None:
    context = load(engine)
    assert context.call("ok") == "ok"
    begun = time.perf_counter()
    with pytest.raises(plait.LimitError, match=r"timeout is 0\.05") as caught:
        context.call(name, timeout=0.05)
    assert caught.value.limit == "timeout"
    assert time.perf_counter() - begun < 0.5
    assert (context.call("f"), context.call("ok", timeout=5)) == ("f", "ok")


def test_all_limits_leave_the_context_usable() -> None:
    context = load(max_memory=1 << 20)
    for name, limit in (("recurse", "max_stack_depth"), ("big", "max_memory")):
        with pytest.raises(plait.LimitError) as caught:
            context.call(name)
        assert (caught.value.limit, bool(caught.value.trace)) == (limit, True)
        assert context.call("ok") == "ok"


def test_interrupts() -> None:
    context = load()
    context.call("f")
    assert not context.interrupt()
    threading.Timer(0.05, context.interrupt).start()
    with pytest.raises(plait.InterruptError):
        context.call("spin")
    assert context.call("ok") == "ok"


def test_fuel_of_the_context() -> None:
    context = load(max_fuel=100_000)
    with pytest.raises(plait.LimitError, match="max_fuel is 100000"):
        context.call("spin")
    with pytest.raises(plait.LimitError):
        context.call("f")
    context.add_fuel(100_000)
    assert context.call("f") == "f"
    with pytest.raises(plait.LimitError, match="fuel is 10000"):
        context.call("spin", fuel=10_000)
    assert context.call("f") == "f"


def test_limits_that_are_none() -> None:
    context = load()
    with pytest.raises(TypeError, match="fuel must be an int, not float"):
        context.call("f", fuel=1.5)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="fuel must be from 0"):
        context.call("f", fuel=-1)
    with pytest.raises(TypeError, match="timeout must be a float, not str"):
        context.call("f", timeout="1")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="timeout must be from 0"):
        context.call("f", timeout=-1)


def test_calls_inside_of_calls_have_the_outer_limits() -> None:
    context = load()
    with pytest.raises(plait.GuestError, match="for calls from outside"):
        context.call("back", lambda: context.call("f", fuel=100))
    with pytest.raises(plait.LimitError, match="timeout"):
        context.call("back", lambda: context.call("spin"), timeout=0.05)
    assert context.call("back", lambda: context.call("f")) == "f"


@pytest.mark.parametrize("export", ["", "export "])
def test_the_budget_of_the_compiler(export: str) -> None:
    source = "\n".join(f"{export}const v{number} = {number} + {number};" for number in range(500))
    plait.compile(source, "many.ts")
    plait.compile(source, "many.ts", budget=10_000_000)
    with pytest.raises(plait.CompileError, match="compiling this program takes too much work"):
        plait.compile(source, "many.ts", budget=1000)
    with pytest.raises(TypeError, match="budget must be an int"):
        plait.compile(source, "many.ts", budget=1.5)  # type: ignore[arg-type]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_host_that_schedules_by_itself(engine: str) -> None:
    context = load(engine)
    # Looking a name up is a run of its own, in which calls go on that have been started.
    assert all(context.exports[name] is not None for name in ("loop", "ok"))
    calls = [context.start("loop", 3000), context.start("ok"), context.start("loop", 10)]
    assert not calls[0].is_done
    with pytest.raises(plait.PlaitError, match="not done"):
        calls[0].result()
    turns = 1
    while context.run_for(fuel=1000):
        turns += 1
    assert turns > 5
    assert [call.result() for call in calls] == [4498500, "ok", 45]
    failing = context.start("recurse")
    assert not context.run_for(fuel=10_000_000)
    with pytest.raises(plait.LimitError):
        failing.result()
    endless = context.start("spin")
    assert context.run_for(fuel=1000)
    assert not endless.is_done


GOES_ON = """
let turns = 0;
export function microtasks() { const g = (): any => { turns++; return Promise.resolve().then(g) }; return g() }
export async function promises() { while (true) { turns++; await null } }
export async function many() { while (true) { turns++; await Promise.all([null, null, null]) } }
export function queued() { const g = () => { turns++; queueMicrotask(g) }; g(); while (true) turns += 0 }
export function rejected() { Promise.reject(new Error("lonely")); while (true) turns += 0 }
export function read() { return turns }
export async function later() { await null; await null; return turns }
"""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["microtasks", "promises", "many", "queued", "rejected"])
def test_nothing_goes_on_of_what_was_given_up(engine: str, name: str) -> None:
    machine = plait.Vm(plait.VmOptions(engine=engine))
    context = machine.load(plait.compile(GOES_ON, "goes.ts"))
    assert context.call("read") == 0
    for fuel in range(30_000, 30_040, 7):
        with pytest.raises(plait.LimitError):
            context.call(name, fuel=fuel)
        turns = context.call("read")
        assert context.call("later") == turns
        assert context.call("read") == turns
