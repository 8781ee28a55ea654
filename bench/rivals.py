"""What calls and data cost in plait and in other sandboxes for Python: `python -m bench.rivals`.

Microseconds, the best of several rounds, all in one process one after the other. Those that are not installed are
passed over; `pip install mini-racer quickjs-ng lupa wasmtime pydantic-monty zapcode` installs them all. Data is given
to a function, or comes from one: the call is counted with it.
"""

from __future__ import annotations

import time
import timeit
from collections.abc import Callable
from typing import Any, Final

from bench.sandboxes import SANDBOXES, Sandbox, Work

FLOATS: Final = [number * 1.5 + 0.25 for number in range(1000)]
RECORD: Final = {
    f"group {g}": {f"key {k}": f"text {k}" if k % 3 == 0 else k * 1.5 for k in range(10)} for g in range(5)
}
CALLS: Final = 300
"""How many calls of a function of Python's are measured at a time."""

ROUNDS: Final = 7
SECONDS_OF_ROUND: Final = 0.03
SECONDS_OF_WARMTH: Final = 0.4

ROWS: Final[dict[str, Callable[[Sandbox], Work | None]]] = {
    "call of a function": lambda sandbox: sandbox.call(),
    "call with two numbers": lambda sandbox: sandbox.add(),
    "call of Python from the program": lambda sandbox: sandbox.back(CALLS),
    "fresh context": lambda sandbox: sandbox.fresh(),
    "execute of a small program": lambda sandbox: sandbox.execute(),
    "1,000 floats in": lambda sandbox: sandbox.take(FLOATS),
    "1,000 floats out": lambda sandbox: sandbox.give(FLOATS),
    "record of 50 values in": lambda sandbox: sandbox.take(RECORD),
    "record of 50 values out": lambda sandbox: sandbox.give(RECORD),
}


def warm(work: Work) -> None:
    """Do a piece of work for a while, so that what is hot is compiled, or soon will be."""
    end = time.perf_counter() + SECONDS_OF_WARMTH
    while time.perf_counter() < end:
        work()


def microseconds(work: Work) -> float:
    """What a piece of work takes."""
    once = timeit.timeit(work, number=3) / 3
    count = max(1, int(SECONDS_OF_ROUND / once))
    return min(timeit.repeat(work, number=count, repeat=ROUNDS)) / count * 1e6


def measure(kind: type[Sandbox]) -> tuple[str, list[float | None]]:
    """The name of a sandbox, and its figures. Raises `ImportError` when it is not installed."""
    sandbox = kind()
    with sandbox.closing:
        check(sandbox)
        for make in ROWS.values():
            if (work := make(sandbox)) is not None:
                warm(work)
        figures: list[float | None] = []
        for name, make in ROWS.items():
            work = make(sandbox)
            per = CALLS if name.startswith("call of Python") else 1
            figures.append(None if work is None else microseconds(work) / per)
        return sandbox.name, figures


def check(sandbox: Sandbox) -> None:
    """Raise `AssertionError` if it does not do what it is measured for."""
    add, back = sandbox.add(), sandbox.back(10)
    assert add is None or add() == 3
    if back is not None:
        back()
    for value in (FLOATS, RECORD):
        give: Callable[[], Any] | None = sandbox.give(value)
        assert give is None or give() == value, sandbox.name


def main() -> None:
    """Print the table, and what there is to say about its columns."""
    columns: list[tuple[str, list[float | None]]] = []
    remarks: list[str] = []
    for kind in SANDBOXES:
        try:
            columns.append(measure(kind))
        except ImportError:
            remarks.append(f"{kind.package}: not installed")
            continue
        if kind.remark:
            remarks.append(f"{kind.package}: {kind.remark}")
    print("| microseconds | " + " | ".join(name for name, _ in columns) + " |")
    print("|---" + "|---:" * len(columns) + "|")
    for row, name in enumerate(ROWS):
        cells = (figures[row] for _, figures in columns)
        print(f"| {name} | " + " | ".join("" if cell is None else f"{cell:.2f}" for cell in cells) + " |")
    print(*remarks, sep="\n")


if __name__ == "__main__":
    main()
