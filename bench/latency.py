"""How soon `Vm.interrupt` and `max_seconds` end what runs and what waits, in milliseconds.

    python -m bench.latency [--only NAME] [--engine NAME] [--rounds N]

Every row is a program that does one thing for ever, run by each engine; it is ended some rounds by an interrupt from
another thread, and some by the time that it may take, each round a little later than the one before. Shown is the
latest ending of each; the last line counts those later than the documented bound. What `docs/embedding.md` says comes
to its end first, a collection and a call of the library, has rows too.
"""

# ruff: noqa: E501

from __future__ import annotations

import argparse
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import plait

ENGINES: Final = ("interpreter", "jit", "auto", "reference")
BOUND: Final = 50.0
"""Milliseconds within which a run is to end."""

HEAD: Final = "let n = 0; const small = SMALL;\n"
"""`small` says that the engine takes a thousand times as long."""


def forever(setup: str, body: str) -> str:
    """A program that does something again and again."""
    return f"{HEAD}{setup}\nwhile (n >= 0) {{ n = (n + 1) % 1000; {body} }}"


def wide_functions(count: int) -> str:
    """A program that takes long to compile to machine code."""
    statements = " ".join(
        f"if (a % {number + 2} === b) {{ a = a * 3 + b; }} else {{ b += {number}; }}" for number in range(40)
    )
    functions = "\n".join(
        f"function f{number}(a: number, b: number): number {{ while (a < 1e9) {{ a += 1e8; {statements} }} return a + b; }}"
        for number in range(count)
    )
    calls = " + ".join(f"f{number}(n, {number})" for number in range(count))
    return f"{functions}\n" + forever("let s = 0;", f"s = {calls};")


