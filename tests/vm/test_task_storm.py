"""Many tasks over mutexes, channels, semaphores, groups and times, cancelled by chance: nothing is lost or hangs."""

from __future__ import annotations

import pytest

import plait

PROGRAM = """
const ACCOUNTS = 8;
const TOKENS = 1000;
const accounts: number[] = new Array(ACCOUNTS).fill(TOKENS);
const mutex = new Mutex();
const semaphore = new Semaphore(3);
const narrow = new Channel<number>();
const wide = new Channel<number>(4);
const counter = new AtomicCounter();
let inMutex = 0;
let withPermit = 0;
let exact = 0;
let added = 0;
const pick = (n: number): number => Math.floor(Math.random() * n);
const problems = new Set<string>();
const check = (holds: boolean, what: string): void => { if (!holds) problems.add(what); };

async function transfer(): Promise<void> {
  using lease = await mutex.acquire();
  check(++inMutex === 1, "two in the mutex");
  try {
    const from = pick(ACCOUNTS);
    const amount = Math.min(accounts[from], pick(20));
    accounts[from] -= amount;
    try {
      if (pick(2) === 0) await null;
      else await sleep(pick(3));
    } finally {
      accounts[pick(ACCOUNTS)] += amount;
    }
  } finally {
    inMutex--;
  }
}
async function count(): Promise<void> {
  await mutex.withLock(async () => {
    check(++inMutex === 1, "two in the mutex");
    try {
      const before = exact;
      await null;
      exact = before + 1;
      added++;
    } finally {
      inMutex--;
    }
  });
}
async function permitted(): Promise<void> {
  using permit = await semaphore.acquire();
  check(++withPermit <= 3, "too many with permits");
  try {
    await sleep(pick(4));
  } finally {
    withPermit--;
  }
}
async function send(channel: Channel<number>): Promise<void> {
  const from = pick(ACCOUNTS);
  if (accounts[from] === 0) return;
  accounts[from]--;
  let isSent = false;
  try {
    await channel.send(1);
    isSent = true;
  } finally {
    if (!isSent) accounts[from]++;
  }
}
async function receive(channel: Channel<number>): Promise<void> {
  const token = await channel.receive();
  if (token !== undefined) accounts[pick(ACCOUNTS)] += token;
}
async function choose(): Promise<void> {
  const from = pick(ACCOUNTS);
  if (accounts[from] === 0) return;
  accounts[from]--;
  let isSent = false;
  try {
    const got = await select({ narrow, wide, out: (pick(2) === 0 ? narrow : wide).sending(1) }, { timeout: pick(4) });
    if (got.from === "out") isSent = true;
    else if (got.from !== "timeout" && !got.isClosed) accounts[pick(ACCOUNTS)] += got.value;
  } finally {
    if (!isSent) accounts[from]++;
  }
}
async function timed(): Promise<void> {
  try {
    await withTimeout(pick(4), pick(2) === 0 ? transfer : permitted);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
  }
}
async function grouped(): Promise<void> {
  let ended = 0;
  let begun = 0;
  const step = async (): Promise<void> => {
    begun++;
    try {
      await one();
      if (pick(6) === 0) throw new RangeError("by chance");
    } finally {
      ended++;
    }
  };
  try {
    await using group = new TaskGroup();
    for (let i = pick(4); i >= 0; i--) group.start(step);
    await sleep(pick(3));
  } catch (error) {
    const known = error instanceof RangeError || error instanceof AggregateError || error instanceof CancelledError;
    check(known, `a group ended by ${error}`);
    if (error instanceof CancelledError) throw error;
  } finally {
    check(begun === ended, "a task has outlived its group");
  }
}
async function together(): Promise<void> {
  const steps = [one(), one()];
  await (pick(2) === 0 ? Promise.all(steps) : Task.all(steps));
}
let depth = 0;
async function one(): Promise<void> {
  counter.increment();
  const kinds = [transfer, count, permitted, () => send(narrow), () => receive(narrow), () => send(wide),
    () => receive(wide), choose, timed];
  if (depth < 3) kinds.push(grouped, together);
  depth++;
  try {
    await kinds[pick(kinds.length)]();
  } finally {
    depth--;
  }
}
const tasks: Task<void>[] = [];
for (let i = 0; i < SIZE; i++) {
  tasks.push(Task.start(one));
  if (pick(3) === 0) tasks[pick(tasks.length)].cancel();
  if (pick(5) === 0) await sleep(pick(3));
}
// Who waits for a channel in vain is cancelled; values that are kept count.
await sleep(1000);
for (const task of tasks) task.cancel();
for (const task of tasks) {
  try {
    await task;
  } catch (error) {
    check(error instanceof CancelledError, `a task ended by ${error}`);
  }
}
await sleep(1000);
let total = 0;
for (const amount of accounts) total += amount;
for (let token = wide.tryReceive(); token !== undefined; token = wide.tryReceive()) total += token;
check(narrow.tryReceive() === undefined, "somebody still sends");
check(total === ACCOUNTS * TOKENS, `tokens: ${total}`);
check(exact === added, `counted ${exact} of ${added}`);
check(!mutex.isLocked, "the mutex is locked");
check(semaphore.available === 3, `permits: ${semaphore.available}`);
check(tasks.every((task) => task.isDone), "a task has not ended");
console.log([...problems].join("; ") || "well", counter.value > SIZE / 2);
"""


def storm(size: int, seed: int, schedule: int | None, **options: object) -> str:
    """What the program prints of so many tasks."""
    pieces: list[str] = []
    module = plait.compile(PROGRAM.replace("SIZE", str(size)), "storm.ts")
    chosen = plait.VmOptions(random_seed=seed, schedule_seed=schedule, max_stack_depth=10_000, **options)  # type: ignore[arg-type]
    vm = plait.Vm(chosen, write=pieces.append, clock=plait.MockClock())
    vm.execute(module)
    return "".join(pieces)


@pytest.mark.parametrize("seed", range(8))
def test_nothing_is_lost(seed: int) -> None:
    assert storm(80, seed, seed if seed % 3 else None) == "well true\n"


@pytest.mark.parametrize("options", [{"suspend_always": True}, {"collect_always": True, "check_heap": True}], ids=str)
def test_nothing_is_lost_under_stress(options: dict[str, object]) -> None:
    assert storm(12, 3, 5, engine="jit", **options) == "well true\n"


def test_very_many() -> None:
    assert storm(2000, 1, None) == "well true\n"
