"""`Vm.interrupt` and `max_seconds` end what runs and what waits, wherever it is, and the machine goes on afterwards."""

from __future__ import annotations

import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

import pytest

import plait
from plait.vm.program import load_program

from .running import ENGINES, module_of

ANSWER = module_of(".function main() -> i32\n CONST_I32 42\n RETURN")

LATE: Final = 2.0
"""Seconds that an ending may take on a machine that has other things to do; 0.05 are promised where it has not."""

PROGRAMS: Final[dict[str, str]] = {
    "loop": "let n = 0; while (n >= 0) n = (n + 1) % 1000;",
    "calls": "function fib(n: number): number { return n < 2 ? n : fib(n - 1) + fib(n - 2); } fib(60);",
    "sleep": "await sleep(100000);",
    "many sleepers": """
async function one(n: number): Promise<void> { while (true) await sleep(50000 + n); }
for (let i = 0; i < 100; i++) void one(i);
await one(1);
""",
    "channel beside a sleeper": """
const channel = new Channel<number>(0);
async function late(): Promise<void> { await sleep(100000); channel.send(1); }
void late();
console.log(await channel.receive());
""",
    "turns of tasks": """
async function one(): Promise<number> { return 1; }
let n = 0;
while (n >= 0) n = (n + await one()) % 1000;
""",
    "long turns of tasks": """
async function one(): Promise<number> { let n = 0; for (let i = 0; i < 50000; i++) n = (n + i) % 1000; return n; }
while (true) await one();
""",
    "allocation": "let a: number[][] = []; while (true) { a.push([1, 2, 3]); if (a.length > 20000) a = []; }",
    "handlers": "while (true) { try { throw new Error('x'); } catch (e) { continue; } finally { 1; } }",
    "output": "while (true) console.log('line');",
    "host": """
import { ask } from "host:test";
declare module "host:test" { export function ask(): number; }
let n = 0; while (n >= 0) n = (n + ask()) % 1000;
""",
}


def machine(**options: Any) -> plait.Vm:
    """A machine that prints nowhere and offers a function that does nothing."""
    # What is made once a process takes its time.
    assert plait.Vm(plait.VmOptions(engine=options.get("engine", "auto"))).execute(ANSWER) == 42
    vm = plait.Vm(plait.VmOptions(**options), write=lambda _: None)
    vm.function("test.ask", "() -> f64")(lambda: 1.0)
    return vm


def answer_in_time(vm: plait.Vm) -> object:
    """What a short program gives, which a busy machine may need more than one try for."""
    for _ in range(100):
        with suppress(plait.LimitError):
            return vm.execute(ANSWER)
    return None


def compiled(name: str) -> plait.Module:
    return plait.compile(PROGRAMS[name], f"{name}.ts")


@contextmanager
def interrupted_after(seconds: float, vm: plait.Vm) -> Iterator[list[plait.InterruptError]]:
    """The block raises `InterruptError` soon after an interrupt from another thread; the list then holds it."""
    found: list[plait.InterruptError] = []
    sent: list[float] = []

    done = threading.Event()

    def interrupt() -> None:
        # It has no effect while nothing runs, as on a busy machine may still be so.
        while not done.is_set():
            sent[:] = [time.monotonic()]
            if vm.interrupt():
                return
            time.sleep(0.005)

    timer = threading.Timer(seconds, interrupt)
    timer.start()
    try:
        with pytest.raises(plait.InterruptError) as caught:
            yield found
        late = time.monotonic() - sent[0]
    finally:
        done.set()
        timer.cancel()
        timer.join()
    assert late < LATE
    assert "interrupted" in str(caught.value)
    found.append(caught.value)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", PROGRAMS)
def test_interrupt_from_another_thread(engine: str, name: str) -> None:
    vm = machine(engine=engine)
    module = compiled(name)
    with interrupted_after(0.1, vm):
        vm.execute(module)
    assert vm.execute(ANSWER) == 42


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", PROGRAMS)
def test_max_seconds(engine: str, name: str) -> None:
    vm = machine(engine=engine, max_seconds=0.1)
    module = compiled(name)
    start = time.monotonic()
    with pytest.raises(plait.LimitError) as caught:
        vm.execute(module)
    taken = time.monotonic() - start
    assert caught.value.limit == "max_seconds"
    assert 0.1 <= taken < 0.1 + LATE + (3.0 if engine == "jit" else 0)
    assert answer_in_time(vm) == 42


