"""Scripts of requests under FastAPI: whoever posts a script gets what its function `handle` returns, and its output.

`uvicorn web_service:app`, in this folder, with packages `fastapi` and `uvicorn`; `python -m bench.web_load` puts it
under load. A script is compiled, and its top level runs, once; each request then has a fork of that, and limits: what
never ends, fills memory or prints without end gets an answer that says so, and does not hold up the others.
"""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel

import plait

app = FastAPI()
vm = plait.Vm(plait.VmOptions(max_fuel=20_000_000, max_memory=16 << 20, max_seconds=0.5), write=lambda text: None)
templates: dict[str, asyncio.Task[plait.VmContext]] = {}
MAX_SOURCE, MAX_OUTPUT, MAX_TEMPLATES = 20_000, 10_000, 500


class Job(BaseModel):
    """What is posted: a script that exports a function `handle`, and what that is called with."""

    script: str
    data: Any = None


class OutputLimitError(Exception):
    """A script has printed too much."""


class Output:
    """What a script prints, as far as it may."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        """Take some more."""
        self.text = (self.text + text)[:MAX_OUTPUT]
        if len(self.text) == MAX_OUTPUT:
            raise OutputLimitError


async def begin(script: str) -> plait.VmContext:
    """A context of a script whose top level has run."""
    try:
        module = await run_in_threadpool(plait.compile, script[:MAX_SOURCE], "script.ts", budget=1_000_000)
        context = vm.load(module)
        await context.run_async()
        return context
    except plait.LimitError:
        # It may have been the others' fault.
        templates.pop(script, None)
        raise


def template(script: str) -> asyncio.Task[plait.VmContext]:
    """The same, once for all requests that have the script, as long as it is among the last."""
    if script not in templates:
        if len(templates) >= MAX_TEMPLATES:
            templates.pop(next(iter(templates)))
        templates[script] = asyncio.create_task(begin(script))
    return templates[script]


@app.post("/run")
async def run(job: Job) -> dict[str, Any]:
    """Run a script."""
    output = Output()
    answer: dict[str, Any] = {}
    try:
        context = (await asyncio.shield(template(job.script))).fork(write=output.write, write_error=output.write)
        try:
            answer["result"] = await context.call_async("handle", job.data)
        finally:
            context.close()
    except plait.CompileError as error:
        answer["error"] = [item.message for item in error.diagnostics]
    except plait.LimitError as error:
        answer["limit"] = error.limit
    except OutputLimitError:
        answer["limit"] = "output"
    except (plait.GuestError, KeyError) as error:
        answer["error"] = [str(error)]
    return answer | {"output": output.text}
