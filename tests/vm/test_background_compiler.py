"""The one thread that compiles in the background."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from typing import Any

import pytest

import plait
from plait.vm.background_compiler import IDLE_SECONDS, BackgroundCompiler, Unit, background_compiler

HOT = """
function f(size: number): number {
  let total = NONCE;
  for (let i = 0; i < size; i++) total = (total * 31 + i) % 65521;
  return total;
}
"""


class Recorder:
    """A client that asks for so many units and writes down who was served."""

    def __init__(self, name: str, wanted: int, served: list[str]) -> None:
        self.name = name
        self.wanted = wanted
        self.served = served
        self.calls: list[bool] = []
        self.improved: list[Unit] = []

    def set_calls_compiler(self, calls: bool) -> None:
        self.calls.append(calls)

    def take_requests(self) -> Unit | None:
        return Unit([0], [], []) if self.wanted else None

    def compile(self, unit: Unit) -> None:
        self.wanted -= 1
        self.served.append(self.name)

    def finish(self, unit: Unit) -> None:
        assert unit == Unit([0], [], [])

    def improve(self, unit: Unit) -> None:
        self.improved.append(unit)


def fresh_module(name: str = "hot.ts") -> plait.Module:
    """A program for which no earlier run has left code."""
    return plait.compile(HOT.replace("NONCE", f"{time.time_ns()} % 1000"), name)


def compiler_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "plait-compiler"]


def wait_for_the_end(compiler: BackgroundCompiler) -> None:
    deadline = time.monotonic() + 40 * IDLE_SECONDS
    while compiler.is_running and time.monotonic() < deadline:
        time.sleep(IDLE_SECONDS / 10)
    assert not compiler.is_running


def test_clients_take_turns() -> None:
    served: list[str] = []
    compiler = BackgroundCompiler()
    many, few = Recorder("many", 5, served), Recorder("few", 2, served)
    compiler.watch(many)
    compiler.watch(few)
    compiler.start()
    wait_for_the_end(compiler)
    assert served == ["many", "few", "many", "few", "many", "many", "many"]
    # Before the thread was there, while it was, and afterwards.
    assert many.calls == few.calls == [True, False, True]
    # When nobody asks any more, what has been compiled quickly is improved.
    assert (len(many.improved), len(few.improved)) == (5, 2)


def test_nothing_is_improved_while_the_process_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """The end waits for the compilation under way: it would wait for one after the other."""
    ending = threading.Event()
    ending.set()
    monkeypatch.setattr("plait.vm.background_compiler.ending", ending)
    served: list[str] = []
    compiler = BackgroundCompiler()
    client = Recorder("one", 2, served)
    compiler.watch(client)
    compiler.start()
    wait_for_the_end(compiler)
    assert (served, client.improved) == (["one", "one"], [])


def test_who_has_stopped_running_is_not_served() -> None:
    served: list[str] = []
    compiler = BackgroundCompiler()
    gone, there = Recorder("gone", 1, served), Recorder("there", 1, served)
    compiler.watch(gone)
    compiler.watch(there)
    compiler.unwatch(gone)
    compiler.start()
    wait_for_the_end(compiler)
    assert served == ["there"]


def test_nothing_hot_needs_no_thread() -> None:
    wait_for_the_end(background_compiler)
    module = plait.compile("console.log(1 + 1);")
    for _ in range(20):
        plait.Vm(plait.VmOptions(engine="auto"), write=lambda _: None).execute(module)
    assert compiler_threads() == []


def test_many_machines_share_one_thread() -> None:
    """And all of them get compiled code."""
    wait_for_the_end(background_compiler)
    most = 0
    compiled: list[int] = []

    def run(number: int) -> None:
        vm = plait.Vm(plait.VmOptions(engine="auto"))
        context = vm.load(fresh_module(f"hot{number}.ts"))
        deadline = time.monotonic() + 20
        while not any(context.program.code.loops) and time.monotonic() < deadline:
            vm.run(context, "f", [200_000.0])
        compiled.append(sum(1 for entry in context.program.code.loops if entry))

    threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        most = max(most, len(compiler_threads()))
        time.sleep(0.001)
    assert (most, compiled) == (1, [1, 1, 1, 1])
    wait_for_the_end(background_compiler)
    assert compiler_threads() == []


def test_what_has_been_compiled_quickly_is_improved() -> None:
    """Running code finds the better one, and the results stay the same; what is stored is that alone."""
    wait_for_the_end(background_compiler)
    vm = plait.Vm(plait.VmOptions(engine="auto"))
    context = vm.load(fresh_module())
    code = context.program.code
    expected = vm.run(context, "f", [20_000.0])
    deadline = time.monotonic() + 60
    seen: set[tuple[int | None, ...]] = set()
    while len(seen) < 3 and time.monotonic() < deadline:
        assert vm.run(context, "f", [20_000.0]) == expected
        seen.add(tuple(code.loops))
    assert len(seen) == 3
    wait_for_the_end(background_compiler)
    assert code.units
    assert {loop for unit in code.units for loop in unit.loops} == {
        number for number, address in enumerate(code.loops) if address
    }


def test_contexts_of_a_program_share_its_code() -> None:
    vm = plait.Vm(plait.VmOptions(engine="jit"))
    module = fresh_module()
    first, second = vm.load(module), vm.load(module)
    vm.run(first, "f", [10.0])
    units = list(first.program.code.units)
    vm.run(second, "f", [10.0])
    assert second.program.code.units == units != []


def test_a_fault_of_the_compiler_is_reported_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program runs to its end, interpreted; the thread goes on for others."""
    wait_for_the_end(background_compiler)
    reported: list[threading.ExceptHookArgs] = []

    def fail(*_: Any) -> None:
        raise RuntimeError("no code today")

    monkeypatch.setattr(threading, "excepthook", reported.append)
    module = fresh_module()
    vm = plait.Vm(plait.VmOptions(engine="auto"))
    context = vm.load(module)
    with monkeypatch.context() as patched:
        patched.setattr("plait.jit.unit.compile_unit", fail)
        results = {vm.run(context, "f", [500_000.0]) for _ in range(20)}
    expected = plait.Vm(plait.VmOptions(engine="interpreter")).execute_function(module, "f", [500_000.0])
    assert results == {expected}
    assert [(item.exc_type, item.thread and item.thread.name) for item in reported] == [
        (RuntimeError, "plait-compiler")
    ]
    other = vm.load(fresh_module())
    deadline = time.monotonic() + 20
    while not any(other.program.code.loops) and time.monotonic() < deadline:
        vm.run(other, "f", [200_000.0])
    assert any(other.program.code.loops)


FORKING = """
import os, sys, threading, time
import plait
from plait.vm.background_compiler import background_compiler

def run_hot():
    vm = plait.Vm(plait.VmOptions(engine="auto"))
    context = vm.load(plait.compile(SOURCE.replace("NONCE", f"{time.time_ns()} % 1000")))
    deadline = time.monotonic() + 20
    while not any(context.program.code.loops) and time.monotonic() < deadline:
        vm.run(context, "f", [200_000.0])
    return any(context.program.code.loops)

assert run_hot() and background_compiler.is_running
with background_compiler.lock:
    child = os.fork()
    if child == 0:
        assert not background_compiler.is_running
        os._exit(0 if run_hot() and background_compiler.is_running else 1)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_forked_process_has_a_compiler_of_its_own() -> None:
    """Whatever the thread of the parent held at that moment."""
    script = f"SOURCE = {HOT!r}\n{FORKING}"
    subprocess.run([sys.executable, "-W", "ignore", "-c", script], check=True, timeout=60)
