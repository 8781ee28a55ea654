"""What single operations cost, in nanoseconds, beside Node.

    python bench/operations.py [--repeat N]

Every operation runs many times in one loop of the program; the time of that loop is divided by their number. All
rounds are interleaved: in each, every operation runs once under Node, `interpreter` and `jit`. Shown are medians of N
rounds (at least five) with the lowest and the highest. Calls between the program and Python are shown twice: with
Python otherwise quiet, and while another thread of Python is busy, which keeps the GIL for 5 ms at a time.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import plait
from plait.pipeline import assemble_text

SHIM = Path(__file__).parent.parent / "tests" / "oracle" / "plait.mjs"
ENGINES = ("interpreter", "jit")


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation that a program does `count` times: in plait's language, and in JavaScript."""

    name: str
    count: int
    source: str
    javascript: str


OPERATIONS = (
    Operation(
        "turn of a loop",
        2_000_000,
        """
let total: int = 0;
function measure(n: int): int { for (let i: int = 0; i < n; i++) { total = (total + i) | 0; } return total; }
""",
        """
let total = 0;
function measure(n) { for (let i = 0; i < n; i++) { total = (total + i) | 0; } return total; }
""",
    ),
    Operation(
        "method call",
        2_000_000,
        """
class Sum { value: int = 0; add(n: int): int { this.value = (this.value + n) | 0; return this.value; } }
class Twice extends Sum { add(n: int): int { this.value = (this.value + n + n) | 0; return this.value; } }
const both: Sum[] = [new Sum(), new Twice()];
function measure(n: int): int {
  let last: int = 0;
  for (let i: int = 0; i < n; i++) { last = both[i & 1].add(i); }
  return last;
}
""",
        """
class Sum { value = 0; add(n) { this.value = (this.value + n) | 0; return this.value; } }
class Twice extends Sum { add(n) { this.value = (this.value + n + n) | 0; return this.value; } }
const both = [new Sum(), new Twice()];
function measure(n) { let last = 0; for (let i = 0; i < n; i++) { last = both[i & 1].add(i); } return last; }
""",
    ),
    Operation(
        "closure call",
        2_000_000,
        """
function counter(step: int): (n: int) => int {
  let total: int = 0;
  return (n: int): int => { total = (total + n + step) | 0; return total; };
}
function measure(n: int): int {
  const count = counter(3);
  let last: int = 0;
  for (let i: int = 0; i < n; i++) { last = count(i); }
  return last;
}
""",
        """
function counter(step) { let total = 0; return (n) => { total = (total + n + step) | 0; return total; }; }
function measure(n) {
  const count = counter(3);
  let last = 0;
  for (let i = 0; i < n; i++) { last = count(i); }
  return last;
}
""",
    ),
    Operation(
        "allocation",
        2_000_000,
        """
class Point { x: int; y: int; constructor(x: int, y: int) { this.x = x; this.y = y; } }
let last = new Point(0, 0);
function measure(n: int): int { for (let i: int = 0; i < n; i++) { last = new Point(i, 1); } return last.x; }
""",
        """
class Point { constructor(x, y) { this.x = x; this.y = y; } }
let last = new Point(0, 0);
function measure(n) { for (let i = 0; i < n; i++) { last = new Point(i, 1); } return last.x; }
""",
    ),
    Operation(
        "throw and catch",
        100_000,
        """
function fail(): int { throw new Error("no"); }
function measure(n: int): int {
  let caught: int = 0;
  for (let i: int = 0; i < n; i++) { try { fail(); } catch (error) { caught++; } }
  return caught;
}
""",
        """
function fail() { throw new Error("no"); }
function measure(n) {
  let caught = 0;
  for (let i = 0; i < n; i++) { try { fail(); } catch (error) { caught++; } }
  return caught;
}
""",
    ),
    Operation(
        "spawn and await",
        300_000,
        """
async function child(n: int): Promise<int> { return n; }
async function work(n: int): Promise<void> { for (let i: int = 0; i < n; i++) { await child(i); } }
function measure(n: int): int { work(n); return 0; }
""",
        """
async function child(n) { return n; }
async function measure(n) { for (let i = 0; i < n; i++) { await child(i); } }
""",
    ),
    Operation(
        "mutex hand-over",
        300_000,
        """
async function take(gate: Mutex, n: int): Promise<void> {
  for (let i: int = 0; i < n; i++) { await gate.lock(); await nothing(); gate.unlock(); }
}
async function nothing(): Promise<void> {}
function measure(n: int): int {
  const gate = new Mutex();
  take(gate, n >> 1);
  take(gate, n >> 1);
  return 0;
}
""",
        """
async function nothing() {}
async function take(gate, n) { for (let i = 0; i < n; i++) { await gate.lock(); await nothing(); gate.unlock(); } }
async function measure(n) { const gate = new Mutex(); await Promise.all([take(gate, n >> 1), take(gate, n >> 1)]); }
""",
    ),
)

NODE = """
import { performance } from "node:perf_hooks";
await import(%s);
const results = {};
for (const [name, count, source] of %s) {
  const measure = new Function(source + "; return measure;")();
  await measure(count);
  const start = performance.now();
  await measure(count);
  results[name] = (performance.now() - start) * 1e6 / count;
}
console.log(JSON.stringify(results));
"""

