"""Tasks that Python starts of functions that a program exports by name, and what the scheduler shows of them."""

from __future__ import annotations

import pytest

import plait

from .running import ENGINES

PROGRAM = """
const log: string[] = [];
export async function later(n: number): Promise<number> {
  log.push(`begins ${n}`);
  await sleep(n);
  log.push(`goes on ${n}`);
  await sleep(n);
  return n * 2;
}
export async function fails(): Promise<void> {
  await sleep(1);
  throw new RangeError("failed");
}
export function told(): string { return log.join(", "); }
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_several_sleep_at_a_time(engine: str) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine), clock=plait.MockClock())
    context = vm.load(plait.compile(PROGRAM, "spawned.ts"))
    tasks = [vm.spawn_task("later", [n]) for n in (30, 10, 20, 10)]
    vm.run_tasks()
    assert [vm.task_result(task) for task in tasks] == [plait.Complete(2 * n) for n in (30, 10, 20, 10)]
    begun = "begins 30, begins 10, begins 20, begins 10"
    assert context.call("told") == f"{begun}, goes on 10, goes on 10, goes on 20, goes on 30"
    assert vm.clock.now() == pytest.approx(0.06)


def test_one_that_fails() -> None:
    vm = plait.Vm(clock=plait.MockClock())
    vm.load(plait.compile(PROGRAM, "spawned.ts"))
    task = vm.spawn_task("fails")
    with pytest.raises(plait.GuestError, match="failed"):
        vm.run_tasks()
    assert isinstance(vm.task_result(task), plait.Error)


def test_the_scheduler_shows_them() -> None:
    vm = plait.Vm(clock=plait.MockClock())
    vm.load(plait.compile(PROGRAM, "spawned.ts"))
    task = vm.spawn_task("later", [5])
    assert task in vm.scheduler.queue
    vm.run_until_idle()
    shown = {view.id: view for view in vm.scheduler.tasks}
    assert shown[task].waits_for == "for a time"
    assert any(frame.name == "later" for view in shown.values() for frame in view.frames)
