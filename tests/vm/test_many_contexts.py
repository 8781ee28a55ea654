"""Very many contexts, one after the other and at once, and little address space."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from typing import Final

import pytest

import plait

SOURCE: Final = """
const table: any = {};
for (let i = 0; i < 20; i++) table["k" + i] = { i };
export function at(k: string) { return table[k] }
export function ask(f: any) { return f(1) }
"""

needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def usage() -> tuple[int, int, int, int]:
    """Pages of address space and of memory, descriptors, threads."""
    gc.collect()
    with open("/proc/self/statm") as file:
        size, resident, *_ = map(int, file.read().split())
    return size, resident, len(os.listdir("/proc/self/fd")), threading.active_count()


@needs_linux
def test_contexts_that_are_made_and_dropped_leave_nothing() -> None:
    """10,000 of them; every tenth is called, and half are not closed but only dropped."""
    vm = plait.Vm()
    module = plait.compile(SOURCE, "many.ts")
    small = plait.compile("1 + 1;", "small.ts")

    def use(count: int) -> None:
        for number in range(count):
            context = vm.load(module)
            if number % 10 == 0:
                assert context.call("at", "k3") == {"i": 3}
                assert context.call("ask", lambda x: x + 1) == 2
            if number % 2:
                context.close()
            else:
                vm.contexts.remove(context)
            if number % 20 == 0:
                vm.execute(small)

    use(500)
    before = usage()
    use(10_000)
    after = usage()
    # In pages: a context alone reserves a million.
    assert after[0] - before[0] < 100_000
    assert after[1] - before[1] < 2000
    assert after[2] - before[2] <= 1
    assert after[3] <= before[3]


@needs_linux
def test_a_thousand_at_once() -> None:
    vm = plait.Vm()
    template = vm.load(plait.compile(SOURCE, "many.ts"))
    template.call("at", "k1")
    before = usage()
    contexts = [template.fork() for _ in range(1000)]
    assert [context.call("at", f"k{number % 20}")["i"] for number, context in enumerate(contexts)] == [
        number % 20 for number in range(1000)
    ]
    assert usage()[2] - before[2] <= 4
    for context in contexts:
        context.close()
    del contexts, context
    assert usage()[0] - before[0] < 100_000


LIMITED: Final = """
import resource, sys
import plait

module = plait.compile("export function f() { return 1 }", "limited.ts")
first = plait.Vm().load(module)
assert first.call("f") == 1
with open("/proc/self/statm") as file:
    used = int(file.read().split()[0]) * resource.getpagesize()
room = int(sys.argv[1]) << 30
resource.setrlimit(resource.RLIMIT_AS, (used + room, used + room))
made = []
try:
    while True:
        made.append(plait.Vm().load(module))
        assert made[-1].call("f") == 1
except plait.PlaitError as error:
    print(len(made), error)
# What is dropped can be had again, though it stands in circles.
count = len(made)
if count:
    del made[:]
    again = [plait.Vm().load(module) for _ in range(count)]
    assert [context.call("f") for context in again] == [1] * count
assert first.call("f") == 1
"""


@needs_linux
@pytest.mark.parametrize(("gibibytes", "count"), [(2, 0), (10, 2)])
def test_little_address_space(gibibytes: int, count: int) -> None:
    command = [sys.executable, "-c", LIMITED, str(gibibytes)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{count} cannot reserve 4097 MiB of address space for a context: ")
    assert "ulimit -v" in done.stdout
    assert "max_memory" in done.stdout