HOST = """
.import next(f64) -> f64
.function measure(i32) -> f64
.local i32, f64
    CONST_I32 0
    STORE_LOCAL 1
    CONST_F64 0.0
    STORE_LOCAL 2
again:
    LOAD_LOCAL 2
    NATIVE_CALL host:next 1
    STORE_LOCAL 2
    LOAD_LOCAL 1
    CONST_I32 1
    IADD
    DUP
    STORE_LOCAL 1
    LOAD_LOCAL 0
    ILT
    JUMP_IF_TRUE again
    LOAD_LOCAL 2
    RETURN
.function identity(f64) -> f64
    LOAD_LOCAL 0
    RETURN
"""
HOST_CALLS = 20_000
BUSY_CALLS = 100
"""With a busy thread a call takes 5 ms."""


class Bench:
    """The programs, loaded once for each engine."""

    def __init__(self) -> None:
        self.contexts: dict[tuple[str, str], tuple[plait.Vm, plait.VmContext]] = {}
        for engine in ENGINES:
            for operation in OPERATIONS:
                module = plait.compile(operation.source, name=f"{operation.name}.ts")
                vm = plait.Vm(plait.VmOptions(engine=engine))
                context = vm.load(module)
                self.contexts[operation.name, engine] = vm, context
                vm.run(context, "main")
                vm.run(context, "measure", [operation.count])
            vm = plait.Vm(plait.VmOptions(engine=engine))
            vm.function("next", "(f64) -> f64")(lambda x: x + 1)
            context = vm.load(assemble_text(HOST, "host.plasm"))
            self.contexts["host", engine] = vm, context
            vm.run(context, "measure", [10])

    def operation(self, operation: Operation, engine: str) -> float:
        """Nanoseconds that the operation takes."""
        vm, context = self.contexts[operation.name, engine]
        start = time.perf_counter()
        vm.run(context, "measure", [operation.count])
        return (time.perf_counter() - start) * 1e9 / operation.count

    def guest_to_python(self, engine: str, count: int) -> float:
        """Nanoseconds that a call of a Python function takes."""
        vm, context = self.contexts["host", engine]
        start = time.perf_counter()
        vm.run(context, "measure", [count])
        return (time.perf_counter() - start) * 1e9 / count

    def python_to_guest(self, engine: str, count: int) -> float:
        """Nanoseconds that a call of a function of the program takes."""
        vm, context = self.contexts["host", engine]
        start = time.perf_counter()
        for _ in range(count):
            vm.call_function(context, 1, (1.0,))
        return (time.perf_counter() - start) * 1e9 / count


@contextmanager
def busy_thread() -> Iterator[None]:
    """A thread that computes in Python all the time."""
    ended = threading.Event()

    def compute() -> None:
        while not ended.is_set():
            sum(range(1000))

    thread = threading.Thread(target=compute)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def run_node() -> dict[str, float]:
    """Nanoseconds by operation; empty without Node."""
    node = shutil.which("node")
    if node is None:
        return {}
    listed = json.dumps([[item.name, item.count, item.javascript] for item in OPERATIONS])
    script = NODE % (json.dumps(SHIM.as_uri()), listed)
    done = subprocess.run(
        [node, "--input-type=module", "-e", script], capture_output=True, text=True, timeout=120, check=True
    )
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def main() -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5, help="rounds, at least 5 (default 5)")
    rounds = max(5, parser.parse_args().repeat)
    bench = Bench()
    times: dict[tuple[str, str], list[float]] = {}
    for number in range(rounds):
        for name, value in run_node().items():
            times.setdefault((name, "node"), []).append(value)
        for operation in OPERATIONS:
            for engine in ENGINES:
                times.setdefault((operation.name, engine), []).append(bench.operation(operation, engine))
        for engine in ENGINES:
            measure_host(bench, engine, times)
        print(f"round {number + 1} of {rounds} done", file=sys.stderr, flush=True)
    report(times)
    return 0


def measure_host(bench: Bench, engine: str, times: dict[tuple[str, str], list[float]]) -> None:
    """The calls between program and Python, quiet and busy."""
    calls = {"call of Python": bench.guest_to_python, "call from Python": bench.python_to_guest}
    for name, measure in calls.items():
        times.setdefault((name, engine), []).append(measure(engine, HOST_CALLS))
        with busy_thread():
            times.setdefault((f"{name}, busy", engine), []).append(measure(engine, BUSY_CALLS))


def report(times: dict[tuple[str, str], list[float]]) -> None:
    """Print a line for each operation."""
    columns = ("node", *ENGINES)
    print(f"{'ns per operation':24}" + "".join(f"{column:>36}" for column in columns))
    for name in dict.fromkeys(name for name, _ in times):
        node = times.get((name, "node"))
        print(f"{name:24}" + "".join(f"{_cell(times.get((name, column)), node):>36}" for column in columns))


def _cell(values: list[float] | None, node: list[float] | None) -> str:
    """Median, lowest and highest, and the ratio to Node."""
    if values is None:
        return ""
    median = statistics.median(values)
    text = f"{median:,.0f} ({min(values):,.0f}-{max(values):,.0f})"
    return text if node is None or values is node else f"{text} {median / statistics.median(node):7.2f} x"


if __name__ == "__main__":
    sys.exit(main())