PROGRAMS: Final[dict[str, str]] = {
    "empty loop": forever("", ""),
    "nested loops": forever(
        "let s = 0;", "for (let i = 0; i < 1000; i++) for (let j = 0; j < 1000; j++) s = (s + i * j) % 7;"
    ),
    "recursion": HEAD + "function fib(k: number): number { return k < 2 ? k : fib(k - 1) + fib(k - 2); } fib(70);",
    "objects": forever("let o = { a: 1 };", "o = { a: o.a + 1 };"),
    "exceptions": forever("", "try { throw new Error('x'); } catch (e) { continue; }"),
    "output": forever("", "console.log('line', n);"),
    "long output": forever("const s = 'ab'.repeat(small ? 5000 : 1000000);", "console.log(s);"),
    "sleeping": HEAD + "await sleep(1000000);",
    "setTimeout": HEAD + "await new Promise(done => setTimeout(done, 1000000));",
    "turns of tasks": forever("async function f(): Promise<number> { return 1; }", "n = (n + await f()) % 1000;"),
    "channel": HEAD
    + "const c = new Channel<number>(0); async function f(): Promise<void> { await sleep(1e6); c.send(1); } void f(); await c.receive();",
    "generator": forever("function* g() { while (true) yield 1; }", "for (const x of g()) n = (n + x) % 1000;"),
    "any": forever("let o: any = {};", "o['k' + n] = n; o = { ...o };"),
    "sort with comparator": forever(
        "const a: number[] = []; for (let i = 0; i < (small ? 500 : 300000); i++) a.push((i * 7919) % 65521);",
        "a.sort((x, y) => x - y); a.sort((x, y) => y - x);",
    ),
    "sort of texts": forever(
        "const a: any[] = []; for (let i = 0; i < (small ? 200 : 50000); i++) a.push('t' + (i * 7919) % 65521);",
        "[...a].sort(); a.reverse();",
    ),
    "map with callback": forever("const a = new Array(small ? 500 : 300000).fill(1);", "a.map(x => x + 1);"),
    "reduce and filter": forever(
        "const a: any[] = []; for (let i = 0; i < (small ? 500 : 300000); i++) a.push(i);",
        "a.filter(x => x % 2).reduce((x, y) => x + y, 0);",
    ),
    "indexOf in text": forever(
        "const k = small ? 20000 : 20000000; const h = 'a'.repeat(k); const q = 'a'.repeat(k / 2) + 'b';",
        "h.indexOf(q);",
    ),
    "split and join": forever("const h = 'a,'.repeat(small ? 500 : 500000);", "h.split(',').join(';');"),
    "replaceAll": forever("const h = 'a,'.repeat(small ? 500 : 500000);", "h.replaceAll(',', '<>');"),
    "toUpperCase": forever("const h = 'a\u1e9e'.repeat(small ? 500 : 5000000);", "h.toUpperCase();"),
    "repeat": forever("", "'abc'.repeat(small ? 20000 : 20000000).length;"),
    "comparison of texts": forever(
        "const k = small ? 20000 : 20000000; const a = 'a'.repeat(k) + 'b'; const b = 'a'.repeat(k) + 'b';",
        "if (a < b) n++;",
    ),
    "normalize": forever(
        "const h = 'e\u0301\uac00'.repeat(small ? 100 : 1000000);", "h.normalize('NFC').normalize('NFD');"
    ),
    "regexp, backtracking": forever("const h = 'a'.repeat(40);", "/^(a+)+$/.test(h + 'b');"),
    "regexp, all matches": forever("const h = 'ab1 '.repeat(small ? 200 : 200000);", "h.match(/\\w+\\d/g);"),
    "regexp, replace with function": forever(
        "const h = 'ab1 '.repeat(small ? 200 : 200000);", "h.replace(/\\d/g, d => d + d);"
    ),
    "JSON.stringify": forever(
        "const o: any[] = []; for (let i = 0; i < (small ? 100 : 100000); i++) o.push({ a: i, b: 't' + i, c: [i] });",
        "JSON.stringify(o);",
    ),
    "JSON.parse": forever(
        "const o: any[] = []; for (let i = 0; i < (small ? 100 : 100000); i++) o.push({ a: i, b: 't' + i, c: [i] }); const t = JSON.stringify(o);",
        "JSON.parse(t);",
    ),
    "structuredClone": forever(
        "const o: any[] = []; for (let i = 0; i < (small ? 100 : 100000); i++) o.push({ a: i, b: 't' + i, c: [i] });",
        "structuredClone(o);",
    ),
    "bigint, product": forever("const b = 3n ** (small ? 2000n : 500000n);", "if (b * b < b) n++;"),
    "bigint, quotient": forever(
        "const b = 3n ** (small ? 2000n : 400000n); const c = 7n ** (small ? 500n : 90000n);", "if (b / c < 0n) n++;"
    ),
    "bigint, power": forever("", "if (3n ** (small ? 3000n : 1000000n) < 1n) n++;"),
    "bigint, text": forever("const b = 3n ** (small ? 1000n : 200000n);", "b.toString();"),
    "bigint, from text": forever("const t = '7'.repeat(small ? 500 : 200000);", "BigInt(t);"),
    "typed array, fill": forever("const a = new Float64Array(small ? 20000 : 10000000);", "a.fill(n);"),
    "typed array, sort": forever(
        "const a = new Float64Array(small ? 300 : 1000000); for (let i = 0; i < a.length; i++) a[i] = (i * 7919) % 65521;",
        "a.slice().sort();",
    ),
    "typed array, copyWithin": forever("const a = new Uint8Array(small ? 20000 : 100000000);", "a.copyWithin(1, 0);"),
    "typed array, indexOf": forever("const a = new Uint8Array(small ? 20000 : 50000000);", "a.indexOf(1);"),
    "array, fill": forever("const a: any[] = new Array(small ? 2000 : 10000000);", "a.fill(n);"),
    "array, slice": forever("const a: any[] = new Array(small ? 500 : 3000000).fill(1);", "a.slice().reverse();"),
    "array, splice": forever(
        "const a: any[] = new Array(small ? 500 : 10000000).fill(1);", "a.splice(0, 1); a.push(1);"
    ),
    "array, indexOf": forever("const a: any[] = new Array(small ? 500 : 10000000).fill(1);", "a.indexOf(2);"),
    "array, concat": forever("const a: any[] = new Array(small ? 500 : 3000000).fill(1);", "a.concat(a);"),
    "array, flat": forever("const a: any[] = new Array(small ? 100 : 200000).fill([1, [2]]);", "a.flat(3);"),
    "Array.from": forever("", "Array.from({ length: small ? 100 : 300000 }, (_, i) => i);"),
    "Map and Set": forever(
        "", "const m = new Map(); for (let i = 0; i < (small ? 100 : 200000); i++) m.set(i, i); new Set(m.keys());"
    ),
    "Object.keys and entries": forever(
        "const o: any = {}; for (let i = 0; i < (small ? 100 : 100000); i++) o['k' + i] = i;",
        "Object.fromEntries(Object.entries(o));",
    ),
    "for-in": forever(
        "const o: any = {}; for (let i = 0; i < (small ? 100 : 100000); i++) o['k' + i] = i;",
        "for (const k in o) n++; n = 1;",
    ),
    "dates": forever("", "new Date(2020, n % 12, 1).toISOString(); new Date(n * 1e9).toLocaleString();"),
    "encodeURIComponent": forever(
        "const h = '\u00e9 '.repeat(small ? 500 : 300000);", "decodeURIComponent(encodeURIComponent(h));"
    ),
    "TextEncoder": forever(
        "const h = '\u00e9 '.repeat(small ? 500 : 1000000); const e = new TextEncoder(); const d = new TextDecoder();",
        "d.decode(e.encode(h));",
    ),
    "btoa": forever("const h = 'ab '.repeat(small ? 500 : 1000000);", "atob(btoa(h));"),
    "text built": forever(
        "", "let s = ''; for (let i = 0; i < (small ? 500 : 300000); i++) s += 'ab'; if (s.length < 3) n++;"
    ),
    "collector, 10 MB": forever(
        "const a: number[][] = []; for (let i = 0; i < (small ? 100 : 100000); i++) a.push([i, i, i]); let b = [0];",
        "b = [1, 2, n];",
    ),
    "collector, 100 MB": forever(
        "const a: number[][] = []; for (let i = 0; i < (small ? 200 : 1000000); i++) a.push([i, i, i]); let b = [0];",
        "b = [1, 2, n];",
    ),
    "compiling": wide_functions(60),
}


