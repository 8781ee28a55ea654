"""Finalisers that use a context which the collector of Python has found together with them."""

from __future__ import annotations

import subprocess
import sys
from typing import Final

import pytest

SCRIPT: Final = """
import gc, sys
import plait

TYPED = "function f(x: number): number { let s = 0; for (let i = 0; i < x * 1000; i++) s += i; return s }"
EXPORTING = "export function f(x: any) { return x }"
told = {}
kept = []

class Circle:
    def __init__(self, vm, context, name, work):
        self.me, self.vm, self.context, self.name, self.work = self, vm, context, name, work
        context.circle = self

    def __del__(self):
        try:
            told[self.name] = self.work(self.vm, self.context)
        except plait.PlaitError as error:
            told[self.name] = type(error).__name__
        kept.append(self.context)

def make(name, source, warm, work):
    vm = plait.Vm(plait.VmOptions(engine=sys.argv[1]))
    context = vm.load(plait.compile(source, "circle.ts"))
    vm.contexts.remove(context)
    warm(vm, context)
    context.close_tiers()
    Circle(vm, context, name, work)

def run(vm, context):
    return [vm.run(context, "f", (30,)) for _ in range(30)][-1]

def call(vm, context):
    return [context.call("f", 1) for _ in range(5)][-1]

def prepared(vm, context):
    context.kept_call = context.prepare("f")
    context.kept_call(1)

make("run", TYPED, run, run)
make("call", EXPORTING, call, call)
make("handle", EXPORTING, call, lambda vm, context: context.call("f", 1, copy=False))
make("prepared", EXPORTING, prepared, lambda vm, context: context.kept_call(1))
make("load", EXPORTING, call, lambda vm, context: vm.load(context.module).call("f", 2))
make("fork", EXPORTING, call, lambda vm, context: context.fork().fuel_used)
gc.collect()
# The handle of a function may have been given back before: then another object stands there.
assert told.pop("call") in (1, "GuestError"), told
assert told.pop("handle") in (1, "GuestError"), told
assert told.pop("prepared") in (1, "GuestError"), told
assert told == {"run": sum(range(30000)), "load": 2, "fork": 0}, told
# What a finaliser has brought back is there.
assert not kept[0].is_closed
del kept[:]
gc.collect()
print("good")
"""


@pytest.mark.parametrize("engine", ["interpreter", "jit", "auto"])
def test_finalisers_can_use_contexts(engine: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, engine], check=False, capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stdout) == (0, "good\n"), done.stderr
