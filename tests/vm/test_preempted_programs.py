"""Programs of coroutines whose slices end everywhere print what they print without: nothing overtakes anything."""

from __future__ import annotations

from functools import cache

import pytest

import plait

SOURCE = """
const log: string[] = [];
const box: any = { n: 0 };
function work(turns: number): number {
  let sum = 0;
  for (let i = 0; i < turns; i++) sum += i % 7;
  return sum;
}
async function step(name: string, turns: number): Promise<number> {
  log.push(`${name} begins`);
  const first = work(turns);
  log.push(`${name} waits`);
  await null;
  log.push(`${name} goes on`);
  box.n += first;
  return first + work(turns);
}
function* numbers(count: number): Generator<number> {
  for (let i = 0; i < count; i++) yield work(300) + i;
}
async function* later(count: number): AsyncGenerator<number> {
  for (const n of numbers(count)) {
    work(200);
    yield n;
  }
}
class Queue {
  #items: any[] = [];
  async add(item: any): Promise<number> {
    this.#items.push(await item);
    return this.#items.length;
  }
}
const started = [step("a", 700), step("b", 50), step("c", 2000)];
log.push("started");
console.log(await Promise.all(started));
console.log([...numbers(4)].join());
for await (const n of later(3)) console.log(n, work(500));
const queue = new Queue();
setTimeout(() => log.push("timer"), 0);
Promise.resolve().then(() => log.push("then")).finally(() => log.push("finally"));
console.log(await queue.add(step("d", 900)), await queue.add(1));
await new Promise(resolve => setTimeout(resolve, 1));
try {
  await (async () => { work(400); throw new RangeError("late"); })();
} catch (error) {
  console.log(String(error), [3, 1, 2].sort((x, y) => work(100) * 0 + x - y));
}
console.log(log.join("\\n"), box);
"""


@cache
def module() -> plait.Module:
    return plait.compile(SOURCE, "steps.ts")


def run(**options: object) -> tuple[str, int]:
    pieces: list[str] = []
    vm = plait.Vm(plait.VmOptions(**options), write=pieces.append)  # type: ignore[arg-type]
    vm.execute(module())
    return "".join(pieces), vm.stats.preemptions


@pytest.mark.parametrize("engine", ["interpreter", "jit", "auto"])
@pytest.mark.parametrize("threshold", [7, 100, 1000, 20000])
def test_slices_change_nothing(engine: str, threshold: int) -> None:
    found, preemptions = run(engine=engine, preemption_threshold=threshold)
    assert found == run(engine="interpreter")[0]
    assert preemptions > 0


@pytest.mark.parametrize("threshold", [40, 999])
def test_slices_change_nothing_under_stress(threshold: int) -> None:
    stress = {"collect_always": True, "check_heap": True, "forge_frames": True}
    found, preemptions = run(engine="interpreter", preemption_threshold=threshold, **stress)
    assert found == run(engine="interpreter")[0]
    assert preemptions > 0
