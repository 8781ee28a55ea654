"""Programs that never end by themselves: each ends by a limit, and then the same machine runs another program."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import pytest

import plait

from .running import ENGINES

QUICK: Final = 50_000
"""Fuel that the reference uses up soon, too; programs with more are not for it."""


@dataclass(frozen=True)
class Endless:
    """A program, the limit that ends it, and options with which that is soon."""

    source: str
    limit: str
    options: tuple[tuple[str, Any], ...] = (("max_fuel", QUICK),)


MEMORY: Final[tuple[tuple[str, Any], ...]] = (("max_memory", 1 << 18),)

PROGRAMS: Final[dict[str, Endless]] = {
    "loops": Endless("let n = 0; while (true) n += 1;", "max_fuel"),
    "loops in a handler": Endless("while (true) { try { throw new Error('x'); } catch { } finally { } }", "max_fuel"),
    "allocates": Endless("while (true) { const kept = [1, 2, 3]; kept.push(4); }", "max_fuel"),
    "allocates and keeps": Endless(
        "const kept: number[][] = []; while (true) kept.push([1, 2, 3]);", "max_memory", MEMORY
    ),
    "catches that memory is out": Endless(
        "const kept: number[][] = []; while (true) { try { while (true) kept.push([1]); } catch { } }",
        "max_fuel",
        (*MEMORY, ("max_fuel", 60_000)),
    ),
    "a string that grows": Endless("let text = 'x'; while (true) text += text;", "max_memory", MEMORY),
    "recursion": Endless(
        "function f(): number { return 1 + f(); } f();", "max_stack_depth", (("max_stack_depth", 90),)
    ),
    "recursion that is caught": Endless(
        "function f(): number { return 1 + f(); } while (true) { try { f(); } catch { } }",
        "max_fuel",
        (("max_stack_depth", 90), ("max_fuel", 50_000)),
    ),
    "recursion that needs memory": Endless(
        "function f(): number { return 1 + f(); } f();", "max_memory", (*MEMORY, ("max_stack_depth", 1 << 30))
    ),
    "prints": Endless("while (true) console.log('again and again');", "max_fuel"),
    "prints long lines": Endless(
        "const line = 'x'.repeat(100000); while (true) console.log(line);",
        "max_fuel",
        (("max_memory", 1 << 20), ("max_fuel", 500_000)),
    ),
    "spawns what ends": Endless("async function f(): Promise<void> {} while (true) f();", "max_fuel"),
    "spawns what waits": Endless(
        "async function f(): Promise<void> { await sleep(1000); } while (true) f();", "max_memory", MEMORY
    ),
    "spawns itself": Endless("async function f(): Promise<void> { await f(); } f();", "max_memory", MEMORY),
    "spawns itself later": Endless(
        "async function f(): Promise<void> { await Promise.resolve(1); f(); } f();", "max_fuel"
    ),
    "sleeps": Endless("while (true) await sleep(5);", "max_fuel"),
    "takes turns": Endless("while (true) await Promise.resolve(1);", "max_fuel"),
    "hands a mutex over": Endless(
        "const m = new Mutex(); async function f(): Promise<void> { while (true) { await m.lock(); m.unlock(); } }"
        " f(); await f();",
        "max_fuel",
    ),
    "sends and receives": Endless(
        "const c = new Channel<number>(); async function f(): Promise<void> { while (true) await c.send(1); }"
        " f(); while (true) await c.receive();",
        "max_fuel",
    ),
    "cancels": Endless(
        "async function f(): Promise<void> { await sleep(1000); } while (true) f().cancel();",
        "max_fuel",
        (("max_fuel", 500_000),),
    ),
    "is not to be cancelled": Endless(
        "async function f(): Promise<void> { while (true) { try { await sleep(10); } catch { } } }"
        " const t = f(); t.cancel(); await t;",
        "max_fuel",
    ),
    "waits for a mutex": Endless("const m = new Mutex(); await m.lock(); await m.lock();", "deadlock"),
    "waits for a channel": Endless("const c = new Channel<string>(1); await c.receive();", "deadlock"),
    "waits for room in a channel": Endless("const c = new Channel<string>(); await c.send('x');", "deadlock"),
    "waits for all": Endless(
        "const c = new Channel<string>(1); await Promise.all([c.receive(), sleep(1)]);", "deadlock"
    ),
}

ANSWER: Final = """
async function f(n: number): Promise<number> { await sleep(n); return n * 2; }
const m = new Mutex();
await m.lock();
const values = await Promise.all([f(1), f(20)]);
m.unlock();
console.log(values[0] + values[1]);
"""


@cache
def compiled(source: str) -> plait.Module:
    """The module of a program."""
    return plait.compile(source, "test.ts")


CASES: Final = [
    (engine, name)
    for engine in ENGINES
    for name, program in PROGRAMS.items()
    if engine != "reference" or dict(program.options).get("max_fuel", 0) <= QUICK
]


@pytest.mark.parametrize(("engine", "name"), CASES)
@pytest.mark.parametrize("more", [{}, {"preemption_threshold": 50}], ids=str)
def test_it_ends_by_its_limit_and_the_machine_goes_on(engine: str, name: str, more: dict[str, Any]) -> None:
    program = PROGRAMS[name]
    pieces: list[str] = []
    options = plait.VmOptions(engine=engine, **more, **dict(program.options))
    vm = plait.Vm(options, write=pieces.append, clock=plait.MockClock())
    for _ in range(2):
        with pytest.raises(plait.LimitError) as caught:
            vm.execute(compiled(program.source))
        assert caught.value.limit == program.limit
        assert vm.stats.peak_memory <= options.max_memory
        assert all(len(piece) < 1 << 18 for piece in pieces)
        pieces.clear()
        vm.execute(compiled(ANSWER))
        assert pieces == ["42\n"]
        pieces.clear()


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_printed_is_written_in_pieces(engine: str) -> None:
    sizes: list[int] = []
    max_fuel = 20_000_000 if engine == "reference" else 200_000_000
    options = plait.VmOptions(engine=engine, max_fuel=max_fuel, max_memory=1 << 18)
    vm = plait.Vm(options, write=lambda text: sizes.append(len(text)))
    with pytest.raises(plait.LimitError, match="max_fuel"):
        vm.execute(compiled("let n = 0; while (true) console.log(`line ${n++}`);"))
    assert len(sizes) > 1
    assert max(sizes) <= 1 << 16
    assert vm.stats.peak_memory <= 1 << 18


def test_a_long_line_costs_fuel_for_its_length() -> None:
    sizes: list[int] = []
    source = "const line = 'x'.repeat(100000); while (true) console.log(line);"
    vm = plait.Vm(plait.VmOptions(max_fuel=4_000_000), write=lambda text: sizes.append(len(text)))
    with pytest.raises(plait.LimitError, match="max_fuel"):
        vm.execute(compiled(source))
    assert 30 <= len(sizes) <= 40
