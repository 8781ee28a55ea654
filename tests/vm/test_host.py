"""The machine as its host sees it: limits, interruption, threads, many executions, wrong arguments."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import plait

from .running import ENGINES, NATIVE, module_of

ANSWER = module_of(".function main() -> i32\n CONST_I32 42\n RETURN")

LIMITS: dict[str, tuple[str, dict[str, Any]]] = {
    "max_fuel": (".function main()\nagain:\n JUMP again", {"max_fuel": 10_000}),
    "max_memory": (
        '.function main()\n.local string\n CONST_STRING "x"\n STORE_LOCAL 0\nagain:\n'
        " LOAD_LOCAL 0\n LOAD_LOCAL 0\n STRING_CONCAT\n STORE_LOCAL 0\n JUMP again",
        {"max_memory": 1 << 16},
    ),
    "max_stack_depth": (".function main()\n CALL main 0\n RETURN_VOID", {"max_stack_depth": 50}),
    "deadlock": (
        ".global first task(void)\n.function main()\n SPAWN waits 0\n DUP\n STORE_GLOBAL first\n YIELD\n AWAIT\n"
        " RETURN_VOID\n.function waits()\n YIELD\n SPAWN waits_too 0\n AWAIT\n RETURN_VOID\n"
        ".function waits_too()\n YIELD\n LOAD_GLOBAL first\n AWAIT\n RETURN_VOID",
        {},
    ),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("limit", LIMITS)
def test_a_limit_is_reported_and_the_machine_goes_on(engine: str, limit: str) -> None:
    text, options = LIMITS[limit]
    vm = plait.Vm(plait.VmOptions(engine=engine, **options))
    for _ in range(3):
        with pytest.raises(plait.LimitError) as caught:
            vm.execute(module_of(text))
        assert caught.value.limit == limit
        assert vm.execute(ANSWER) == 42
        assert vm.stats.fuel == 2


SPIN = """
.function main()
.local f64
    CONST_F64 0.0
    STORE_LOCAL 0
again:
    LOAD_LOCAL 0
    CONST_F64 1.5
    FADD
    STORE_LOCAL 0
    JUMP again
"""

YIELDING = """
.function main()
again:
    YIELD
    JUMP again
"""

CALLING = """
.function main()
again:
    CALL empty 0
    JUMP again
.function empty()
    RETURN_VOID
"""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("text", [SPIN, YIELDING, CALLING], ids=["spin", "yield", "call"])
@pytest.mark.parametrize("options", [{}, {"preemption_threshold": 100}, {"suspend_always": True}], ids=str)
def test_interruption(engine: str, text: str, options: dict[str, Any]) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine, **options))
    assert vm.execute(ANSWER) == 42
    module = module_of(text)
    sent: list[float] = []

    def interrupt() -> None:
        sent.append(time.monotonic())
        os.kill(os.getpid(), signal.SIGINT)

    timer = threading.Timer(0.1, interrupt)
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        vm.execute(module)
    late = time.monotonic() - sent[0]
    timer.join()
    assert late < 1.0  # Some 0.1 s on a machine that does nothing else.
    assert vm.execute(ANSWER) == 42


YIELDING_THEN_SPINNING = """
.function main()
.local i32
    CONST_I32 0
    STORE_LOCAL 0
again:
    YIELD
    LOAD_LOCAL 0
    CONST_I32 1
    IADD
    DUP
    STORE_LOCAL 0
    CONST_I32 1500000
    ILT
    JUMP_IF_TRUE again
    CONST_STRING "now"
    NATIVE_CALL console.log 1
spin:
    JUMP spin
"""


@pytest.mark.parametrize("engine", NATIVE)
def test_interruption_after_many_short_turns(engine: str) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine))
    sent: list[float] = []

    def interrupt() -> None:
        sent.append(time.monotonic())
        os.kill(os.getpid(), signal.SIGINT)

    timer = threading.Timer(0.7, interrupt)
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        vm.execute(module_of(YIELDING_THEN_SPINNING))
    assert time.monotonic() - sent[0] < 1.0
    timer.join()


@pytest.mark.parametrize("engine", ENGINES)
def test_two_machines_in_two_threads(engine: str) -> None:
    source = """
