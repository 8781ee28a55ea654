"""What programs see of the time, and random numbers."""

from __future__ import annotations

import time

import pytest
from tests.vm.running import ENGINES, agree, module_of

import plait

READ = """
.function now() -> f64
    NATIVE_CALL clock.now 0
    RETURN
.function epoch() -> f64
    NATIVE_CALL clock.epoch 0
    RETURN
.function slept(f64) -> f64
.local f64
    NATIVE_CALL clock.now 0
    STORE_LOCAL 1
    LOAD_LOCAL 0
    SLEEP
    NATIVE_CALL clock.now 0
    LOAD_LOCAL 1
    FSUB
    RETURN
.function spin(f64) -> f64
.local f64
    NATIVE_CALL clock.now 0
    STORE_LOCAL 1
again:
    NATIVE_CALL clock.now 0
    LOAD_LOCAL 1
    FSUB
    LOAD_LOCAL 0
    FLT
    JUMP_IF_TRUE again
    NATIVE_CALL clock.now 0
    LOAD_LOCAL 1
    FSUB
    RETURN
.function random() -> f64
    NATIVE_CALL random.next 0
    RETURN
.function main()
    RETURN_VOID
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_a_clock_that_tests_move(engine: str) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine), clock=plait.MockClock(start=1_600_000_000.5))
    context = vm.load(module_of(READ))
    assert [vm.run(context, name) for name in ("now", "epoch")] == [0.0, 1_600_000_000_500.0]
    assert vm.run(context, "slept", [250.0]) == 250.0
    assert [vm.run(context, name) for name in ("now", "epoch")] == [250.0, 1_600_000_000_750.0]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_systems_clock(engine: str) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine))
    context = vm.load(module_of(READ))
    before = time.time() * 1000
    shown = vm.run(context, "epoch")
    assert isinstance(shown, float)
    assert before - 500 <= shown <= time.time() * 1000 + 500
    assert shown == int(shown)
    begun = time.monotonic()
    passed = vm.run(context, "spin", [20.0])
    assert isinstance(passed, float)
    assert 20.0 <= passed <= (time.monotonic() - begun) * 1000
    slept = vm.run(context, "slept", [10.0])
    assert isinstance(slept, float)
    assert slept >= 10.0


class OwnClock:
    """A clock without a time of day."""

    def now(self) -> float:
        return 5.0

    def wait(self, seconds: float) -> None:
        pass


def test_a_clock_of_ones_own() -> None:
    vm = plait.Vm(plait.VmOptions(engine="interpreter"), clock=OwnClock())
    context = vm.load(module_of(READ))
    assert vm.run(context, "now") == 5000.0
    shown = vm.run(context, "epoch")
    assert isinstance(shown, float)
    assert abs(shown - time.time() * 1000) < 60_000


def numbers(seed: int | None, count: int = 5, engine: str = "interpreter") -> list[object]:
    """The first random numbers of a program."""
    vm = plait.Vm(plait.VmOptions(engine=engine, random_seed=seed))
    context = vm.load(module_of(READ))
    return [vm.run(context, "random") for _ in range(count)]


def test_random_numbers_of_a_seed_are_the_same() -> None:
    assert len({tuple(numbers(7, engine=engine)) for engine in ENGINES}) == 1
    assert numbers(7) != numbers(8)
    assert numbers(0) != numbers((1 << 64) - 1)


def test_random_numbers_without_a_seed_are_other_in_each_context() -> None:
    assert numbers(None) != numbers(None)


def test_random_numbers_are_spread() -> None:
    text = """
.function main() -> array(i32)
.local array(i32), i32, i32
    CONST_I32 16
    NEW_ARRAY_ZEROED i32
    STORE_LOCAL 0
    CONST_I32 0
    STORE_LOCAL 1
again:
    NATIVE_CALL random.next 0
    CONST_F64 16.0
    FMUL
    FFLOOR
    F64_TO_I32
    STORE_LOCAL 2
    LOAD_LOCAL 0
    LOAD_LOCAL 2
    LOAD_LOCAL 0
    LOAD_LOCAL 2
    ARRAY_GET_I32
    CONST_I32 1
    IADD
    ARRAY_SET_I32
    LOAD_LOCAL 1
    CONST_I32 1
    IADD
    STORE_LOCAL 1
    LOAD_LOCAL 1
    CONST_I32 {count}
    ILT
    JUMP_IF_TRUE again
    LOAD_LOCAL 0
    RETURN
"""
    counts = plait.Vm(plait.VmOptions(engine="jit")).execute(module_of(text.replace("{count}", "160000")))
    assert isinstance(counts, list)
    assert all(9_400 < count < 10_600 for count in counts)
    done = agree(text.replace("{count}", "300"), random_seed=3)
    assert isinstance(done.value, list)
    assert sum(done.value) == 300


@pytest.mark.parametrize("seed", [-1, 1 << 64, 1.5, "a", True])
def test_seeds_that_are_refused(seed: object) -> None:
    with pytest.raises((TypeError, ValueError), match="random_seed"):
        plait.VmOptions(random_seed=seed)  # type: ignore[arg-type]
