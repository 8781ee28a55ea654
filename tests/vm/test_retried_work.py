"""Instructions that note work and are then done again, or throw: the fuel is the same whatever happened in between."""

from __future__ import annotations

import pytest

import plait

from .running import ENGINES, module_of

UPPER = f"""
.function main() -> string
    CONST_STRING "{"one two " * 20}"
    NATIVE_CALL string.toUpperCase 1
    NATIVE_CALL string.trimEnd 1
    RETURN
"""


def test_fuel_does_not_depend_on_collections() -> None:
    module = module_of(UPPER)
    found = set()
    for engine in ENGINES:
        for collect_always in (False, True):
            vm = plait.Vm(plait.VmOptions(engine=engine, collect_always=collect_always))
            found.add((vm.execute(module), vm.stats.fuel))
    assert len(found) == 1, sorted(map(str, found))


def test_work_of_an_instruction_that_throws_is_charged_where_it_is_caught() -> None:
    text = """
.function main() -> i32
    TRY caught
    CONST_STRING "%s"
    NATIVE_CALL console.unformatted 1
    POP
    END_TRY
    CONST_I32 1
    RETURN
caught:
    POP
    CONST_I32 2
    RETURN
"""
    fuel: dict[int, set[int]] = {}
    for engine in ENGINES:
        for suspend_always in (False, True):
            for length in (1, 4000):
                vm = plait.Vm(plait.VmOptions(engine=engine, suspend_always=suspend_always))
                # A format string is refused, after it has been looked through.
                assert vm.execute(module_of(text % ("x" * length + "%d"))) == 2
                fuel.setdefault(length, set()).add(vm.stats.fuel)
    assert [len(found) for found in fuel.values()] == [1, 1]
    assert min(fuel[4000]) > min(fuel[1]) + 3999


@pytest.mark.parametrize("engine", ENGINES)
def test_work_of_an_error_that_nobody_catches_is_charged(engine: str) -> None:
    text = """
.function main() -> i32
    CONST_STRING "%s"
    NATIVE_CALL console.unformatted 1
    POP
    CONST_I32 1
    RETURN
"""
    fuel = []
    for length in (1, 4000):
        vm = plait.Vm(plait.VmOptions(engine=engine))
        with pytest.raises(plait.GuestError):
            vm.execute(module_of(text % ("x" * length + "%d")))
        fuel.append(vm.stats.fuel)
    assert fuel[1] > fuel[0] + 3999
