"""Work on many bytes is done in parts: the results are Node's, and the fuel is the same whatever comes in between."""

from __future__ import annotations

from typing import Final

import pytest

import plait

from .calls import run_node

STRESS: Final = {"check_heap": True, "forge_frames": True}
MODES: Final[dict[str, dict[str, object]]] = {
    "interpreter": {"engine": "interpreter"},
    "collecting": {"engine": "interpreter", "collect_always": True, **STRESS},
    "suspending": {"engine": "interpreter", "suspend_always": True, **STRESS},
    "jit": {"engine": "jit"},
}

PROGRAM: Final = """\
// @ts-nocheck
const shown = [];
function sum(view) {
  let total = 0;
  for (let i = 0; i < view.length; i += 9973) total = (total * 31 + Number(view[i])) % 1000003;
  return total;
}
const bytes = new Uint8Array(SIZE);
bytes.fill(7, 5);
shown.push(sum(bytes), bytes.indexOf(7), bytes.indexOf(0, 5), bytes[bytes.length - 1]);
for (let i = 0; i < bytes.length; i += 101) bytes[i] = i % 251;
bytes.copyWithin(1000, 0);
shown.push(sum(bytes));
bytes.copyWithin(0, 12345);
shown.push(sum(bytes), bytes.length);
bytes[bytes.length - 3] = 255;
shown.push(bytes.indexOf(255, bytes.length - 5));
bytes.fill(1).set([2], bytes.length - 2);
shown.push(bytes.indexOf(2), bytes.indexOf(2, bytes.length - 1), bytes.indexOf(1, bytes.length - 2), bytes.indexOf(3));
const floats = new Float32Array(SIZE / 8);
floats.fill(0.1, 3, floats.length - 4);
shown.push(sum(floats), floats[2], floats[3], floats[floats.length - 5], floats[floats.length - 4]);
const halves = new Int16Array(floats.length);
for (let i = 0; i < floats.length; i += 7) floats[i] = i;
halves.set(floats);
shown.push(sum(halves));
const bigs = new BigInt64Array(SIZE / 8).fill(-5n);
shown.push(bigs.indexOf(-5n), bigs.indexOf(5n), sum(bigs), new BigUint64Array(bigs.buffer)[bigs.length - 1]);
console.log(shown.join(" "));
"""

FOUND: Final = """\
// @ts-nocheck
const shown = [];
const integers = [Int8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array];
for (const make of [...integers, Float32Array, Float64Array]) {
  const view = new make([1, -1, 0, -0, 255, 65535, 4294967295, 0.1, 1e300, NaN, 128]);
  const wanted = [0, -0, 1, -1, 0.1, Math.fround(0.1), 255, 65535, 4294967295, -128, 1e300, Infinity, NaN, 256, "1"];
  shown.push(wanted.map(item => view.indexOf(item)).join());
  view.fill(0.1);
  shown.push(view.indexOf(0.1), view.indexOf(view[0]));
}
console.log(shown.join(" "));
"""


def run(source: str, mode: str) -> tuple[str, int]:
    """What a program prints, and its fuel."""
    pieces: list[str] = []
    vm = plait.Vm(plait.VmOptions(max_memory=1 << 28, **MODES[mode]), write=pieces.append)  # type: ignore[arg-type]
    vm.execute(plait.compile(source, "parts.ts"))
    return "".join(pieces), vm.stats.fuel


@pytest.mark.parametrize("mode", MODES)
def test_work_in_parts(mode: str) -> None:
    source = PROGRAM.replace("SIZE", str(9 << 20))
    assert run(source, mode) == (run_node(source), run(source, "interpreter")[1])


def test_what_is_equal_is_found() -> None:
    assert run(FOUND, "interpreter")[0] == run_node(FOUND)


def test_limits_are_looked_at_between_two_parts() -> None:
    """A copy that would cost 27 million ends in its middle: a part costs less than half a million."""
    source = "const a = new Uint8Array(1 << 28); while (true) a.copyWithin(1, 0);"
    limit = 37_000_000
    vm = plait.Vm(plait.VmOptions(engine="interpreter", max_memory=1 << 30, max_fuel=limit))
    with pytest.raises(plait.LimitError, match="fuel"):
        vm.execute(plait.compile(source, "copy.ts"))
    assert vm.stats.fuel < limit + 500_000
