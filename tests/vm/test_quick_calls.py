"""Prepared calls: what is done in a moment is one step of native code, all else goes on as other calls do."""

from __future__ import annotations

import gc
import math
import signal
import threading
import time
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

import pytest

import plait
from plait.kernel.python_calls import NOT_BEGUN
from plait.vm.host.prepared import PreparedCall

from .running import ENGINES

SOURCE: Final = """
export const version = "1";
export let calls = 0;
export function count() { return ++calls }
export function same(x: any) { return x }
export function add(a: number, b: number) { return a + b }
export function arity(...all: any[]) { return all.length }
export function fail(text: string) { throw new RangeError(text) }
export function failWith(x: any) { throw x }
export function say(text: string) { console.log(text); return text.length }
export function spin() { while (true) { step() } }
let steps = 0;
function step() { steps++ }
export function loop(n: number) { let s = 0; for (let i = 0; i < n; i++) s += i; return s }
export async function later(x: any) { await null; return x }
export async function sleepy(ms: number) { await sleep(ms); return ms }
export function back(g: (x: number) => number, x: number) { return g(x) + 1 }
export function shared(x: any[]) { return x[0] === x[1] }
let kept: any[] = [];
export function keep(n: number) { for (let i = 0; i < n; i++) kept.push({ a: i, b: [i] }); return kept.length }
export function kinds() { return [new Date(0), new Map([[1, 2]]), new Set([1]), new Uint8Array(2), 2n ** 70n] }
export function now() { return Date.now() }
export let changes = (x: number) => x;
export function change() { changes = (x) => -x }
"""


@cache
def module() -> plait.Module:
    return plait.compile(SOURCE, "quick.ts")


def load(engine: str = "interpreter", **options: Any) -> plait.VmContext:
    return plait.Vm(plait.VmOptions(engine=engine, **options)).load(module())


def is_quick(call: PreparedCall, *arguments: Any) -> bool:
    """Whether a call is one step of native code; if so it is made."""
    return type(call._function(*arguments)) is not tuple


@pytest.mark.parametrize("engine", ENGINES)
def test_values(engine: str) -> None:
    same = load(engine).prepare("same")
    values: list[Any] = [
        *(None, True, False, 0, -1, 2**31, 2**53, 2**70, -(2**64), 1.5, -0.0, math.inf, "", "a", "ä€😀", "\ud800"),
        *([], [1, [2, "x"]], {}, {"a": {"b": [None, 1.25]}}, [1.5] * 100, ["text"] * 5000, "long" * 30_000),
        *(b"ab", {1, 2}, {1: 2}, datetime(2026, 1, 2, tzinfo=UTC)),
    ]
    if engine == "reference":
        values = [value for value in values if len(str(value)) < 1000]
    for _ in range(2):
        for value in values:
            assert same(value) == value
            assert type(same(value)) is type(value)
    assert math.isnan(same(math.nan))
    assert math.copysign(1, same(-0.0)) == -1
    assert same((1, 2)) == [1, 2]
    assert same() is None


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_no_plain_data(engine: str) -> None:
    context = load(engine)
    assert context.prepare("kinds")() == context.call("kinds")
    assert context.prepare("back")(lambda x: x * 2, 4) == 9
    twice = [1]
    assert context.prepare("shared")([twice, twice]) is True
    assert context.prepare("shared")([[1], [1]]) is False
    same = context.prepare("same")
    twice.append(twice)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="circles"):
        same(twice)
    with pytest.raises(TypeError, match="argument 1 of same: a value of type object"):
        same(object())
    handle = context.call("same", {"a": 1}, copy=False)
    assert same(handle) == {"a": 1}
    assert context.prepare("arity")(*range(200)) == 200


def test_calls_are_quick() -> None:
    for engine in ("interpreter", "auto", "jit"):
        context = load(engine)
        add, same = context.prepare("add"), context.prepare("same")
        assert add(1, 2) == 3
        for given in (1, "text", [1, 2], {"a": [1.5] * 1000}, ["x"] * 200):
            assert is_quick(same, given), (engine, given)
        assert add._function(1, 2) == 3
        assert is_quick(context.prepare("later"), 1)
        assert not is_quick(same, b"a")
        context.call("add", 1, 2)
        before = context.call("add", 2, 2)
        assert before == 4
        assert is_quick(add, 1, 2)
        handle = context.exports["add"]
        assert [handle(1, number) for number in range(3)] == [1, 2, 3]
        assert context.bridge.prepared_for(handle) is not None
    assert not is_quick(load("reference").prepare("add"), 1, 2)
    assert not is_quick(load("interpreter", suspend_always=True).prepare("add"), 1, 2)