@pytest.mark.skipif(sys.platform == "win32", reason="there are no timers that send signals")
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["loop", "sleep", "turns of tasks", "host"])
def test_interrupt_from_a_signal_handler(engine: str, name: str) -> None:
    """Python lets the handler run between two turns of the program, which a busy machine makes long."""
    vm = machine(engine=engine)
    module = compiled(name)
    previous = signal.signal(signal.SIGALRM, lambda *_: vm.interrupt())
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        start = time.monotonic()
        with pytest.raises(plait.InterruptError):
            vm.execute(module)
        assert time.monotonic() - start < 5.0
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
    assert vm.execute(ANSWER) == 42


def test_an_interrupt_when_nothing_runs_does_nothing() -> None:
    vm = machine()
    assert not vm.interrupt()
    assert vm.execute(ANSWER) == 42
    assert not vm.interrupt()


def test_the_error_says_where_the_program_was() -> None:
    vm = machine(engine="interpreter", max_seconds=0.02)
    source = (
        "function spin(): void {\n  let n = 0;\n  while (true) n = (n + 1) % 10;\n}\n"
        "function outer(): void { spin(); }\nouter();\n"
    )
    with pytest.raises(plait.LimitError) as caught:
        vm.execute(plait.compile(source, "spin.ts"))
    assert [line.partition(" ")[0] for line in caught.value.trace] == ["spin", "outer", "main"]
    assert "spin.ts:3:" in caught.value.trace[0]
    assert str(caught.value) == f"the program takes too long: max_seconds is 0.02 (in {caught.value.trace[0]})"


def test_programs_in_the_library_end_within_the_bound_that_is_promised() -> None:
    """Saying where the program was takes no look at the whole library: `bench/latency.py` measures all engines.

    A busy machine may need more than one try.
    """
    module = plait.compile("await new Promise(done => setTimeout(done, 1000000));", "timer.ts")
    late: list[float] = []
    for _ in range(10):
        vm = plait.Vm(plait.VmOptions(engine="interpreter", max_seconds=0.02))
        context = vm.load(module)
        start = time.monotonic()
        with pytest.raises(plait.LimitError):
            vm.run(context, "main")
        late.append(time.monotonic() - start - 0.02)
        if late[-1] < 0.05:
            break
    assert min(late) < 0.05


def test_the_error_says_where_a_waiting_program_was() -> None:
    vm = machine(engine="interpreter")
    with interrupted_after(0.05, vm) as caught:
        vm.execute(plait.compile("\n\nawait sleep(100000);", "sleep.ts"))
    assert "sleep.ts:3:" in caught[0].trace[0]


def test_interrupt_errors_can_be_pickled() -> None:
    error = plait.InterruptError("interrupted", ["main (x.ts:1:1)"])
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), copy.trace) == (plait.InterruptError, "interrupted", ("main (x.ts:1:1)",))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("seconds", [0.0, 2.5])
def test_max_seconds_is_time_of_the_clock_of_the_machine(engine: str, seconds: float) -> None:
    clock = plait.MockClock()
    vm = plait.Vm(plait.VmOptions(engine=engine, max_seconds=seconds), clock=clock)
    with pytest.raises(plait.LimitError) as caught:
        vm.execute(compiled("sleep"))
    assert caught.value.limit == "max_seconds"
    assert clock.now() == seconds


def test_a_clock_that_is_slower_than_the_system_is_waited_for() -> None:
    class Slow:
        """A clock at a fifth of the speed."""

        def now(self) -> float:
            return time.monotonic() / 5

        def wait(self, seconds: float) -> None:
            time.sleep(min(5 * seconds, 0.02))

    vm = plait.Vm(plait.VmOptions(max_seconds=0.05), clock=Slow())
    start = time.monotonic()
    with pytest.raises(plait.LimitError):
        vm.execute(compiled("loop"))
    assert 0.25 <= time.monotonic() - start < 0.25 + LATE


