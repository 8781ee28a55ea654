"""A script for each request, in threads: a machine for each thread, a fresh context for each request.

A context costs little: it shares the program's code, and nothing of one request can be seen by another.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import plait

SCRIPT = """
let seen = 0;
export function handle(request: { path: string; query: Record<string, string> }) {
  seen++;
  if (request.path === "/spin") while (true) {}
  return { status: 200, seen, body: `${request.path}?${Object.keys(request.query).sort().join("&")}` };
}
"""

MODULE = plait.compile(SCRIPT, "handler.ts")
local = threading.local()


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """What the script makes of a request."""
    if not hasattr(local, "vm"):
        local.vm = plait.Vm(plait.VmOptions(max_memory=32 << 20))
    context = local.vm.load(MODULE)
    try:
        found: dict[str, Any] = context.call("handle", request, fuel=50_000_000, timeout=0.5)
        return found
    except plait.LimitError as error:
        return {"status": 503, "body": error.limit}
    finally:
        context.close()


def main() -> None:
    """Answer requests in threads, some of which never end."""
    requests = [{"path": "/spin" if n % 10 == 3 else f"/{n}", "query": {"b": "1", "a": "2"}} for n in range(20)]
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(answer, requests))
    print(answers[0])
    print([item["status"] for item in answers])


main()