function f(n: number): number { let s = 0; for (let i = 0; i < n; i++) s = (s * 31 + i) % 65521; return s; }
let total = 0;
for (let i = 0; i < 20; i++) total += f(100 + i) + deep(50);
function deep(n: number): number { return n === 0 ? 0 : 1 + deep(n - 1); }
console.log(total);
"""
    module = plait.compile(source, "test.ts")

    def work(_: int) -> tuple[str, int]:
        pieces: list[str] = []
        vm = plait.Vm(plait.VmOptions(engine=engine), write=pieces.append)
        for _ in range(3):
            vm.execute(module)
        return "".join(pieces), vm.stats.fuel

    with ThreadPoolExecutor(2) as pool:
        results = set(pool.map(work, range(4)))
    assert len(results) == 1


@pytest.mark.parametrize("engine", NATIVE)
def test_deep_recursion_in_a_thread_with_a_small_stack(engine: str) -> None:
    source = "function f(n: number): number { return n === 0 ? 0 : 1 + f(n - 1); } console.log(f(99000));"
    module = plait.compile(source, "test.ts")
    pieces: list[str] = []
    vm = plait.Vm(plait.VmOptions(engine=engine, max_stack_depth=100_000), write=pieces.append)
    vm.execute(module)
    old = threading.stack_size(1 << 20)
    try:
        thread = threading.Thread(target=vm.execute, args=(module,))
        thread.start()
    finally:
        threading.stack_size(old)
    thread.join()
    assert pieces == ["99000\n", "99000\n"]


def _status(name: str) -> int:
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(name))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("engine", NATIVE)
def test_many_executions_leave_nothing_behind(engine: str) -> None:
    module = plait.compile("const a = [1, 2]; a.push(3); let s = 'x' + a.length; s += 'y';", "test.ts")
    vm = plait.Vm(plait.VmOptions(engine=engine))
    for _ in range(50):
        vm.execute(module)
    before = _status("VmSize"), _status("VmRSS")
    for _ in range(2000):
        vm.execute(module)
    assert _status("VmSize") - before[0] < 1 << 20
    assert _status("VmRSS") - before[1] < 8 << 10
    assert threading.active_count() < 10


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_errors_that_are_kept_do_not_keep_the_memory() -> None:
    module = plait.compile("throw new Error('x');", "test.ts")
    vm = plait.Vm(plait.VmOptions(engine="interpreter"))
    kept: list[Exception] = []
    for _ in range(200):
        with pytest.raises(plait.GuestError) as caught:
            vm.execute(module)
        kept.append(caught.value)
    assert _status("VmSize") < 100 << 22


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("engine", NATIVE)
def test_many_programs_leave_nothing_behind(engine: str) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine))
    before = 0
    for number in range(200):
        assert vm.execute(module_of(f".function main() -> i32\n CONST_I32 {number}\n RETURN")) == number
        if number == 100:
            before = _status("VmRSS")
    # LLVM keeps some 70 KB of every module that it compiles.
    assert _status("VmRSS") - before < 20 << 10


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ((), TypeError),
        ((1, 2, 3), TypeError),
        ((1 << 31, 2.0), OverflowError),
        ((1.0, 2.0), TypeError),
        ((True, 2.0), TypeError),
        ((1, (1 << 53) + 1), OverflowError),
        ((1, 10**400), OverflowError),
        ((1, "2"), TypeError),
        ((None, 2.0), TypeError),
    ],
)
def test_arguments_that_do_not_fit(arguments: tuple[Any, ...], error: type[Exception]) -> None:
    module = module_of(".function f(i32, f64) -> f64\n LOAD_LOCAL 1\n RETURN\n.function main()\n RETURN_VOID")
    vm = plait.Vm()
    with pytest.raises(error):
        vm.execute_function(module, "f", arguments)
    assert vm.execute_function(module, "f", (1, 2)) == 2.0
    assert vm.execute_function(module, 0, [-(1 << 31), 1 << 53]) == float(1 << 53)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("number", [0.0, -0.0, 1.5, float("inf"), float("nan")])
def test_floats_arrive_and_come_back_as_they_are(engine: str, number: float) -> None:
    module = module_of(".function f(f64) -> f64\n LOAD_LOCAL 0\n RETURN\n.function main()\n RETURN_VOID")
    vm = plait.Vm(plait.VmOptions(engine=engine))
    assert repr(vm.execute_function(module, "f", (number,))) == repr(number)


def test_functions_that_are_not_there() -> None:
    vm = plait.Vm()
    for function in (-1, 1, 10**10, "g"):
        with pytest.raises(ValueError, match="has no function"):
            vm.execute_function(ANSWER, function)
    for wrong in (1.0, None, True, b"main"):
        with pytest.raises(TypeError):
            vm.execute_function(ANSWER, wrong)  # type: ignore[arg-type]
    for what in ("main", None, 3, ANSWER.to_bytes()):
        with pytest.raises(TypeError, match="Module"):
            vm.execute(what)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="Module"):
            vm.load(what)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        vm.execute_function(ANSWER, 0, None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="VmOptions"):
        plait.Vm("jit")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="write"):
        plait.Vm(write=sys.stdout)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="write_error"):
        plait.Vm(write_error=sys.stderr)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"max_stack_depth": 0}, ValueError),
        ({"max_stack_depth": 1 << 31}, ValueError),
        ({"max_stack_depth": 10.0}, TypeError),
        ({"max_stack_depth": True}, TypeError),
        ({"max_stack_depth": None}, TypeError),
        ({"max_fuel": -1}, ValueError),
        ({"max_fuel": "9"}, TypeError),
        ({"max_memory": 0}, ValueError),
        ({"max_memory": 1 << 40}, ValueError),
        ({"max_memory": None}, TypeError),
        ({"preemption_threshold": 0}, ValueError),
        ({"preemption_threshold": 1.5}, TypeError),
        ({"num_workers": 0}, ValueError),
        ({"num_workers": 2}, ValueError),
        ({"engine": "fast"}, ValueError),
        ({"engine": 3}, TypeError),
        ({"engine": []}, TypeError),
        ({"suspend_always": "yes"}, TypeError),
        ({"collect_always": 1}, TypeError),
        ({"nothing": 1}, TypeError),
    ],
)
def test_options_that_are_refused(options: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        plait.VmOptions(**options)
    assert next(iter(options)) in str(caught.value)


def test_options_at_their_bounds() -> None:
    vm = plait.Vm(plait.VmOptions(max_stack_depth=1, max_memory=1 << 16, max_fuel=2, preemption_threshold=1))
    assert vm.execute(ANSWER) == 42
    options = plait.VmOptions(max_stack_depth=(1 << 31) - 1, max_memory=1800 << 20, max_fuel=(1 << 62) - 1)
    assert plait.Vm(options).execute(ANSWER) == 42


@pytest.mark.parametrize("engine", ENGINES)
def test_a_write_that_fails(engine: str) -> None:
    def write(text: str) -> None:
        raise BrokenPipeError(text)

    vm = plait.Vm(plait.VmOptions(engine=engine), write=write)
    with pytest.raises(BrokenPipeError):
        vm.execute(plait.compile("console.log('x'); throw new Error('y');"))
    assert vm.execute(ANSWER) == 42


@pytest.mark.parametrize("engine", NATIVE)
def test_exit_while_a_thread_runs_a_program(engine: str) -> None:
    code = f"""
import threading, time, plait
module = plait.compile("console.log('begin'); let s = 0; while (true) {{ s += 1; }}")
begun = threading.Event()
vm = plait.Vm(plait.VmOptions(engine="{engine}"), write=lambda text: begun.set())
threading.Thread(target=vm.execute, args=(module,), daemon=True).start()
begun.wait()
time.sleep(0.1)
print("end", flush=True)
"""
    ended = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60)
    assert (ended.stdout, ended.returncode) == ("end\n", 0), ended.stderr


@pytest.mark.parametrize("engine", ENGINES)
def test_both_streams_come_in_order(engine: str) -> None:
    pieces: list[str] = []
    vm = plait.Vm(
        plait.VmOptions(engine=engine),
        write=lambda text: pieces.append(f"out {text}"),
        write_error=lambda text: pieces.append(f"err {text}"),
    )
    vm.execute(plait.compile("console.log('a'); console.log('b'); console.error('c'); console.log('d');"))
    assert pieces == ["out a\nb\n", "err c\n", "out d\n"]


def test_errors_go_to_standard_error_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    plait.Vm().execute(plait.compile("console.warn('half \\ud800'); console.log('out');"))
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("out\n", "half \ufffd\n")
