"""What a program does, on a timeline: which task runs when, what the others wait for, calls of the host, collections.

A context with a recorder comes back to the host whenever another task goes on. What is kept are events in the format
that Perfetto and the browsers' tracing pages open (JSON, times in microseconds). Each task has a line of its own; line
0 is the host's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from plait.memory.fields import get_field
from plait.memory.layouts import Task, WaitKind
from plait.vm.deadlocks import ENDED, coroutine_function, describe_wait, own_place

if TYPE_CHECKING:
    from plait.vm.context import VmContext

MAX_EVENTS: Final = 1_000_000
"""So many events are kept; what comes later is only counted."""

HOST: Final = 0
"""The line of what the host does."""


@dataclass(slots=True)
class _Running:
    """The task that runs, by its number and the index of a handle that keeps it, since a time."""

    number: int
    handle: int
    since: float


class Recorder:
    """Records what runs in contexts of one `Vm`."""

    def __init__(self) -> None:
        self._start = perf_counter()
        self._events: list[dict[str, Any]] = []
        self._running: dict[int, _Running] = {}
        self._waits: dict[tuple[int, int], tuple[float, str]] = {}
        self._names: dict[tuple[int, int], str] = {}
        self._collections: dict[int, int] = {}
        self.left_out = 0
        """How many events were too many."""

    def looked(self, context: VmContext) -> None:
        """A context has come back to the host, which looks at what has changed."""
        now = perf_counter()
        self._note_collections(context, now)
        task = context.get("current_task")
        number = get_field(context.memory.view, Task, task, "id") if task else 0
        before = self._running.get(context.id)
        if before is not None and before.number == number:
            return
        if before is not None:
            self._end_run(context, before, now)
        if number:
            self._running[context.id] = _Running(number, context.handles.add(task), now)
            waited = self._waits.pop((context.id, number), None)
            if waited is not None:
                self._span(context.id, number, waited[1], waited[0], now, "wait")

    def _end_run(self, context: VmContext, run: _Running, now: float) -> None:
        """Another task goes on, or none."""
        del self._running[context.id]
        task = context.handles.get(run.handle)
        place = self._note_name(context, task, run.number)
        self._span(context.id, run.number, "runs", run.since, now, "run", {"until": place} if place else {})
        view = context.memory.view
        if get_field(view, Task, task, "status") not in ENDED:
            kind = WaitKind(get_field(view, Task, task, "wait_kind"))
            is_told = kind not in (WaitKind.NONE, WaitKind.SUSPENDED)
            waits = f"waits {describe_wait(context, task, kind)}" if is_told else "waits"
            self._waits[context.id, run.number] = now, waits if kind is not WaitKind.NONE else "is ready"
        context.handles.remove(run.handle)

    def _note_name(self, context: VmContext, task: int, number: int) -> str:
        """Name the line of a task by the function of the program that it runs, once it does; where it stands."""
        if get_field(context.memory.view, Task, task, "status") in ENDED:
            return ""
        name = coroutine_function(context, task)
        if self._names.get((context.id, number)) != name:
            self._names[context.id, number] = name
        return own_place(context, task)

    def _note_collections(self, context: VmContext, now: float) -> None:
        count = context.get("collections")
        new = count - self._collections.get(context.id, 0)
        if new > 0:
            self._collections[context.id] = count
            live = context.get("live_after_collection")
            name = "collection" if new == 1 else f"{new} collections"
            self._add({"name": name, "ph": "i", "s": "p", "pid": context.id, "tid": HOST, "ts": self._time(now)}, live)

    def _time(self, moment: float) -> float:
        return round((moment - self._start) * 1e6, 1)

    def _span(
        self,
        process: int,
        line: int,
        name: str,
        begin: float,
        end: float,
        kind: str,
        more: dict[str, Any] | None = None,
    ) -> None:
        event = {"name": name, "cat": kind, "ph": "X", "pid": process, "tid": line}
        times = {"ts": self._time(begin), "dur": round(self._time(end) - self._time(begin), 1)}
        self._add({**event, **times, **({"args": more} if more else {})})

    def _add(self, event: dict[str, Any], live: int | None = None) -> None:
        if len(self._events) >= MAX_EVENTS:
            self.left_out += 1
            return
        if live is not None:
            event["args"] = {"live bytes": live}
        self._events.append(event)

    def host_span(self, name: str, begin: float) -> None:
        """The host has done something since a time."""
        self._span(next(iter(self._running), 1), HOST, name, begin, perf_counter(), "host")

    def to_json(self) -> str:
        """All that was recorded."""
        named = [
            {"name": "thread_name", "ph": "M", "pid": process, "tid": line, "args": {"name": f"task {line} ({name})"}}
            for (process, line), name in self._names.items()
        ]
        processes = {event["pid"] for event in self._events}
        named += [
            {"name": "thread_name", "ph": "M", "pid": process, "tid": HOST, "args": {"name": "host"}}
            for process in sorted(processes)
        ]
        return json.dumps({"traceEvents": [*named, *self._events], "displayTimeUnit": "ms"})


@contextmanager
def recorded(recorder: Recorder | None, name: str) -> Iterator[None]:
    """Record how long the host does something."""
    if recorder is None:
        yield
        return
    begin = perf_counter()
    try:
        yield
    finally:
        recorder.host_span(name, begin)
