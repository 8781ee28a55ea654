"""The child of a fork can do all that its parent can, whatever other threads of the parent were doing."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")

START = """
import multiprocessing, os, signal, sys, threading, time
import plait

def hot(name, count=12):
    bodies = "".join(
        f"function f{i}(n: number): number {{ let s = 0; for (let i = 0; i < n; i++) s += i % {i + 3}; return s; }}\\n"
        for i in range(count)
    )
    calls = "".join(f"t += f{i}(20);" for i in range(count))
    return plait.compile(bodies + f"let t = 0; for (let k = 0; k < 600; k++) {{ {calls} }} return t;", name)

def result(module, engine):
    return plait.Vm(plait.VmOptions(engine=engine)).execute(module)

def compile_and_run(number):
    module = plait.compile(f"let s = {number}; for (let i = 0; i < 3000; i++) s += i; return s;", f"child{number}.ts")
    return [result(module, engine) for engine in ("interpreter", "auto", "jit")]

def expected(number):
    return [number + 4498500.0] * 3

def ended_well(process_id):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        ended, status = os.waitpid(process_id, os.WNOHANG)
        if ended:
            return status == 0
        time.sleep(0.005)
    os.kill(process_id, signal.SIGKILL)
    return False
"""

FORKS = """
modules = [hot(f"hot{number}.ts") for number in range(3)]
compile_and_run(0)
for number in range(16):
    threads = [threading.Thread(target=result, args=(module, engine))
               for module, engine in zip(modules, ("auto", "jit", "auto"))]
    for thread in threads:
        thread.start()
    time.sleep(0.004 * number % 0.1)
    child = os.fork()
    if child == 0:
        os._exit(0 if compile_and_run(number) == expected(number) else 1)
    assert ended_well(child), number
    for thread in threads:
        thread.join()
print("good")
"""
"""While threads compile, for different times."""

KEPT = """
module = hot("kept.ts", 40)
vm = plait.Vm(plait.VmOptions(engine="auto"))
context = vm.load(module)
value = vm.run(context, "main")
for number in range(6):
    other = threading.Thread(target=result, args=(hot(f"other{number}.ts"), "auto"))
    other.start()
    child = os.fork()
    if child == 0:
        good = [vm.run(context, "main"), *compile_and_run(number)] == [value, *expected(number)]
        os._exit(0 if good else 1)
    assert ended_well(child)
    assert vm.run(context, "main") == value
    other.join()
print("good")
"""
"""A machine whose program has been running already goes on in both."""

POOL = """
def work(number):
    return compile_and_run(number)

if __name__ == "__main__":
    background = threading.Thread(target=result, args=(hot("hot.ts", 40), "auto"))
    background.start()
    with multiprocessing.get_context("fork").Pool(2) as pool:
        answers = pool.map_async(work, range(8), chunksize=1).get(timeout=100)
    assert answers == [expected(number) for number in range(8)]
    background.join()
    print("good")
"""


@pytest.mark.parametrize("script", [FORKS, KEPT, POOL], ids=["while threads compile", "machine that has run", "pool"])
def test_children(script: str) -> None:
    command = [sys.executable, "-c", START + script]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=200)
    assert (done.returncode, done.stdout) == (0, "good\n"), done.stderr
