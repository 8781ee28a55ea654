"""Work in child processes, so that a crash or a hang is caught and attributed to one item.

A child is the same module run with `--child`; it prints one JSON line after each item.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from queue import Empty, Queue

REPORTED = "report"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of an item: the child's report, or in `failure` how the child ended."""

    item: int
    data: dict[str, object]
    failure: str = ""


def run_in_children(module: str, arguments: list[str], items: Iterable[int], seconds: float) -> Iterator[Report]:
    """Give the items to a child, and the rest to a new one whenever it dies or takes longer than `seconds` for one."""
    remaining = list(items)
    while remaining:
        done, last_failure = 0, ""
        command = [sys.executable, "-X", "faulthandler", "-m", module, "--child", *arguments]
        child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert child.stdin is not None
        lines: Queue[str | None] = Queue()
        errors: list[str] = []
        threading.Thread(target=_pump, args=(child, lines), daemon=True).start()
        collector = threading.Thread(target=_collect, args=(child, errors), daemon=True)
        collector.start()
        child.stdin.write(json.dumps(remaining))
        child.stdin.close()
        while True:
            try:
                line = lines.get(timeout=seconds)
            except Empty:
                last_failure = f"no answer within {seconds} s"
                child.kill()
                break
            if line is None:
                break
            message = json.loads(line)
            if message["kind"] == REPORTED:
                done += 1
                yield Report(message["item"], message["data"])
        code = child.wait()
        collector.join(5)
        if done < len(remaining):
            failure = last_failure or f"the process ended with {code}"
            yield Report(remaining[done], {}, f"{failure}\n{''.join(errors)[-3000:]}")
            done += 1
        remaining = remaining[done:]


def serve(work: Callable[[int], dict[str, object]]) -> None:
    """The child's side: do the items that come by standard input."""
    for item in json.loads(sys.stdin.read()):
        data = work(item)
        print(json.dumps({"kind": REPORTED, "item": item, "data": data}), flush=True)


def _pump(child: subprocess.Popen[str], lines: Queue[str | None]) -> None:
    assert child.stdout is not None
    for line in child.stdout:
        lines.put(line)
    lines.put(None)


def _collect(child: subprocess.Popen[str], errors: list[str]) -> None:
    assert child.stderr is not None
    errors.extend(child.stderr)
