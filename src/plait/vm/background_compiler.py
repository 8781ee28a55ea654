"""The thread that compiles in the background: one in a process, for all contexts, there only while something is hot.

Nobody looks for requests while no thread is there: a context that has requests then stops at its next refill, and the
host starts the thread. From then on the thread looks at all contexts that run, so that none has to stop. When nothing
has been asked for in a while it ends.

What is asked for is compiled quickly first; when nothing is asked for, that is compiled once more, to better code.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple, Protocol

from plait.errors import refuse_copy
from plait.kernel.compiling import compiling, ending, start_compiler_thread

POLL_SECONDS = 0.001
"""How often the thread looks for requests."""

IDLE_SECONDS = 0.25
"""How long the thread stays when nothing is asked for."""


class Unit(NamedTuple):
    """Functions, loops and general versions of functions of one program, by index, that are compiled together."""

    functions: list[int]
    loops: list[int]
    generals: list[int]


class Client(Protocol):
    """A running context, as the thread sees it."""

    def set_calls_compiler(self, calls: bool) -> None:
        """Whether the context is to stop for the host when it has requests. Called while the thread's lock is held."""

    def take_requests(self) -> Unit | None:
        """What is to be compiled next, not much of it; None for nothing. Called while the thread's lock is held."""

    def compile(self, unit: Unit) -> None:
        """Compile a unit and publish its code. Called without the lock: the context may stop running meanwhile."""

    def finish(self, unit: Unit) -> None:
        """The unit has been compiled. Called while the thread's lock is held."""

    def improve(self, unit: Unit) -> None:
        """Compile a unit once more, to better code. Called without the lock, when nothing is asked for."""


class BackgroundCompiler:
    """The thread, its clients, and its lock.

    `lock` guards everything here and what the clients do with their contexts on the thread's behalf; it is held
    for moments only.
    """

    __reduce__ = refuse_copy

    def __init__(self) -> None:
        self._fresh()

    def _fresh(self) -> None:
        self.lock = threading.RLock()
        self._thread: threading.Thread | None = None
        self._clients: dict[int, Client] = {}
        self._left: list[tuple[Client, Unit]] = []
        """What clients have asked for whose context has stopped running."""
        self._quick: list[tuple[Client, Unit]] = []
        """What has been compiled quickly, and is not improved yet."""

    @property
    def is_running(self) -> bool:
        """Whether the thread is there."""
        return self._thread is not None

    def watch(self, client: Client) -> None:
        """The client's context is about to run."""
        with self.lock:
            self._clients[id(client)] = client
            client.set_calls_compiler(self._thread is None)

    def unwatch(self, client: Client) -> None:
        """The client's context has stopped running: nothing looks into it from now on.

        What it has asked for is taken now: contexts that run for moments would never be running when the thread looks.
        """
        with self.lock:
            found = self._clients.pop(id(client), None)
            unit = client.take_requests() if found is not None and self._thread is not None else None
            if unit is not None:
                self._left.append((client, unit))

    def start(self) -> None:
        """Start the thread, if it is not there: a client has requests."""
        with self.lock:
            if self._thread is None:
                self._thread = start_compiler_thread(self._serve)
                for client in self._clients.values():
                    client.set_calls_compiler(False)

    def reset_in_child(self) -> None:
        """After a fork, in the child: the thread is not there, and whatever the locks were held for neither."""
        self._fresh()

    def _serve(self) -> None:
        last_work = time.monotonic()
        while True:
            if self._serve_all():
                last_work = time.monotonic()
            elif time.monotonic() - last_work < IDLE_SECONDS:
                time.sleep(POLL_SECONDS)
            else:
                break
        self._retire()

    def _serve_all(self) -> bool:
        """Compile one unit of each client that has requests, so that none waits for all of another's."""
        with self.lock:
            clients = list(self._clients.values())
            left, self._left = self._left, []
        for client, unit in left:
            self._serve_unit(client, unit)
        return sum(map(self._serve_one, clients)) + len(left) > 0 or self._improve_one()

    def _serve_one(self, client: Client) -> bool:
        with self.lock:
            unit = client.take_requests() if id(client) in self._clients else None
        if unit is not None:
            self._serve_unit(client, unit)
        return unit is not None

    def _serve_unit(self, client: Client, unit: Unit) -> None:
        with _reported():
            with compiling:
                client.compile(unit)
            self._quick.append((client, unit))
            with self.lock:
                if id(client) in self._clients:
                    client.finish(unit)

    def _improve_one(self) -> bool:
        """Improve what has waited longest; whether anything has."""
        if not self._quick or ending.is_set():
            return False
        client, unit = self._quick.pop(0)
        with _reported(), compiling:
            client.improve(unit)
        return True

    def _retire(self) -> None:
        """Give the thread up: from now on the clients have to call."""
        with self.lock:
            self._thread = None
            for client in self._clients.values():
                client.set_calls_compiler(True)


@contextmanager
def _reported() -> Iterator[None]:
    """A fault of the machine must not take the others' compiler away; what was to be compiled stays as it is."""
    try:
        yield
    except Exception:
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))


background_compiler = BackgroundCompiler()
"""That of this process."""


with suppress(AttributeError):
    os.register_at_fork(after_in_child=background_compiler.reset_in_child)
