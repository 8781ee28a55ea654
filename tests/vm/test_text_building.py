"""Programs that build texts piece by piece: fuel grows as the text does."""

from __future__ import annotations

import pytest

import plait

PROGRAMS = {
    "join of texts": "const parts: string[] = []; for (let i = 0; i < N; i++) parts.push('ab'); parts.join('-');",
    "join of numbers": "const parts: number[] = []; for (let i = 0; i < N; i++) parts.push(i + 0.5); parts.join();",
    "join of booleans": "const parts: boolean[] = []; for (let i = 0; i < N; i++) parts.push(i > 5); parts.join();",
    "join of some": "const parts: (string | null)[] = []; for (let i = 0; i < N; i++) parts.push(null); parts.join();",
    "join of arrays": "const parts: string[][] = []; for (let i = 0; i < N; i++) parts.push(['a', 'b']); `${parts}`;",
    "units": "const units: number[] = []; for (let i = 0; i < N; i++) units.push(65); String.fromCharCode(...units);",
}


def fuel_of(program: str, count: int) -> int:
    """What the program costs when it makes a text of so many pieces."""
    vm = plait.Vm(plait.VmOptions(engine="interpreter"))
    vm.execute(plait.compile(program.replace("N", str(count)), name="building.ts"))
    return vm.stats.fuel


@pytest.mark.parametrize("name", PROGRAMS)
def test_fuel_is_linear(name: str) -> None:
    few, many = (fuel_of(PROGRAMS[name], count) for count in (2_000, 20_000))
    assert many < 11 * few
