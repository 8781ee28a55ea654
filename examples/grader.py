"""A grader: what students hand in is run on inputs, with limits; whatever it does, the next one is graded."""

from __future__ import annotations

import plait

HANDED_IN = {
    "ada": "export function isPrime(n: number) { if (n < 2) return false;"
    " for (let d = 2; d * d <= n; d++) if (n % d === 0) return false; return true }",
    "bob": "export const isPrime = (n: number) => n % 2 === 1",
    "cyd": "export function isPrime(n: number): boolean { while (true) {} }",
    "dan": "export function isPrime(n: number): boolean { return isPrime(n) }",
    "eve": "export function isPrime(n: number) { const all: any[] = []; while (true) all.push([n]) }",
    "fay": "export function isPrim(n: number) { return true }",
    "gus": "export function isPrime(n: number) { return tru }",
}

CASES = {1: False, 2: True, 9: False, 97: True, 7919: True}


def grade(source: str) -> str:
    """What is to be said of a program."""
    try:
        module = plait.compile(source, "handed-in.ts")
    except plait.CompileError as error:
        return f"does not compile: {error.diagnostics[0].message}"
    options = plait.VmOptions(engine="interpreter", max_memory=8 << 20, max_stack_depth=500)
    context = plait.Vm(options, write=lambda text: None).load(module)
    passed = 0
    try:
        for number, expected in CASES.items():
            passed += context.call("isPrime", number, fuel=1_000_000, timeout=1) is expected
    except KeyError as error:
        return str(error.args[0]).partition(": ")[0].replace("module 'handed-in.ts' ", "")
    except plait.LimitError as error:
        return f"limit: {error.limit}"
    except plait.GuestError as error:
        return f"error: {error}"
    finally:
        context.close()
    return f"{passed} of {len(CASES)}"


for name, source in HANDED_IN.items():
    print(f"{name}: {grade(source)}")
