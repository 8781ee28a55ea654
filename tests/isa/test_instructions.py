"""Every instruction of the table: its good, throwing and unverifiable uses, in all engines and stress modes."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from fuzz.map_oracle import wrong_maps

from plait import isa

from .cases import Case, Refused, can_throw, check_refused, module_of, wrong_outcomes

FAMILIES: list[str] = [family.__name__.rpartition(".")[2] for family in isa.FAMILIES]
"""A family without a file of cases fails right here."""

MODES: list[dict[str, Any]] = [
    {
        "engine": engine,
        "suspend_always": suspend,
        "collect_always": collect,
        "forge_frames": stress,
        "check_heap": stress,
    }
    for engine in ("reference", "interpreter", "jit", "auto")
    for suspend, collect, stress in ((False, False, False), (True, False, True), (False, True, True))
]

CASES: dict[str, list[Case]] = {name: import_module(f".{name}", __package__).CASES for name in FAMILIES}
REFUSED: dict[str, list[Refused]] = {name: import_module(f".{name}", __package__).REFUSED for name in FAMILIES}
MODULES = {name: module_of(cases) for name, cases in CASES.items()}


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: "-".join(map(str, mode.values())))
@pytest.mark.parametrize("family", FAMILIES)
def test_what_instructions_give_and_throw(family: str, mode: dict[str, Any]) -> None:
    assert wrong_outcomes(CASES[family], MODULES[family], max_stack_depth=40, max_memory=1 << 22, **mode) == []


@pytest.mark.parametrize("family", FAMILIES)
def test_maps_of_live_slots_are_right(family: str) -> None:
    assert wrong_maps(MODULES[family]) == []


@pytest.mark.parametrize("family", FAMILIES)
def test_what_is_refused(family: str) -> None:
    for case in REFUSED[family]:
        check_refused(case)


@pytest.mark.parametrize("mnemonic", isa.BY_MNEMONIC)
def test_every_instruction_has_cases(mnemonic: str) -> None:
    if mnemonic == "LOAD_CAPTURED":
        pytest.skip("it stands in a function of the prelude, which the cases of CALL_CLOSURE call")
    cases = [case for family in CASES.values() for case in family if case.mnemonic == mnemonic]
    assert all(mnemonic in case.code.split() for case in cases)
    assert any(not case.thrown for case in cases), "no good use"
    if can_throw(isa.BY_MNEMONIC[mnemonic]):
        assert any(case.thrown for case in cases), "no throwing use"
    refused = [case for family in REFUSED.values() for case in family if case.mnemonic == mnemonic]
    assert all(mnemonic in case.code.split() for case in refused)
    assert refused or mnemonic == "TRY", "no unverifiable use"