@pytest.mark.parametrize("engine", ENGINES)
def test_errors(engine: str) -> None:
    context = load(engine)
    fail = context.prepare("fail")
    for _ in range(3):
        with pytest.raises(plait.GuestError, match="too far") as caught:
            fail("too far")
        assert (caught.value.name, caught.value.trace) == ("RangeError", ("fail (quick.ts:8:38)",))
        assert context.prepare("add")(1, 2) == 3
    with pytest.raises(plait.GuestError) as caught:
        context.prepare("failWith")({"code": 7})
    assert caught.value.value == {"code": 7}
    with pytest.raises(KeyError, match="did you mean 'fail'"):
        context.prepare("fial")
    with pytest.raises(plait.GuestError, match="not a function"):
        context.prepare("version")()


@pytest.mark.parametrize("engine", ENGINES)
def test_what_a_program_prints_and_waits_for(engine: str) -> None:
    written: list[str] = []
    context = plait.Vm(plait.VmOptions(engine=engine), write=written.append).load(module())
    say = context.prepare("say")
    assert [say("one"), say("two")] == [3, 3]
    assert written == ["one\n", "two\n"]
    assert context.prepare("later")([1]) == [1]
    assert context.prepare("sleepy")(5) == 5
    count = context.prepare("count")
    assert [count(), count()] == [1, 2]


def test_variables_are_looked_for_each_time() -> None:
    context = load()
    changes = context.prepare("changes")
    assert changes(1) == 1
    context.call("change")
    assert [changes(1), context.call("changes", 1), context.call("changes", 1)] == [-1, -1, -1]


def test_fuel_is_the_same() -> None:
    used = []
    for engine in ENGINES:
        context = load(engine)
        loop, same = context.prepare("loop"), context.prepare("same")
        for number in range(20):
            loop(number * 1000)
            same({"a": [number]})
        used.append(context.fuel_used)
    assert used == used[:1] * len(used)


@pytest.mark.parametrize("engine", ENGINES)
def test_limits(engine: str) -> None:
    # Of `jit` compiling counts as well, which takes long on a busy machine.
    seconds, times = (60, 0) if engine == "jit" else (0.5, 2)
    context = load(engine, max_seconds=seconds)
    spin, add = context.prepare("spin"), context.prepare("add")
    for _ in range(times):
        with pytest.raises(plait.LimitError) as caught:
            spin()
        assert (caught.value.limit, bool(caught.value.trace)) == ("max_seconds", True)
        assert add(1, 2) == 3
    with pytest.raises(plait.LimitError, match=r"timeout is 0\.05"):
        context.call("spin", timeout=0.05)
    assert context.call("add", 1, 2, timeout=5) == 3
    for timeout in (-1, "1", True):
        with pytest.raises((TypeError, ValueError), match="timeout must be"):
            context.call("add", 1, 2, timeout=timeout)  # type: ignore[arg-type]


@pytest.mark.parametrize("engine", ENGINES)
def test_fuel_of_single_calls(engine: str) -> None:
    context = load(engine, max_fuel=10_000_000)
    for _ in range(3):
        context.call("add", 1, 2)
    for _ in range(5):
        used = context.fuel_used
        assert context.call("add", 1, 2, fuel=5000) == 3
        assert 0 < context.fuel_used - used < 5000
        with pytest.raises(plait.LimitError, match="fuel is 500") as caught:
            context.call("add", 1, 2, fuel=500)
        assert caught.value.limit == "fuel"
        with pytest.raises(plait.LimitError, match="fuel is 200000"):
            context.call("spin", fuel=200_000)
        assert context.call("loop", 2000, fuel=200_000) == sum(range(2000))
        assert context.get("budget_left") + context.fuel_used == 10_000_000
    with pytest.raises(ValueError, match="fuel must be"):
        context.call("add", 1, 2, fuel=-1)


@pytest.mark.parametrize("engine", ENGINES)
def test_fuel_limits(engine: str) -> None:
    context = load(engine, max_fuel=200_000)
    add = context.prepare("add")

    def many() -> None:
        for _ in range(10_000):
            add(1, 2)

    with pytest.raises(plait.LimitError) as caught:
        many()
    assert caught.value.limit == "max_fuel"
    assert 200_000 <= context.fuel_used < 203_000
    context.add_fuel(20_000)
    assert add(1, 2) == 3


def test_interrupts() -> None:
    context = load()
    spin = context.prepare("spin")
    assert not context.interrupt()
    threading.Timer(0.05, context.interrupt).start()
    with pytest.raises(plait.InterruptError):
        spin()
    assert context.prepare("add")(1, 2) == 3


