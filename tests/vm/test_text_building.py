"""Programs that build texts piece by piece: fuel grows as the text does."""

from __future__ import annotations

from typing import Literal

import pytest

import plait

from .running import ENGINES, NATIVE

PROGRAMS = {
    "join of texts": "const parts: string[] = []; for (let i = 0; i < N; i++) parts.push('ab'); parts.join('-');",
    "join of numbers": "const parts: number[] = []; for (let i = 0; i < N; i++) parts.push(i + 0.5); parts.join();",
    "join of booleans": "const parts: boolean[] = []; for (let i = 0; i < N; i++) parts.push(i > 5); parts.join();",
    "join of some": "const parts: (string | null)[] = []; for (let i = 0; i < N; i++) parts.push(null); parts.join();",
    "join of arrays": "const parts: string[][] = []; for (let i = 0; i < N; i++) parts.push(['a', 'b']); `${parts}`;",
    "appended": "let s = ''; for (let i = 0; i < N; i++) s += 'ab';",
    "appended and read": "let s = ''; let t = 0; for (let i = 0; i < N; i++) { s += 'é'; t += s.charCodeAt(i >> 1); }",
    "appended and measured": "let s = ''; let t = 0; for (let i = 0; i < N; i++) { s += 'ab'; t += s.length; }",
    "put in front": "let s = ''; for (let i = 0; i < N; i++) s = 'ab' + s;",
    "put at both ends": "let s = ''; for (let i = 0; i < N; i++) s = '<' + s + '>';",
    "of pieces in templates": "let s = ''; for (let i = 0; i < N; i++) s = `${s}${i % 10},`;",
    "doubled": "let s = 'a'; while (s.length < N) s += s;",
    "halves": "function t(n: number): string { return n < 2 ? 'a' : t(n >> 1) + t(n - (n >> 1)); } t(N);",
    "units": "const units: number[] = []; for (let i = 0; i < N; i++) units.push(65); String.fromCharCode(...units);",
}


def fuel_of(program: str, count: int, engine: Literal["interpreter", "jit"] = "interpreter") -> int:
    """What the program costs when it makes a text of so many pieces."""
    vm = plait.Vm(plait.VmOptions(engine=engine))
    vm.execute(plait.compile(program.replace("N", str(count)), name="building.ts"))
    return vm.stats.fuel


@pytest.mark.parametrize("name", PROGRAMS)
def test_fuel_is_linear(name: str) -> None:
    few, many = (fuel_of(PROGRAMS[name], count) for count in (2_048, 16_384))
    assert many < 9 * few


def test_fuel_is_linear_where_collections_move_the_text() -> None:
    program = "function run() { let s = ''; for (let i = 0; i < N; i++) s += '12345678'; } run();"
    few, many = (fuel_of(program, count, "jit") for count in (100_000, 800_000))
    assert many < 9 * few


@pytest.mark.parametrize("name", ["appended and read", "put at both ends"])
def test_fuel_does_not_depend_on_collections(name: str) -> None:
    module = plait.compile(PROGRAMS[name].replace("N", "8000"), name="building.ts")
    found = set()
    for engine in NATIVE:
        for collect_always in (False, True):
            vm = plait.Vm(plait.VmOptions(engine=engine, collect_always=collect_always, max_memory=1 << 16))
            vm.execute(module)
            assert vm.stats.collections > 1
            found.add(vm.stats.fuel)
    assert len(found) == 1, sorted(found)


CROSSING = """
import { same } from "host:env";
declare module "host:env" {
  export function same(text: string): string;
}
let long = "";
for (let i = 0; i < 200; i++) long = `${i % 10}${long}é`;
console.log(same(long) === long, same(long).length);
let line = "";
for (let i = 0; i < 20000; i++) line += "12345678";
console.log(line);
throw new Error(long);
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_long_texts_reach_the_host(engine: str) -> None:
    lines: list[str] = []
    given: list[str] = []
    vm = plait.Vm(plait.VmOptions(engine=engine), write=lines.append)

    @vm.function("env.same", "(string) -> string")
    def same(text: str) -> str:
        given.append(text)
        return text

    with pytest.raises(plait.GuestError) as thrown:
        vm.execute(plait.compile(CROSSING, name="crossing.ts"))
    long = "".join(str(i % 10) for i in reversed(range(200))) + "é" * 200
    assert given == [long, long]
    assert "".join(lines).splitlines() == ["true 400", "12345678" * 20000]
    assert long in str(thrown.value)


def test_memory_is_in_proportion_to_what_is_kept() -> None:
    source = """
const kept: string[] = [];
for (let k = 0; k < 200; k++) {
  let s = "";
  for (let i = 0; i < 300; i++) s += "0123456789";
  kept.push(s);
}
"""
    vm = plait.Vm(plait.VmOptions(engine="jit", max_memory=1_000_000))
    vm.execute(plait.compile(source, name="kept.ts"))


@pytest.mark.parametrize("engine", ENGINES)
def test_texts_that_begin_anywhere_are_compared(engine: str) -> None:
    """What has been put in front of a text need not leave its units at a multiple of 8 bytes."""
    program = "let s = 'x'.repeat(300); let t = s; for (let i = 0; i < 3; i++) { s = 'a' + s; t = 'a' + t; }"
    pieces: list[str] = []
    vm = plait.Vm(plait.VmOptions(engine=engine), write=pieces.append)
    vm.execute(plait.compile(f"{program} console.log(s < t + 'b', s < t, 'b' + s < 'b' + t);"))
    assert pieces == ["true false false\n"]
