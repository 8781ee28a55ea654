"""Compiled and interpreted frames on one stack, and compiled code that arrives while the program runs."""

from __future__ import annotations

import pytest

import plait
from plait.prepare.prepared import PreparedFunction
from plait.vm import tiers

from .running import agree_on, run
from .test_stops import PROGRAMS


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize("parity", [0, 1])
def test_every_other_function_is_interpreted(name: str, parity: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def every_other(function: PreparedFunction) -> bool:
        return function.index % 2 == parity

    monkeypatch.setattr(tiers, "is_compilable", every_other)
    module = plait.compile(PROGRAMS[name], f"every_other_{parity}.ts")
    agree_on(module, reference=False, max_stack_depth=64)
    agree_on(module, reference=False, max_stack_depth=64, preemption_threshold=50)
    agree_on(module, reference=False, max_memory=1 << 16, max_stack_depth=1 << 20, max_fuel=20_000)


HOT = """
function risky(n: number): number { if (n % 97 === 0) throw new Error("n" + n); return n % 7; }
function row(n: number): number {
  const kept: number[] = [];
  let s = 0;
  for (let i = 0; i < n; i++) {
    kept.push(i);
    try { s += risky(i) + kept[i % 5]; } catch (e) { if (e instanceof Error) s += e.message.length; }
    for (let j = 0; j < 5; j++) { s = (s * 31 + kept[kept.length - 1 - j % kept.length]) % 65521; }
  }
  return s;
}
async function work(name: string, n: number): Promise<number> {
  let s = 0;
  for (let i = 0; i < n; i++) { s = (s + row(150)) % 65521; if (i % 25 === 0) { console.log(name, s); await work0(); } }
  return s;
}
async function work0(): Promise<number> { return 1; }
function deep(n: number): number { return n === 0 ? row(50) : 1 + deep(n - 1) % 65521; }
const a = work("a", 100), b = work("b", 90);
console.log(await a + await b + deep(500));
"""


@pytest.mark.parametrize("options", [{}, {"preemption_threshold": 3000}, {"max_memory": 1 << 18}], ids=str)
def test_code_that_arrives_while_the_program_runs(options: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiers, "AUTO_THRESHOLD", 20)
    expected = run(plait.compile(HOT, "hot.ts"), engine="interpreter", **options)
    assert expected.error == ""
    for turn in range(3):
        # By its name each is a program of its own, without compiled code from the turn before.
        module = plait.compile(HOT, f"hot{turn}{sorted(options)}.ts")
        for engine in ("auto", "jit"):
            assert run(module, engine=engine, **options) == expected
