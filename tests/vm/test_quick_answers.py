"""Calls of the host that are answered at once: they do what those do that are answered in the usual way."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from functools import cache
from typing import Any, Final

import pytest

import plait
from plait.bytecode.assembler import assemble
from plait.vm import host_calls

from .running import ENGINES

SOURCE: Final = """
declare function ask(x: any): any;
declare function half(x: number): number;
declare function join(a: string, b: string): string;
declare function isBig(x: number): boolean;
declare function note(x: any): void;
class Point { constructor(public x: number) {} }
export function asks(x: any) { return ask(x) }
export function askPoint() { const p = ask(new Point(3)); return p.x }
export function askFunction() { return ask((x: number) => x + 1) }
export function halves(n: number) { let s = 0; for (let i = 0; i < n; i++) s += half(i); return s }
export function joins(a: string, n: number) { let s = ""; for (let i = 0; i < n; i++) s = join(s, a); return s }
export function bigs(n: number) { let c = 0; for (let i = 0; i < n; i++) if (isBig(i)) c++; return c }
export function notes(n: number) { for (let i = 0; i < n; i++) { console.log("n" + i); note(i) } }
export function catches(x: any) { try { return ask(x) } catch (e: any) { return e.name + ": " + e.message } }
export function forever() { while (true) note(1) }
export function back(f: any, n: number) { let s: any = 0; for (let i = 0; i < n; i++) s = f(i, s); return s }
export function identity(x: any) { return x }
export function keep(f: any, n: number) {
  const all: any[] = [];
  for (let i = 0; i < n; i++) all.push({ a: f([i]) });
  return all.length;
}
export function day(f: any) { const a = Date.now(); f(); return Date.now() - a }
"""

WHOLE: Final = """
.import whole(i32) -> i32
.function sum(i32) -> i32
.local i32
    CONST_I32 0
    STORE_LOCAL 1
again:
    LOAD_LOCAL 0
    CONST_I32 0
    ILT
    JUMP_IF_TRUE done
    LOAD_LOCAL 0
    NATIVE_CALL host:whole 1
    LOAD_LOCAL 1
    IADD
    STORE_LOCAL 1
    LOAD_LOCAL 0
    CONST_I32 1
    ISUB
    STORE_LOCAL 0
    JUMP again
done:
    LOAD_LOCAL 1
    RETURN
