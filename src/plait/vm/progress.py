"""What the first start on a machine shows while the kernels are compiled."""

from __future__ import annotations

import sys
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

MESSAGE = "plait: compiling the machine (first start only)"


class FirstStartProgress:
    """Called with what is being done, if anything has to be compiled at all; a context manager that ends the display.

    On a terminal it is a moving bar with the elapsed time, otherwise one plain line. Both go to standard error.
    """

    def __init__(self) -> None:
        self._announced = False
        self._progress: Progress | None = None

    def __call__(self, _: str) -> None:
        """Show that something is being done; what it is in particular is of no use to those who wait."""
        if sys.stderr is None:
            return
        if sys.stderr.isatty():
            self._show()
        elif not self._announced:
            print(MESSAGE, file=sys.stderr, flush=True)
        self._announced = True

    def __enter__(self) -> FirstStartProgress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the display. Nothing remains of it on the terminal."""
        if self._progress is not None:
            self._progress.stop()
            self._progress = None

    def _show(self) -> None:
        if self._progress is None:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

            self._progress = Progress(
                TextColumn("{task.description}"),
                BarColumn(bar_width=20),
                TimeElapsedColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._progress.add_task(MESSAGE, total=None)
            self._progress.start()


@cache
def first_start_progress() -> FirstStartProgress:
    """The one display of this process, to be given to `load_kernels` as `on_progress`, in a `with` statement.

    Any thread may close it, such as the main thread after Ctrl-C.
    """
    return FirstStartProgress()
