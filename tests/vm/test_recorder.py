"""Timelines of what runs: every engine and front end, and that recording changes nothing else."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

import plait
from plait.frontend.compile import no_files
from plait.frontend.next.translate import translate
from plait.source import SourceFile
from plait.vm.recorder import MAX_EVENTS, Recorder

from .running import ENGINES

ROUNDED = 0.01

PROGRAM = """
const order: string[] = [];
async function worker(name: string, time: number): Promise<void> {
  order.push(name);
  await sleep(time);
  order.push(name);
}
await Promise.all([worker("a", 20), worker("b", 10)]);
console.log(order.join(""));
"""


def events_of(vm: plait.Vm, module: plait.Module) -> list[dict[str, Any]]:
    """What is recorded of a program."""
    vm.recorder = Recorder()
    vm.execute(module)
    events: list[dict[str, Any]] = json.loads(vm.recorder.to_json())["traceEvents"]
    return events


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("front_end", ["first", "second"])
def test_what_runs_and_waits(engine: str, front_end: str) -> None:
    source = SourceFile("traced.ts", PROGRAM)
    module = plait.compile(PROGRAM, "traced.ts") if front_end == "first" else translate(source, no_files)
    fuel = []
    for is_recorded in (False, True):
        pieces: list[str] = []
        vm = plait.Vm(plait.VmOptions(engine=engine), write=pieces.append, clock=plait.MockClock())
        events = events_of(vm, module) if is_recorded else vm.execute(module)
        assert "".join(pieces) == "abba\n"
        fuel.append(vm.stats.fuel)
    assert fuel[0] == fuel[1]
    assert events is not None
    lines = {event["tid"]: event["args"]["name"] for event in events if event["ph"] == "M"}
    workers = [tid for tid, name in lines.items() if name == f"task {tid} (worker)"]
    assert len(workers) == 2
    for tid in workers:
        kinds = [event["cat"] for event in events if event["ph"] == "X" and event["tid"] == tid]
        assert "run" in kinds
        assert "wait" in kinds
    spans = sorted((event["ts"], event["ts"] + event["dur"]) for event in events if event.get("cat") == "run")
    assert all(end <= begin + ROUNDED for (_, end), (begin, _) in pairwise(spans))


def test_collections_and_calls_of_the_host() -> None:
    vm = plait.Vm(plait.VmOptions(max_memory=1 << 20))
    vm.function("env.ask", "(f64) -> f64")(lambda x: x + 1)
    source = """
import { ask } from "host:env";
declare module "host:env" { export function ask(x: number): number; }
let kept: number[][] = [];
for (let i = 0; i < 40000; i++) {
  kept.push([i, i]);
  if (kept.length > 10) kept = [];
}
let sum = 0;
for (let i = 0; i < 10; i++) sum = ask(sum);
"""
    events = events_of(vm, plait.compile(source, "host.ts"))
    assert sum(event["name"] == "env.ask" for event in events) == 10
    assert any("collection" in event["name"] for event in events)


def test_a_timeline_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_EVENTS == 1_000_000
    monkeypatch.setattr("plait.vm.recorder.MAX_EVENTS", 10)
    vm = plait.Vm(clock=plait.MockClock())
    events = events_of(vm, plait.compile(PROGRAM, "traced.ts"))
    assert sum(event["ph"] != "M" for event in events) == 10
    assert vm.recorder is not None
    assert vm.recorder.left_out > 0
