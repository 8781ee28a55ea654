"""Guest code runs, and is compiled, on stacks of the machine's own: no thread has too small a stack for it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys

import pytest

NAMES = [f"v{index}" for index in range(40)]

WIDE = f"""
function wide(depth: number, {", ".join(f"{name}: number" for name in NAMES)}): number {{
  if (depth === 0) return v0;
  const result = wide(depth - 1, {", ".join(f"{name} + {index}" for index, name in enumerate(NAMES))});
  return result + {" + ".join(NAMES)};
}}
let told = '';
for (let turn = 0; turn < 600; turn++) {{
  try {{
    told = `${{wide(turn < 590 ? 10 : 5000, {", ".join("1" for _ in NAMES)})}}`;
  }} catch (error) {{
    told = `${{error}}`;
  }}
}}
return told;
"""
"""Frames as large as they come, deeper than any stack, called hot enough to be compiled."""

CHAIN = f"""
function chain(a: int, b: int): int {{
  let x = a;
  {" ".join(f"x = (x ^ b) * {index} | 0;" for index in range(3, 900))}
  return x;
}}
return chain(1, 2) !== 0;
"""
"""LLVM goes down as deep as this is long."""

NESTED = """
import { again } from 'host:test';
declare module 'host:test' { export function again(depth: number): number; }
function down(depth: number): number { return depth === 0 ? 0 : 1 + again(depth - 1); }
"""

SCRIPT = """
import sys, threading
import plait

WIDE = plait.compile(__import__("os").environ["WIDE"])
CHAIN = plait.compile(__import__("os").environ["CHAIN"])
NESTED = plait.compile(__import__("os").environ["NESTED"])

def deep(depth, work):
    # Through C, so that each level takes some of the native stack.
    return work() if depth == 0 else max(map(lambda _: deep(depth - 1, work), [0]))

def run(engine):
    assert plait.Vm(plait.VmOptions(engine=engine)).execute(WIDE) == "RangeError: Maximum call stack size exceeded"
    vm = plait.Vm(plait.VmOptions(engine=engine))
    @vm.function("test.again", "(f64) -> f64")
    def again(depth):
        return vm.call_function(vm.last_context(), "down", [depth])
    vm.load(NESTED)
    # A call of the host within one of the program within one of the host takes some of it, too, by CPython's frames.
    levels = min(40, int(sys.argv[3]))
    assert again(levels) == levels
    assert deep(int(sys.argv[2]), lambda: again(5)) == 5

def work():
    for engine in ("interpreter", "jit", "auto"):
        run(engine)
    assert plait.Vm(plait.VmOptions(engine="jit")).execute(CHAIN) is True
    ended.append(True)

ended = []
if sys.argv[1] == "main":
    work()
else:
    threading.stack_size(int(sys.argv[1]) << 10)
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
assert ended == [True]
print("good")
"""


def _run(before: str, *arguments: str) -> None:
    environment = {**os.environ, "WIDE": WIDE, "CHAIN": CHAIN, "NESTED": NESTED}
    command = f"{before}; exec {shlex.join([sys.executable, '-c', SCRIPT, *arguments])}"
    done = subprocess.run(
        ["sh", "-c", command], check=False, capture_output=True, text=True, env=environment, timeout=120
    )
    assert (done.returncode, done.stdout) == (0, "good\n"), done.stderr


@pytest.mark.parametrize("kibibytes", [64, 128, 256, 384, 512])
def test_threads_with_small_stacks(kibibytes: int) -> None:
    """Also deep in the host's own recursion, as far as CPython itself gets there."""
    _run(":", str(kibibytes), str(kibibytes // 16), str(kibibytes // 4))


@pytest.mark.parametrize("kibibytes", [256, 512])
def test_main_thread_with_a_small_stack(kibibytes: int) -> None:
    _run(f"ulimit -s {kibibytes}", "main", "20", "40")


DEEP = """
import sys, threading
import plait

SOURCE = "export function call(f: any) { return f() } export function down(f: any, n: number) { return f(n - 1) }"

def run(engine):
    vm = plait.Vm(plait.VmOptions(engine=engine))
    contexts = [vm.load(plait.compile(SOURCE, "deep.ts")) for _ in range(2)]
    def again():
        return contexts[0].call("call", again)
    def turns(n):
        return contexts[n % 2].call("down", turns, n) if n else 0
    for work in (lambda: contexts[0].call("call", again), lambda: turns(95)):
        try:
            work()
        except plait.GuestError as error:
            assert sys.argv[2] in str(error), error
            assert contexts[0].call("down", lambda n: n, 1) == 0

ended = []

def work():
    for engine in ("interpreter", "jit", "auto"):
        run(engine)
    ended.append(True)

threading.stack_size(int(sys.argv[1]) << 10)
thread = threading.Thread(target=work)
thread.start()
thread.join()
assert ended == [True]
print("good")
"""


@pytest.mark.parametrize(
    ("kibibytes", "message"), [(48, "give it a larger one"), (64, "give it a larger one"), (1024, "")]
)
def test_nested_calls_end_before_a_small_stack_does(kibibytes: int, message: str) -> None:
    command = [sys.executable, "-c", DEEP, str(kibibytes), message]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout) == (0, "good\n"), done.stderr
