"""A service under load, with and without hostile scripts: `python -m bench.web_load [--seconds 60]`.

Starts `examples/web_service.py` under uvicorn on loopback, keeps so many requests in flight, first without, then with
hostile scripts among them, and prints how long the others took, and what the service's process had before and after.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

EXAMPLES: Final = Path(__file__).parents[1] / "examples"

ORDINARY: Final = {
    "prices": """
    interface Line { price: number; quantity: number }
    export function handle(order: { lines: Line[] }) {
      const totals = order.lines.map((line) => Math.round(line.price * line.quantity * 100) / 100);
      return { totals, sum: totals.reduce((all, total) => all + total, 0) };
    }""",
    "words": """
    export function handle(order: { text: string }) {
      const counts = new Map<string, number>();
      for (const word of order.text.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
      return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3);
    }""",
    "waits": """
    export async function handle(order: { lines: any[] }) {
      await sleep(5);
      const counts = await Promise.all(order.lines.map(async (line) => { await sleep(5); return line.quantity }));
      return counts.length;
    }""",
}

HOSTILE: Final = {
    "endless loop": "export function handle() { let n = 0; while (true) n++ }",
    "memory bomb": "export function handle() { const all: any[] = []; while (true) all.push([all.length, 1, 2]) }",
    "endless sleep": "export async function handle() { while (true) await sleep(1e6) }",
    "endless output": "export async function handle() { while (true) { console.log('spam'); await null } }",
}

DATA: Final = {
    "lines": [{"price": 1.25 * n, "quantity": n} for n in range(20)],
    "text": "the quick brown fox jumps over the lazy dog " * 20,
}

LONGEST_ANSWER: Final = 30.0
"""After how many seconds a request counts as starved."""


@dataclass
class Found:
    """What has become of the requests of a phase."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    wrong: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, seconds: float, answer: dict[str, Any]) -> None:
        """One request is answered."""
        self.seconds.setdefault(name, []).append(seconds)
        if ("result" if name in ORDINARY else "limit") not in answer:
            self.wrong[f"{name}: {json.dumps(answer)[:200]}"] += 1

    def ordinary(self) -> list[float]:
        """How long the requests took that are not hostile, in order."""
        return sorted(second for name in ORDINARY for second in self.seconds.get(name, []))


@dataclass(frozen=True)
class Use:
    """What a process has."""

    kilobytes: int
    threads: int
    files: int

    def __str__(self) -> str:
        return f"{self.kilobytes / 1024:.0f} MiB resident, {self.threads} threads, {self.files} descriptors"


def use_of(process: int) -> Use:
    """What a process has now, as Linux says."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    words = dict(line.split(":", 1) for line in lines)
    files = len(os.listdir(f"/proc/{process}/fd"))
    return Use(int(words["VmRSS"].split()[0]), int(words["Threads"]), files)


@contextmanager
def service() -> Iterator[tuple[int, int]]:
    """The service, in a process of its own; its port and process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "web_service:app", "--app-dir", str(EXAMPLES)]
    process = subprocess.Popen([*command, "--port", str(port), "--log-level", "warning"])
    try:
        wait_for(port)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int) -> None:
    """Wait until somebody listens."""
    for _ in range(600):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError("the service does not start")


class Client:
    """One connection to the service, which stays open."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, script: str) -> dict[str, Any]:
        """What the service answers to a script."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        body = json.dumps({"script": script, "data": DATA}).encode()
        head = f"POST /run HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        length = 0
        status = await reader.readline()
        while (line := await reader.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        text = await reader.readexactly(length)
        return dict(json.loads(text)) if b" 200 " in status else {"status": status.decode(), "body": text.decode()}

    def close(self) -> None:
        """End the connection."""
        if self._streams is not None:
            self._streams[1].close()


async def load(port: int, in_flight: int, seconds: float, share: float) -> Found:
    """Keep so many requests in flight for a while, a share of them hostile."""
    found, end = Found(), time.perf_counter() + seconds

    async def visitor(number: int) -> None:
        chance = random.Random(number)
        client = Client(port)
        while (begun := time.perf_counter()) < end:
            scripts = HOSTILE if chance.random() < share else ORDINARY
            name = chance.choice(list(scripts))
            answer = await asyncio.wait_for(client.ask(scripts[name]), LONGEST_ANSWER)
            found.add(name, time.perf_counter() - begun, answer)
        client.close()

    await asyncio.gather(*(visitor(number) for number in range(in_flight)))
    return found


def percentile(seconds: list[float], share: float) -> float:
    """The time, of times in order, that such a share of them does not exceed."""
    return seconds[min(len(seconds) - 1, int(len(seconds) * share))] if seconds else 0.0


def show(title: str, found: Found, seconds: float) -> None:
    """Print what has become of the requests of a phase."""
    count = sum(len(each) for each in found.seconds.values())
    print(f"{title}: {count / seconds:.0f} requests a second, {sum(found.wrong.values())} wrong answers")
    for text, times in found.wrong.most_common(3):
        print(f"  wrong, {times} times: {text}")
    rows = {"all ordinary": found.ordinary()} | {name: sorted(found.seconds[name]) for name in sorted(found.seconds)}
    for name, each in rows.items():
        parts = (f"{share * 100:g} %: {percentile(each, share) * 1000:6.0f} ms" for share in (0.5, 0.99, 1.0))
        print(f"  {name:16} {len(each):6}  " + "  ".join(parts))


async def run(seconds: float, in_flight: int, share: float) -> float:
    """Load the service twice; how many times longer the 99th percentile was with hostile scripts."""
    with service() as (port, process):
        await load(port, in_flight, 3, 0.5)
        before = use_of(process)
        print(f"before: {before}")
        plain = await load(port, in_flight, seconds, 0)
        show("without hostile scripts", plain, seconds)
        print(f"then: {use_of(process)}")
        mixed = await load(port, in_flight, seconds, share)
        show(f"{share * 100:g} % hostile", mixed, seconds)
        await asyncio.sleep(2)
        print(f"after: {use_of(process)}")
    return percentile(mixed.ordinary(), 0.99) / percentile(plain.ordinary(), 0.99)


def main() -> None:
    """Print it all."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=60, help="how long each phase lasts")
    options.add_argument("--requests", type=int, default=200, help="how many are in flight")
    options.add_argument("--hostile", type=float, default=0.1, help="the share of hostile scripts")
    given = options.parse_args()
    factor = asyncio.run(run(given.seconds, given.requests, given.hostile))
    print(f"the 99th percentile of ordinary requests is {factor:.2f} times as long with hostile scripts")


if __name__ == "__main__":
    main()
