"""Stops everywhere: the same output, result, fuel and order of tasks in every engine and stress mode."""

from __future__ import annotations

from typing import Final

import pytest

import plait

from .running import Run, agree_on

PROGRAMS: Final[dict[str, str]] = {
    "errors through five frames": """
function thrower(n: number): number {
  const kept = [n, n + 1];
  if (n % 3 === 0) throw new Error("at " + n + " of " + kept.length);
  return kept[1];
}
function c(n: number): number { const k = n + 1; return thrower(n) + k; }
function b(n: number): number { let s = 0; for (let i = 0; i < 3; i++) s += c(n + i * 7); return s; }
function a(n: number): number {
  const names = ["x" + n];
  try { return b(n); } catch (e) {
    if (e instanceof Error) console.log(names[0], n, e.message);
    return -n;
  }
}
let total = 0;
for (let i = 0; i < 12; i++) total += a(i);
console.log(total);
""",
    "handlers in the same function": """
function f(n: number): number {
  let s = 0;
  const seen: string[] = [];
  for (let i = 0; i < n; i++) {
    try {
      try {
        if (i % 4 === 1) throw new Error("one" + i);
        if (i % 4 === 2) s += [1, 2][i];
        s += i;
      } catch (e) {
        if (e instanceof RangeError) { seen.push(e.message); throw new Error("again" + i); }
        s += 1000;
      } finally {
        s += 7;
      }
    } catch (e) {
      if (e instanceof Error) seen.push(e.message);
    }
  }
  for (let i = 0; i < seen.length; i++) console.log(seen[i]);
  return s;
}
console.log(f(15));
""",
    "locals that only a handler reads": """
function risky(n: number): number { if (n > 2) throw new Error("n" + n); return n; }
function f(n: number): string {
  const only: number[] = [n, n * 2];
  let label = "label" + n;
  try {
    const r = risky(n) + risky(n + 1);
    label = "changed" + r;
    return label + risky(n + 2);
  } catch (e) {
    return label + only[0] + only[1];
  }
}
for (let i = 0; i < 5; i++) console.log(f(i));
""",
    "nested loops entered in the middle": """
function f(n: number): number {
  let s = 0;
  const rows: number[][] = [];
  for (let i = 0; i < n; i++) {
    const row: number[] = [];
    for (let j = 0; j < n; j++) {
      row.push(i * j);
      for (let k = 0; k < 3; k++) { s = (s * 31 + row[j] + k) % 65521; if (s % 11 === 0) continue; s += 1; }
    }
    rows.push(row);
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) s = (s + rows[j][i] * (i + 1)) % 65521;
  return s;
}
console.log(f(9));
""",
    "awaiting in the middle of frames": """
async function leaf(n: number): Promise<number> { let s = 0; for (let i = 0; i < n; i++) s += i; return s; }
async function node(n: number): Promise<number> {
  const parts: number[] = [];
  for (let i = 0; i < 3; i++) {
    parts.push(await leaf(n + i));
    if (parts[i] % 5 === 4) throw new Error("node " + n + " " + parts[i]);
  }
  return parts[0] + parts[1] + parts[2];
}
async function tree(n: number): Promise<number> {
  const first = node(n), second = node(n + 1), third = node(n + 2);
  let s = await first;
  try { s += await second; } catch (e) { if (e instanceof Error) console.log(e.message); }
  return s + await third;
}
const t1 = tree(3), t2 = tree(5);
try { console.log(await t1); } catch (e) { if (e instanceof Error) console.log("t1", e.message); }
try { console.log(await t2); } catch (e) { if (e instanceof Error) console.log("t2", e.message); }
""",
    "order of tasks": """
async function step(name: string, n: number): Promise<number> {
  for (let i = 0; i < n; i++) { console.log(name, i); await null_(); }
  return n;
}
async function null_(): Promise<number> { return 0; }
async function both(name: string): Promise<number> { return await step(name + "1", 2) + await step(name + "2", 2); }
const a = both("a"), b = both("b"), c = step("c", 5);
console.log(await c, await b, await a);
""",
    "stack that grows under live arrays": """
function down(n: number, row: number[], name: string): number {
  const mine = [n, row.length];
  if (n === 0) return row[0];
  const below = down(n - 1, mine, name + ".");
  return below + mine[0] + mine[1] + name.length + row[0];
}
console.log(down(60, [5], ""));
""",
    "past the depth and back": """
function down(n: number): number { return down(n + 1) + 1; }
function probe(n: number): number {
  try { return down(n); } catch (e) { if (e instanceof RangeError) console.log(e.message); return n; }
}
console.log(probe(1) + probe(2));
function fits(n: number): number { return n === 0 ? 0 : 1 + fits(n - 1); }
console.log(fits(30));
""",
    "long lines and a full console": """
let long = "0123456789abcdef";
for (let i = 0; i < 13; i++) long += long;
console.log("before");
console.log(long);
for (let i = 0; i < 30; i++) console.log("line", i, "é", long.length);
console.log(long + "Ω");
console.log("after");
""",
    "constants passed on to calls": """
function pick(a: number, b: string, c: boolean, d: number[]): string { return c ? b + a : b + d[0]; }
function id(s: string): string { return s; }
console.log(pick(1, id("one"), true, [3]) + pick(2, "two" + id(""), false, [4, 5]) + id(id(id("x") + "y")));
""",
}


def run_all(source: str, **options: object) -> Run:
    """Run a program in TypeScript in all modes."""
    return agree_on(plait.compile(source, "test.ts"), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", PROGRAMS)
def test_all_modes_agree(name: str) -> None:
    whole = run_all(PROGRAMS[name], max_stack_depth=64)
    assert whole.error == ""
    assert whole.lines


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize("threshold", [40, 300])
def test_all_modes_agree_when_tasks_preempt_each_other(name: str, threshold: int) -> None:
    whole = run_all(PROGRAMS[name], max_stack_depth=64, preemption_threshold=threshold, reference=threshold == 300)
    assert whole.error == ""
    assert whole.preemptions > 0 or whole.fuel <= threshold


@pytest.mark.parametrize("name", PROGRAMS)
def test_all_modes_agree_on_where_the_fuel_is_used_up(name: str) -> None:
    module = plait.compile(PROGRAMS[name], "test.ts")
    total = agree_on(module, reference=False, max_stack_depth=64).fuel
    for part in range(1, 8):
        budget = total * part // 8
        ended = agree_on(module, reference=False, max_stack_depth=64, max_fuel=budget)
        assert ended.error.startswith("max_fuel: ")
        assert ended.fuel > budget
    assert agree_on(module, reference=False, max_stack_depth=64, max_fuel=total).error == ""


@pytest.mark.parametrize("name", PROGRAMS)
def test_all_modes_agree_when_memory_runs_out(name: str) -> None:
    run_all(PROGRAMS[name], max_stack_depth=64, reference=False, max_memory=1 << 16)