CALLING_BACK: Final = """
import { again, pause } from "host:test";
declare module "host:test" { export function again(): number; export function pause(): number; }
export function inner(): number { let n = 0; while (n >= 0) n = (n + 1) % 1000; return n; }
export function outer(): number { try { return again(); } catch (e) { return outer(); } }
export function resting(): number { try { return pause(); } catch (e) { return resting(); } }
export function quick(): number { return 1; }
"""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("swallows", [False, True])
@pytest.mark.parametrize("by_time", [False, True])
def test_nested_calls_end_together(engine: str, swallows: bool, by_time: bool) -> None:
    """What the program and the function of the host catch does not matter."""
    vm = plait.Vm(plait.VmOptions(engine=engine, max_seconds=0.2 if by_time else None))
    inner: list[str] = []

    @vm.function("test.again", "() -> f64")
    def again() -> float:
        if not by_time:
            threading.Timer(0.05, vm.interrupt).start()
        try:
            vm.call_function(context, "inner")
        except plait.PlaitError as error:
            inner.append(type(error).__name__)
            if not swallows:
                raise
        return 1.0

    vm.function("test.pause", "() -> f64")(lambda: 1.0)
    context = vm.load(plait.compile(CALLING_BACK, "nested.ts"))
    ready = False
    while not ready:
        # In `jit` this compiles.
        with suppress(plait.LimitError):
            ready = vm.call_function(context, "quick") == 1.0
    start = time.monotonic()
    with pytest.raises(plait.PlaitError) as caught:
        vm.call_function(context, "outer")
    assert time.monotonic() - start < 0.2 + LATE
    assert inner == [type(caught.value).__name__] == ["LimitError" if by_time else "InterruptError"]


@pytest.mark.parametrize("engine", ENGINES)
def test_an_interrupt_while_the_host_works_ends_the_program_afterwards(engine: str) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine))
    calls: list[bool] = []
    vm.function("test.again", "() -> f64")(lambda: 1.0)

    @vm.function("test.pause", "() -> f64")
    def pause() -> float:
        calls.append(vm.interrupt())
        return 1.0

    context = vm.load(plait.compile(CALLING_BACK, "nested.ts"))
    with pytest.raises(plait.InterruptError):
        vm.call_function(context, "resting")
    assert calls == [True]
    # The call has been answered and is not done again.
    vm.run_tasks()
    assert calls == [True]


@pytest.mark.parametrize("engine", ENGINES)
def test_tasks_go_on_where_they_stood(engine: str) -> None:
    """An interrupt loses nothing: the program ends with the right answer, whenever it came."""
    vm = machine(engine=engine)
    program = """
let done = 0;
async function work(n: number): Promise<number> {
  let sum = 0;
  for (let i = 0; i < ROUNDS; i++) { sum = (sum * 31 + i + n) % 65521; if (i % 1000 === 0) await sleep(0); }
  done++;
  return sum;
}
const all = await Promise.all([work(1), work(2), work(3)]);
console.log(all[0], all[1], all[2], done);
""".replace("ROUNDS", "3000" if engine == "reference" else "300000")
    module = plait.compile(program, "work.ts")
    lines: list[str] = []
    whole = plait.Vm(plait.VmOptions(engine=engine), write=lines.append, clock=plait.MockClock())
    whole.execute(module)
    expected, fuel = lines[:], whole.stats.fuel
    lines.clear()
    vm = plait.Vm(plait.VmOptions(engine=engine, max_seconds=0.02), write=lines.append, clock=None)
    context = vm.load(module)
    assert module.main is not None
    vm.spawn_task(module.main)
    interruptions = 0
    while context.get("unfinished"):
        with suppress(plait.LimitError):
            interruptions += 1
            vm.run_tasks()
            interruptions -= 1
    assert interruptions > 0
    assert "".join(lines) == "".join(expected)
    assert context.fuel_used == fuel


def test_a_nested_task_that_was_interrupted_goes_on_later() -> None:
    vm = plait.Vm(plait.VmOptions(engine="interpreter"))
    source = """
import { again } from "host:test";
declare module "host:test" { export function again(): number; }
let turns = 0;
export function inner(): number { while (turns < 1e8) turns++; return turns; }
export function outer(): number { return again() + 1; }
"""

    @vm.function("test.again", "() -> f64")
    def again() -> float:
        with pytest.raises(plait.InterruptError):
            vm.call_function(context, "inner")
        return 1.0

    context = vm.load(plait.compile(source, "nested.ts"))
    task = vm.spawn_task("outer")
    with interrupted_after(0.1, vm):
        vm.run_tasks()
    assert 0 < vm.global_vars["turns"] < 1e8
    vm.run_tasks()
    assert vm.global_vars["turns"] == 1e8
    assert vm.task_result(task) == plait.Complete(2.0)


def spawned(vm: plait.Vm) -> plait.Vm:
    """The machine, with a task to run."""
    vm.spawn_task("spin")
    return vm