@dataclass(frozen=True, slots=True)
class Late:
    """Milliseconds from when a program had to end to when it had ended, at most."""

    interrupted: float
    out_of_time: float


def machine(engine: str, max_seconds: float | None = None) -> plait.Vm:
    """A machine that prints nowhere."""
    options = plait.VmOptions(engine=engine, max_seconds=max_seconds, max_memory=1 << 30)
    return plait.Vm(options, write=lambda _: None)


def until_interrupted(module: plait.Module, engine: str, seconds: float) -> float:
    """Milliseconds from an interrupt after so many seconds to its error."""
    vm = machine(engine)
    context = vm.load(module)
    sent: list[float] = []

    def interrupt() -> None:
        sent.append(time.perf_counter())
        assert vm.interrupt()

    timer = threading.Timer(seconds, interrupt)
    timer.start()
    return ended(lambda: vm.run(context, "main"), plait.InterruptError, lambda: sent[0], context)


def until_out_of_time(module: plait.Module, engine: str, seconds: float) -> float:
    """Milliseconds that a program takes longer than it may."""
    vm = machine(engine, seconds)
    context = vm.load(module)
    due = time.perf_counter() + seconds
    return ended(lambda: vm.run(context, "main"), plait.LimitError, lambda: due, context)


def ended(
    run: Callable[[], object], error: type[Exception], due: Callable[[], float], context: plait.VmContext
) -> float:
    """Milliseconds between when a run had to end and when it did."""
    try:
        run()
    except error:
        return (time.perf_counter() - due()) * 1000
    finally:
        context.close()
    raise RuntimeError("the program has ended by itself")


def measure(name: str, engine: str, rounds: int) -> Late:
    """The latest endings of one program."""
    source = PROGRAMS[name].replace("SMALL", "true" if engine == "reference" else "false")
    module = plait.compile(source, f"{name}.ts")
    # What is made once a process, and compiled once a program, is no part of this; the row about compiling is.
    if name != "compiling":
        until_out_of_time(module, engine, 0.3)
    delays = [0.1 + 0.037 * number for number in range(rounds)]
    return Late(
        max(until_interrupted(module, engine, delay) for delay in delays),
        max(until_out_of_time(module, engine, delay) for delay in delays),
    )


def main() -> int:
    """Measure and print; 1 if an ending was later than the bound."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="programs whose name contains this")
    parser.add_argument("--engine", choices=ENGINES, help="one engine alone")
    parser.add_argument("--rounds", type=int, default=3, help="endings of each kind (default 3)")
    arguments = parser.parse_args()
    engines = [arguments.engine] if arguments.engine else list(ENGINES)
    for engine in engines:
        machine(engine).execute(plait.compile("console.log(1);", "first.ts"))
    print(f"{'interrupt / max_seconds, ms':32}" + "".join(f"{engine:>18}" for engine in engines))
    late = 0
    for name in (item for item in PROGRAMS if arguments.only in item):
        found = [measure(name, engine, arguments.rounds) for engine in engines]
        late += sum(max(item.interrupted, item.out_of_time) > BOUND for item in found)
        cells = (f"{item.interrupted:.1f} / {item.out_of_time:.1f}" for item in found)
        print(f"{name:32}" + "".join(f"{cell:>18}" for cell in cells), flush=True)
    print(f"{late} later than {BOUND:.0f} ms")
    return int(late > 0)


if __name__ == "__main__":
    sys.exit(main())