"""


@cache
def module() -> plait.Module:
    return plait.compile(SOURCE, "answers.ts")


class Host:
    """Functions of the host, and what they were called with."""

    def __init__(self, engine: str, **options: Any) -> None:
        self.given: list[Any] = []
        self.answers: list[Any] = []
        self.written: list[str] = []
        self.vm = plait.Vm(plait.VmOptions(engine=engine, **options), write=self.write)
        self.vm.function("ask", "(any) -> any")(self.ask)
        self.vm.function("half", "(f64) -> f64")(lambda x: self.answers[0] if self.answers else x / 2)
        self.vm.function("join", "(string, string) -> string")(lambda a, b: a + b)
        self.vm.function("isBig", "(f64) -> bool")(lambda x: x > 5)
        self.vm.function("note", "(any) -> void")(self.note)
        self.context = self.vm.load(module())

    def write(self, text: str) -> None:
        self.written.append(text)

    def ask(self, x: Any) -> Any:
        self.given.append(x)
        answer = self.answers[0] if self.answers else x
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def note(self, x: Any) -> None:
        self.written.append(f"host {x}")


@pytest.fixture(params=[1, 1 << 30], ids=["quick", "slow"], autouse=True)
def _first_quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host_calls, "FIRST_QUICK", request.param)


VALUES: Final[list[Any]] = [
    *(None, True, False, 0, -1, 7, 2**31, 2**53, 2**70, 1.5, -0.0, "", "text", "ä€😀", "\ud800"),
    *([], [1, [2.5, "x"]], {}, {"a": {"b": [None]}}, [1.5] * 300, "long" * 30_000, (1, 2)),
]


@pytest.mark.parametrize("engine", ENGINES)
def test_values(engine: str) -> None:
    host = Host(engine)
    values = [value for value in VALUES if engine != "reference" or len(str(value)) < 1000]
    for value in values:
        expected = list(value) if isinstance(value, tuple) else value
        assert host.context.call("asks", value) == expected
        assert host.given[-1] == expected
        assert type(host.given[-1]) is type(expected)
    for value in values:
        host.answers = [value]
        found = host.context.call("asks", 1)
        assert found == (list(value) if isinstance(value, tuple) else value)


@pytest.mark.parametrize("engine", ENGINES)
def test_typed_values(engine: str) -> None:
    host = Host(engine)
    assert host.context.call("halves", 100) == sum(range(100)) / 2
    assert host.context.call("joins", "ab€", 20) == "ab€" * 20
    assert host.context.call("bigs", 20) == 14
    for answer, message in ((2**60 + 1, "not exact"), (True, "not bool"), ("1", "not str"), (None, "f64 is needed")):
        host.answers = [answer]
        with pytest.raises(plait.GuestError, match=message):
            host.context.call("halves", 1)
    host.answers = [7]
    assert host.context.call("halves", 3) == 21


@pytest.mark.parametrize("engine", ENGINES)
def test_whole_numbers(engine: str) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine))
    answers: list[Any] = []
    vm.function("whole", "(i32) -> i32")(lambda x: answers[0] if answers else x)
    context = vm.load(assemble(WHOLE, "whole.plasm"))
    assert vm.run(context, "sum", (300,)) == sum(range(301))
    for answer, message in ((2**31, "does not fit i32"), (1.0, "i32 is needed, not float"), (True, "not bool")):
        answers[:] = [answer]
        with pytest.raises(plait.GuestError, match=message):
            vm.run(context, "sum", (1,))
    answers[:] = [7]
    assert vm.run(context, "sum", (1,)) == 14


@pytest.mark.parametrize("engine", ENGINES)
def test_objects_and_functions(engine: str) -> None:
    host = Host(engine)
    assert host.context.call("askPoint") == 3
    assert isinstance(host.given[0], plait.GuestObject)
    host.context.call("askFunction")
    assert host.given[1](4) == 5
    host.answers = [lambda x: x * 2]
    assert host.context.call("asks", 1)(4) == 8
    host.answers = [b"ab"]
    with pytest.raises(plait.GuestError, match="Uint8Array"):
        host.context.call("asks", 1)


@pytest.mark.parametrize("engine", ENGINES)
def test_errors(engine: str) -> None:
    host = Host(engine)
    host.answers = [ValueError("bad")]
    assert [host.context.call("catches", number) for number in range(4)] == ["ValueError: bad"] * 4
    with pytest.raises(plait.GuestError, match="bad") as caught:
        host.context.call("asks", 1)
    assert caught.value.__cause__ is host.answers[0]
    host.answers = [KeyboardInterrupt()]
    with pytest.raises(KeyboardInterrupt):
        host.context.call("asks", 1)
    host.answers = [object()]
    assert host.context.call("catches", 1).startswith("TypeError: ")
    host.answers = []
    assert host.context.call("asks", 2) == 2


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_printed_comes_in_order(engine: str) -> None:
    host = Host(engine)
    host.context.call("notes", 20)
    lines = "".join(text if text.endswith("\n") else f"{text}\n" for text in host.written).splitlines()
    assert lines == [line for number in range(20) for line in (f"n{number}", f"host {number}")]


@pytest.mark.parametrize("engine", ENGINES)
def test_fuel_is_that_of_the_reference(engine: str) -> None:
    used = []
    for name in ("reference", engine):
        host = Host(name)
        host.context.call("halves", 500)
        host.context.call("keep", lambda x: x, 200)
        used.append(host.context.fuel_used)
    assert used[0] == used[1]
    host = Host(engine, max_fuel=100_000)
    with pytest.raises(plait.LimitError, match="max_fuel"):
        host.context.call("forever")
    assert 100_000 <= host.context.fuel_used < 101_000


@pytest.mark.parametrize("engine", ENGINES)
def test_deadlines_and_interrupts(engine: str) -> None:
    host = Host(engine)
    # A function of which no step is Python's own.
    host.context.call("back", max, 3)
    begun = time.monotonic()
    with pytest.raises(plait.LimitError, match="timeout"):
        host.context.call("forever", timeout=0.1)
    with pytest.raises(plait.LimitError, match="timeout"):
        host.context.call("back", max, 1 << 40, timeout=0.1)
    threading.Timer(0.1, host.vm.interrupt).start()
    with pytest.raises(plait.InterruptError):
        host.context.call("back", max, 1 << 40)
    assert time.monotonic() - begun < 2
    assert host.context.call("halves", 3) == 1.5


@pytest.mark.parametrize("engine", ENGINES)
def test_nested_calls(engine: str) -> None:
    host = Host(engine)
    context = host.context

    def nested(x: float, s: Any) -> Any:
        made = [{"i": x}] * 50
        return context.call("identity", s) + len(context.call("identity", made))

    assert context.call("back", nested, 100) == 5000

    def failing(x: float, s: Any) -> Any:
        with suppress(plait.PlaitError):
            context.call("asks", ValueError("inner"), timeout=None)
        return x

    assert context.call("back", failing, 10) == 9


def test_an_interrupt_that_a_nested_call_sees_ends_the_run() -> None:
    host = Host("interpreter")
    calls = []

    def nested(x: float, s: Any) -> Any:
        calls.append(x)
        if x == 20:
            host.vm.interrupt()
        with suppress(plait.InterruptError):
            host.context.call("identity", 1)
        return x

    with pytest.raises(plait.InterruptError):
        host.context.call("back", nested, 1000)
    assert len(calls) == 21


@pytest.mark.parametrize("engine", ENGINES)
def test_collections_between_calls(engine: str) -> None:
    host = Host(engine, max_memory=8 << 20)
    count = 200 if engine == "reference" else 20_000
    assert host.context.call("keep", lambda x: {"t": "x" * 20, "n": x}, count) == count


@pytest.mark.parametrize("option", ["collect_always", "forge_frames", "check_heap"])
def test_stress(option: str) -> None:
    host = Host("jit", **{option: True})
    assert host.context.call("keep", lambda x: [x, "y"], 20) == 20
    assert host.context.call("joins", "ab", 10) == "ab" * 10


def test_time_goes_on() -> None:
    host = Host("interpreter")
    found = host.context.call("day", lambda: time.sleep(0.08))
    assert 70 < found < 1000


def test_preemption_counts_the_same() -> None:
    found = []
    for engine in ENGINES:
        host = Host(engine, preemption_threshold=1000)
        host.context.call("halves", 1000)
        found.append((host.context.fuel_used, host.context.get("preemptions")))
    assert len(set(found)) == 1