WAYS: Final[dict[str, Callable[[plait.Vm, plait.VmContext], object]]] = {
    "run": lambda vm, context: vm.run(context, "spin"),
    "call_function": lambda vm, context: vm.call_function(context, "spin"),
    "run_tasks": lambda vm, context: spawned(vm).run_tasks(),
    "run_until_idle": lambda vm, context: spawned(vm).run_until_idle(),
    "run_task": lambda vm, context: plait.TaskInterpreter(vm).run_task(vm.spawn_task("spin")),
    "run_to_breakpoint": lambda vm, context: spawned(vm).run_to_breakpoint(),
    "function handle": lambda vm, context: vm.call_function(context, "spinner")(),
    "method": lambda vm, context: vm.call_function(context, "top").spin(),
    "getter": lambda vm, context: vm.call_function(context, "top").spun,
    "setter": lambda vm, context: setattr(vm.call_function(context, "top"), "spun", 1.0),
    "constructor": lambda vm, context: vm.class_registry.create_instance(vm.class_registry.find_class("Wheel")),
}

SPINNING: Final = """
export function spin(): void { while (true) { } }
export function spinner(): () => void { return () => { spin(); }; }
class Top {
  spin(): void { spin(); }
  get spun(): number { spin(); return 1; }
  set spun(value: number) { spin(); }
}
class Wheel { turns = 0; constructor() { spin(); } }
export function top(): Top { return new Top(); }
"""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_run_ends(engine: str, way: str) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine))
    # What is made once a process takes its time.
    assert vm.load(plait.compile("export function one() { return 1 }")).call("one") == 1
    source = SPINNING.replace("export ", "") if way == "constructor" else SPINNING
    context = vm.load(plait.compile(source, "spinning.ts"))
    with interrupted_after(0.05, vm):
        WAYS[way](vm, context)
    context.close()
    vm = plait.Vm(plait.VmOptions(engine=engine, max_seconds=0.05))
    with pytest.raises(plait.LimitError, match="max_seconds"):
        WAYS[way](vm, vm.load(plait.compile(source, "spinning.ts")))


def test_an_interrupt_is_not_kept_for_later() -> None:
    """An interrupt that comes when the call ends has no effect on the next."""
    vm = machine(engine="interpreter")
    stop = threading.Event()

    def pester() -> None:
        while not stop.is_set():
            vm.interrupt()
            time.sleep(0.0001)

    thread = threading.Thread(target=pester)
    thread.start()
    endings = {"value": 0, "interrupted": 0}
    try:
        for _ in range(2000):
            try:
                assert vm.execute(ANSWER) == 42
                endings["value"] += 1
            except plait.InterruptError:
                endings["interrupted"] += 1
    finally:
        stop.set()
        thread.join()
    assert vm.execute(ANSWER) == 42


def large_module() -> plait.Module:
    """A module that LLVM takes seconds to compile."""
    lines = ["let sum = 0;"]
    for number in range(12):
        body = " ".join(f"n = (n * 31 + row[{item % 9}] / {item + 1}) % 65521;" for item in range(100))
        lines.append(f"function f{number}(row: number[]): number {{ let n = {number}; {body} return n; }}")
    calls = " + ".join(f"f{number}([1, 2, 3, 4, 5, 6, 7, 8, 9])" for number in range(12))
    return plait.compile("\n".join([*lines, f"console.log({calls});"]), "large.ts")


@pytest.mark.parametrize("by_time", [False, True])
def test_compiling_ends_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Any, by_time: bool) -> None:
    """`jit` compiles everything first; that ends, goes on in the background, and the program can run later."""
    monkeypatch.setenv("PLAIT_CACHE_DIR", str(tmp_path))
    module = large_module()
    assert module.main is not None
    lines: list[str] = []
    vm = plait.Vm(plait.VmOptions(engine="jit", max_seconds=0.1 if by_time else None), write=lines.append)
    context = vm.load(module)
    if by_time:
        start = time.monotonic()
        with pytest.raises(plait.LimitError, match="max_seconds"):
            vm.run(context, module.main)
        assert time.monotonic() - start < 0.1 + LATE
    else:
        with interrupted_after(0.1, vm):
            vm.run(context, module.main)
    assert not lines
    while not lines:
        with suppress(plait.LimitError):
            vm.run_tasks()
    expected: list[str] = []
    plait.Vm(plait.VmOptions(engine="interpreter"), write=expected.append).execute(module)
    assert lines == expected
    assert vm.stats.compiled_functions == 13


@pytest.mark.parametrize("engine", ENGINES)
def test_an_interrupt_while_a_module_is_loaded_ends_the_execution(monkeypatch: pytest.MonkeyPatch, engine: str) -> None:
    vm = machine(engine=engine)

    def load_slowly(module: plait.Module) -> object:
        assert vm.interrupt()
        return load_program(module)

    monkeypatch.setattr("plait.vm.vm.load_program", load_slowly)
    with pytest.raises(plait.InterruptError):
        vm.execute(compiled("loop"))
