"""`plait explore`: orders of tasks in which a program does something else, and running them again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from .conftest import Plait

Write = Callable[[str], Path]

RACE = """
let count = 0;
async function add(): Promise<void> {
  for (let i = 0; i < 2; i++) {
    const before = count;
    await null;
    count = before + 1;
  }
}
await using group = new TaskGroup();
group.start(add);
await sleep(1);
group.start(add);
await sleep(1000);
console.log(count);
"""

NO_RACE = """
const mutex = new Mutex();
let count = 0;
async function add(): Promise<void> {
  for (let i = 0; i < 2; i++) {
    using lease = await mutex.acquire();
    const before = count;
    await sleep(1);
    count = before + 1;
  }
}
{
  await using group = new TaskGroup();
  for (let i = 0; i < 3; i++) group.start(add);
}
console.log(count, await withTimeout(5, async () => { for (let i = 0; i < 20; i++) await null; return "in time"; }));
"""

DEADLOCK = """
const a = new Mutex();
const b = new Mutex();
async function both(first: Mutex, second: Mutex, wait: number): Promise<void> {
  await sleep(wait);
  using one = await first.acquire();
  using two = await second.acquire();
}
await Task.all([Task.start(both, a, b, 1), Task.start(both, b, a, 50)]);
console.log("done");
"""


def test_an_order_that_goes_wrong_is_found_and_runs_again(plait: Plait, program: Write) -> None:
    path = program(RACE)
    assert plait("run", path).output == "4\n"
    found = plait("explore", path, "--runs", "200")
    assert found.code == 1
    assert "-4\n" in found.output
    assert re.search(r"task 2 +add \(.*\.ts:6:5\)", found.output)
    (seed,) = re.findall(r"--schedule-seed (\d+)$", found.output.strip())
    (wrong,) = re.findall(r"^\+(\d)$", found.output, re.MULTILINE)
    for _ in range(2):
        assert plait("run", path, "--schedule-seed", seed).output == f"{wrong}\n"
    again = plait("explore", path, "--first", seed, "--runs", "1")
    assert again.output.splitlines()[1:] == found.output.splitlines()[1:]


def test_what_is_guarded_is_the_same_in_all_orders(plait: Plait, program: Write) -> None:
    done = plait("explore", program(NO_RACE), "--runs", "40")
    assert done.code == 0
    assert done.output == "the same in all of 40 orders, with the seeds 1 to 40\n"


def test_a_deadlock_is_found(plait: Plait, program: Write) -> None:
    path = program(DEADLOCK)
    assert plait("run", path).output == "done\n"
    found = plait("explore", path, "--runs", "300")
    assert found.code == 1
    assert "+Deadlock: no task can ever run again:" in found.output


def test_a_program_with_one_order_is_told_so(plait: Plait, program: Write) -> None:
    done = plait("explore", program("console.log(await Promise.all([sleep(1), sleep(2)]));"))
    assert (done.code, done.output) == (0, "the program starts no tasks by Task.start or a group: it has one order\n")


def test_seeds_have_a_range(plait: Plait, program: Write) -> None:
    done = plait("run", program(""), "--schedule-seed", "-1")
    assert done.code == 2
    assert "--schedule-seed" in done.messages


def test_a_timeline_is_written(plait: Plait, program: Write, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    done = plait("run", program(RACE), "--trace", path)
    assert (done.code, done.output) == (0, "4\n")
    events = json.loads(path.read_text(encoding="utf-8"))["traceEvents"]
    assert any(event.get("args", {}).get("until", "").startswith("add (") for event in events)
    failed = plait("run", program("throw new Error('no');"), "--trace", path)
    assert failed.code == 1
    assert json.loads(path.read_text(encoding="utf-8"))["traceEvents"]
    assert plait("run", program(RACE), "--trace", tmp_path / "none" / "out.json").code == 2
