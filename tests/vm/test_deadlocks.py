"""What is said of tasks that wait for ever: each by number and function, what it waits for, and where it stands."""

from __future__ import annotations

import pytest

import plait

from .running import ENGINES

PROGRAM = """
const first = new Mutex();
const channel = new Channel<number>();
async function holds(): Promise<void> {
  await first.lock();
}
async function enters(): Promise<void> {
  await first.lock();
}
async function receives(): Promise<number> {
  const value = await channel.receive();
  return value ?? 0;
}
async function sends(): Promise<void> {
  const other = new Channel<string>();
  await other.send("x");
}
async function keeps(mutex: Mutex): Promise<void> {
  await mutex.lock();
  await receives();
}
await holds();
const second = new Mutex();
const tasks = [enters(), sends(), keeps(second)];
tasks.push(second.lock());
await Promise.all(tasks);
"""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("collect_always", [False, True])
def test_a_deadlock_says_who_waits_for_whom_and_where(engine: str, collect_always: bool) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine, collect_always=collect_always))
    with pytest.raises(plait.LimitError) as caught:
        vm.execute(plait.compile(PROGRAM, "locks.ts"))
    assert caught.value.limit == "deadlock"
    assert str(caught.value).splitlines() == [
        "no task can ever run again:",
        "    task 1 (main) waits for task 7 (allVoid), in main (locks.ts:26:1)",
        "    task 3 (enters) waits for a mutex that task 2 (holds) holds, which has ended, in enters (locks.ts:8:9)",
        "    task 4 (sends) waits to send to a channel that nobody receives from, in sends (locks.ts:16:9)",
        "    task 5 (keeps) waits for task 8 (receives), in keeps (locks.ts:20:3)",
        "    task 6 (lock) waits for a mutex that task 5 (keeps) holds",
        "    task 7 (allVoid) waits for all of task 3 (enters), task 4 (sends), task 5 (keeps), task 6 (lock)",
        "    task 8 (receives) waits to receive from a channel that nobody sends to, in receives (locks.ts:11:23)",
    ]


def test_of_many_who_wait_only_some_are_named() -> None:
    source = """
const mutex = new Mutex();
async function enter(): Promise<void> { await mutex.lock(); }
await mutex.lock();
const tasks: Promise<void>[] = [];
for (let i = 0; i < 1000; i++) tasks.push(enter());
await Promise.all(tasks);
"""
    with pytest.raises(plait.LimitError) as caught:
        plait.Vm().execute(plait.compile(source, "many.ts"))
    lines = str(caught.value).splitlines()
    assert len(lines) == 34
    assert lines[2] == "    task 2 (enter) waits for a mutex that task 1 (main) holds, in enter (many.ts:3:47)"
    assert lines[-1] == "    and 970 more"
