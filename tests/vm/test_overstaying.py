"""Ways to take longer than one may: each ends within 50 ms of its limit, and then the same context is called again."""

from __future__ import annotations

import asyncio
import gc
import time
from contextlib import suppress
from functools import cache
from typing import Any, Final

import pytest

import plait

LIMIT: Final = 0.2
LATE: Final = 0.05
"""How many seconds later a call ends at most, of the time that its thread has had."""

ATTEMPTS: Final = 3
"""How often a call is tried that has not been in time: a busy machine takes memory and caches from it, too."""

WAYS: Final[dict[str, str]] = {
    "a loop": "let n = 0; while (true) n++",
    "a loop of calls": "const g = (x: number) => x + 1; let n = 0; while (true) n = g(n)",
    "a handler": "while (true) { try { throw new Error('x') } catch { } finally { } }",
    "finally": "try { while (true) { } } finally { while (true) { } }",
    "deep recursion": "const g = (n: number): number => n + g(n + 1); while (true) { try { g(0) } catch { } }",
    "a pattern that backtracks": "return /^(a+)+$/.test('a'.repeat(60) + 'b')",
    "a pattern over a long text": "const t = 'ab'.repeat(500000); while (true) t.replace(/b(?=x)/g, 'c')",
    "a slow comparator": "const a = Array.from({ length: 100000 }, (_, i) => -i);"
    " a.sort((x, y) => { let s = 0; for (let i = 0; i < 1e6; i++) s += i; return x - y })",
    "sorting": "const a = Array.from({ length: 300000 }, (_, i) => (i * 7919) % 300007); while (true) [...a].sort()",
    "searching a text": "const t = 'a'.repeat(200000); while (true) t.indexOf('a'.repeat(50000) + 'b')",
    "splitting a text": "const t = 'a,'.repeat(200000); while (true) t.split(',').join(';')",
    "replacing in a text": "const t = 'ab'.repeat(200000); while (true) t.replaceAll('a', 'xyz')",
    "a text that grows": "let t = ''; while (true) { t += 'abc'; if (t.length > 1e6) t = '' }",
    "changing case": "const t = 'äÖß'.repeat(100000); while (true) t.toUpperCase()",
    "normal forms": "const t = 'a\\u0308'.repeat(100000); while (true) t.normalize('NFC')",
    "large powers": "let n = 3n; while (true) n = n ** 3n",
    "the digits of a bigint": "const n = 7n ** 200000n; while (true) n.toString()",
    "a long array": "while (true) new Array(1000000).fill(1).map((x) => x + 1)",
    "an array of any length": "return Array.from({ length: 1e9 }, (_, i) => i)",
    "an array that shifts": "const a = Array.from({ length: 100000 }, (_, i) => i); while (true) a.unshift(a.pop()!)",
    "a map that grows": "const m = new Map<number, number>(); let n = 0; while (true) m.set(n++, n)",
    "a set of texts": "const m = new Set<string>(); let n = 0; while (true) m.add('t' + n++ % 1e5)",
    "JSON": "const a = Array.from({ length: 20000 }, (_, i) => ({ i, t: 't' + i }));"
    " while (true) JSON.parse(JSON.stringify(a))",
    "cloning": "const a = Array.from({ length: 20000 }, (_, i) => ({ i })); while (true) structuredClone(a)",
    "bytes": "const b = new Uint8Array(1000000); while (true) { b.fill(1); b.sort(); b.indexOf(2) }",
    "a generator": "function* g() { while (true) yield 1 } let s = 0; for (const x of g()) s += x",
    "garbage": "let a: any = null; while (true) a = { a: { b: [1, 2, 3] } }",
    "a list that is kept": "let a: any = null; while (true) a = { a }",
    "a collector that is always due": "const k: any[] = []; for (let i = 0; i < 60000; i++) k.push({ i });"
    " while (true) { for (let i = 0; i < 100; i++) k[i] = { i } }",
    "endless output": "while (true) console.log('again and again')",
    "dates": "while (true) new Date(2026, 1, 1).toLocaleString()",
    "microtasks": "const g = (): any => Promise.resolve().then(g); return g()",
    "promises": "while (true) await null",
    "timers": "while (true) await sleep(1)",
    "a long sleep": "await sleep(1e9)",
    "all of many": "while (true) await Promise.all(Array.from({ length: 1000 }, () => null))",
    "getters": "const o = { get x(): any { return this.x } }; while (true) { try { o.x } catch { } }",
    "keys": "const o: any = {}; for (let i = 0; i < 50000; i++) o['k' + i] = i; while (true) Object.keys(o).length",
}