def test_what_has_begun_is_not_mixed_up_with_other_calls() -> None:
    context = load()
    loop, count = context.prepare("loop"), context.prepare("count")
    begun = loop._function(100_000)
    assert begun[0] < NOT_BEGUN
    assert not is_quick(count)
    assert [count(), context.call("count")] == [1, 2]
    assert loop._go_on((100_000,), begun[0], None) == sum(range(100_000))
    assert is_quick(count)
    failed = context.prepare("fail")
    begun = failed._function("text")
    assert count() == 4
    with pytest.raises(plait.GuestError, match="text"):
        failed._go_on(("text",), begun[0], None)
    assert count() == 5


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs signals")
def test_an_exception_from_a_signal_gives_the_call_up() -> None:
    class StopError(Exception):
        pass

    def stop(*_: object) -> None:
        raise StopError

    context = load()
    loop, count = context.prepare("loop"), context.prepare("count")
    previous = signal.signal(signal.SIGALRM, stop)
    stops = 0
    try:
        end = time.monotonic() + 0.5
        while time.monotonic() < end:
            signal.setitimer(signal.ITIMER_REAL, 0.002)
            try:
                while True:
                    loop(200_000)
            except StopError:
                stops += 1
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
    assert stops > 20
    assert [count(), loop(10)] == [1, 45]


def test_other_threads_are_refused_while_a_call_runs() -> None:
    context = load()
    spin, add = context.prepare("spin"), context.prepare("add")
    add(1, 2)
    found: list[object] = []

    def look() -> None:
        time.sleep(0.05)
        try:
            found.append(add(1, 2))
        except plait.PlaitError as error:
            found.append(str(error))
        context.interrupt()

    thread = threading.Thread(target=look)
    thread.start()
    with pytest.raises(plait.InterruptError):
        spin()
    thread.join()
    assert found == ["this Vm is running in another thread; use one Vm a thread"]
    thread = threading.Thread(target=lambda: found.append(add(2, 2)))
    thread.start()
    thread.join()
    assert found[1:] == [4]


def test_each_thread_with_a_machine_of_its_own() -> None:
    failures: list[object] = []

    def work(number: int) -> None:
        context = load("auto")
        same, keep = context.prepare("same"), context.prepare("keep")
        for index in range(2000):
            value = {"n": number, "i": [index, "x" * (index % 300)]}
            if same(value) != value:
                failures.append(value)
            if index % 50 == 0:
                keep(500)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


@pytest.mark.parametrize("engine", ENGINES)
def test_nested_calls(engine: str) -> None:
    context = load(engine)
    other = context._owner().load(module())
    back, add, foreign = context.prepare("back"), context.prepare("add"), other.prepare("add")
    assert foreign(1, 1) == 2
    assert back(lambda x: add(x, 1), 1) == 3
    assert back(lambda x: foreign(x, 1), 1) == 3
    assert back(lambda x: back(lambda y: y * 3, x), 1) == 5


def test_a_closed_context() -> None:
    context = load()
    add = context.prepare("add")
    assert add(1, 2) == 3
    context.close()
    with pytest.raises(plait.PlaitError, match="the context is closed"):
        add(1, 2)
    with pytest.raises(plait.PlaitError, match="closed"):
        context.prepare("add")


def test_a_prepared_call_keeps_its_context() -> None:
    add = load().prepare("add")
    gc.collect()
    assert [add(1, number) for number in range(100)] == list(range(1, 101))


def test_heaps_that_grow_are_collected() -> None:
    context = load(max_memory=4 << 20)
    same, keep = context.prepare("same"), context.prepare("keep")
    for number in range(20_000):
        assert same([number, "some text"]) == [number, "some text"]
    assert context.get("collections") > 2

    def fill() -> None:
        for _ in range(1000):
            keep(1000)

    with pytest.raises(plait.LimitError, match="max_memory"):
        fill()


def test_the_time_of_day_goes_on() -> None:
    context = load()
    now = context.prepare("now")
    assert abs(now() - time.time() * 1000) < 1000
    first = now()
    time.sleep(0.03)
    assert now() >= first + 29
    time.sleep(1.1)
    assert not is_quick(now)
    now()
    assert is_quick(now)


@pytest.mark.parametrize("option", ["collect_always", "forge_frames", "check_heap", "suspend_always"])
def test_stress(option: str) -> None:
    context = load("interpreter", **{option: True})
    same, back = context.prepare("same"), context.prepare("back")
    for number in range(20):
        assert same({"a": [number, "x"]}) == {"a": [number, "x"]}
        assert back(lambda x: x + 1, number) == number + 2


def test_timers_of_a_call_count_from_the_call() -> None:
    source = "export function f() { return 1 } export async function nap(n: number) { await sleep(n); return n }"
    context = plait.Vm().load(plait.compile(source, "nap.ts"))
    quick, nap = context.prepare("f"), context.prepare("nap")
    nap(1)
    quick()
    time.sleep(0.15)
    begun = time.perf_counter()
    nap(100)
    assert time.perf_counter() - begun > 0.09