MEMORY: Final = 64 << 20
"""A collection comes to its end first; of so little it takes no longer than what is allowed."""


@cache
def module(way: str) -> plait.Module:
    head = "async function f(): Promise<any>" if "await" in WAYS[way] else "function f(): any"
    return plait.compile(f"export {head} {{ {WAYS[way]} }}\nexport function ok() {{ return 1 }}", "stay.ts")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("engine", ["interpreter", "auto"])
def test_it_ends(engine: str, way: str) -> None:
    late = [overstayed(engine, way)]
    while late[-1] >= LATE and len(late) < ATTEMPTS:
        late.append(overstayed(engine, way))
    assert late[-1] < LATE, late


def overstayed(engine: str, way: str) -> float:
    """By how many seconds of its thread's time a call goes on beyond its limit."""
    vm = plait.Vm(plait.VmOptions(engine=engine, max_memory=MEMORY), write=lambda _: None)
    context = vm.load(module(way))
    assert context.call("ok") == 1
    # Python's own collector, which has all of the test run to look through, is not what is measured.
    gc.disable()
    begun, begun_here = time.perf_counter(), time.thread_time()
    # What runs out of memory before ends, too.
    with pytest.raises(plait.PlaitError) as caught:
        context.call("f", timeout=LIMIT)
    gc.enable()
    taken, taken_here = time.perf_counter() - begun, time.thread_time() - begun_here
    if isinstance(caught.value, plait.LimitError):
        assert caught.value.limit in ("timeout", "max_memory")
    assert taken < LIMIT + 2
    if not isinstance(caught.value, plait.LimitError) or caught.value.limit == "timeout":
        assert context.call("ok", timeout=5) == 1
    assert vm.load(module("a loop")).call("ok") == 1
    return min(taken, taken_here) - LIMIT


def test_functions_of_the_host_that_never_answer() -> None:
    vm = plait.Vm()

    @vm.function
    async def never() -> int:
        await asyncio.sleep(1e6)
        return 1

    source = "declare function never(): Promise<number>; export async function f() { return await never() }"
    context = vm.load(plait.compile(f"{source} export function ok() {{ return 1 }}", "never.ts"))

    async def run() -> Any:
        begun = time.perf_counter()
        with pytest.raises(plait.LimitError) as caught:
            await context.call_async("f", timeout=LIMIT)
        assert caught.value.limit == "timeout"
        # The task of the program is cancelled, for which it has a second.
        assert time.perf_counter() - begun < LIMIT + 2
        return await context.call_async("ok")

    assert asyncio.run(run()) == 1


BOMBS: Final = {
    "types": "type A<T> = { a: T, b: T }; type B<T> = A<A<A<A<T>>>>; type C<T> = B<B<B<B<T>>>>; type D<T> = C<C<C<T>>>;"
    " export let x: D<D<number>> = null as any; export function f(y: D<D<string>>) { return x === (y as any) }",
    "parentheses": f"export function f() {{ return {'(' * 20000}1{')' * 20000} }}",
    "a long sum": f"export function f(a: any) {{ return {'+'.join(['a'] * 20000)} }}",
    "nested functions": f"export function f() {{ {'return (() => { ' * 400}{'})()' * 400} }}",
    "unions": "export function f(x: "
    + " | ".join(f"{{ k{i}: {{ t: {i} }} }}" for i in range(1500))
    + ") { return (x as any).t }",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_source_that_takes_long_to_compile(bomb: str) -> None:
    begun = time.thread_time()
    with suppress(plait.PlaitError):
        plait.compile(BOMBS[bomb], "bomb.ts", budget=2_000_000)
    assert time.thread_time() - begun < 20
