"""`plait run`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TextIO

import click

from plait import pipeline
from plait.cli.files import load_program, write_output
from plait.cli.messages import EXIT_GUEST, report_error
from plait.cli.options import Duration, Size

if TYPE_CHECKING:
    from plait.bytecode.module import Module
    from plait.vm.options import VmOptions
    from plait.vm.recorder import Recorder
    from plait.vm.stats import RunStats
    from plait.vm.vm import Vm

DEFAULT_STACK_DEPTH: Final = 10_000


@click.command("run")
@click.argument("file", required=False, type=click.Path())
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.option("-e", "--eval", "text", help="The program itself, in the place of FILE.")
@click.option(
    "--engine",
    type=click.Choice(["auto", "reference", "interpreter", "jit"]),
    default="auto",
    show_default=True,
    help="Who executes. auto: interpret at first and compile what turns out hot. reference: slow, everything checked.",
)
@click.option("--workers", type=int, default=1, show_default=True, help="Threads that run the program's tasks.")
@click.option("--max-fuel", type=int, help="Fuel units that the program may use.  [default: no limit]")
@click.option(
    "--max-seconds", "--timeout", type=Duration(), help="Seconds that the program may run or wait.  [default: no limit]"
)
@click.option("--max-memory", type=Size(), default="512M", show_default=True, help="Bytes that the program may hold.")
@click.option(
    "--max-stack-depth", type=int, default=DEFAULT_STACK_DEPTH, show_default=True, help="Frames that one task may hold."
)
@click.option(
    "--preemption-threshold", type=int, help="Fuel units after which a task makes room for others.  [default: never]"
)
@click.option("--timezone", default="UTC", show_default=True, help="The time zone of dates, such as Europe/Berlin.")
@click.option(
    "--schedule-seed",
    type=int,
    help="Let tasks of Task.start take turns by chance, from this number, as plait explore does.  [default: in order]",
)
@click.option("--trace", type=click.Path(), help="Write a timeline of tasks into a file, for Perfetto.")
@click.option("--stats", is_flag=True, help="Show on standard error what the run has used.")
@click.option("--suspend-always", is_flag=True, hidden=True, help="Stress: suspend the task at every safepoint.")
@click.option("--collect-always", is_flag=True, hidden=True, help="Stress: collect memory at every allocation.")
def command(
    file: str | None,
    arguments: tuple[str, ...],
    text: str | None,
    engine: str,
    workers: int,
    max_fuel: int | None,
    max_seconds: float | None,
    max_memory: int,
    max_stack_depth: int,
    preemption_threshold: int | None,
    timezone: str,
    schedule_seed: int | None,
    trace: str | None,
    stats: bool,
    suspend_always: bool,
    collect_always: bool,
) -> int:
    """Run FILE: a program (.ts), assembly text (.plasm) or a binary module (.plb).

    With - the program, or a binary module, comes from standard input. ARGUMENTS, behind --, are given to the function
    `main` that the program exports, as a list of texts.

    The exit code is 1 when the program ends by an error that it does not catch, by a limit or in a deadlock, and 2 when
    it does not compile.
    """
    from plait.vm.options import VmOptions

    try:
        options = VmOptions(
            engine=engine,
            num_workers=workers,
            max_fuel=max_fuel,
            max_seconds=max_seconds,
            max_memory=max_memory,
            max_stack_depth=max_stack_depth,
            preemption_threshold=preemption_threshold,
            timezone=timezone,
            schedule_seed=schedule_seed,
            suspend_always=suspend_always,
            collect_always=collect_always,
        )
    except ValueError as error:
        raise click.UsageError(_as_option(str(error))) from None
    if text is not None:
        # What stands in the place of the file is the first argument.
        arguments = arguments if file is None else (file, *arguments)
        module = pipeline.compile_source_text(text, "<eval>")
    elif file is None:
        raise click.UsageError("a FILE is missing, or a program behind -e")
    else:
        module = load_program(file, cached=True)
    return _run(module, options, stats, arguments, trace)


def _run(module: Module, options: VmOptions, stats: bool, arguments: tuple[str, ...], trace: str | None) -> int:
    """Run the module and say how it ended; the exit code."""
    from plait.errors import GuestError, LimitError
    from plait.vm.options import Engine
    from plait.vm.recorder import Recorder
    from plait.vm.vm import Vm

    vm = Vm(options, write=_write_to(sys.stdout), write_error=_write_to(sys.stderr))
    if options.engine is not Engine.REFERENCE:
        _start_machine()
    gc.enable()
    if trace is not None:
        vm.recorder = Recorder()
    code = 0
    try:
        if arguments:
            _call_main(vm, module, arguments)
        else:
            vm.execute(module)
    except (GuestError, LimitError) as error:
        code = report_error(error)
    except BrokenPipeError:
        raise
    except OSError as error:
        print(f"plait: standard output: {error.strerror}", file=sys.stderr)
        code = EXIT_GUEST
    finally:
        if vm.recorder is not None and trace is not None:
            _write_trace(vm.recorder, trace)
        if stats:
            show_stats(vm.stats)
    return code


def _write_trace(recorder: Recorder, path: str) -> None:
    write_output(path, recorder.to_json().encode())
    if recorder.left_out:
        print(f"plait: {path}: {recorder.left_out} events were too many, and are left out", file=sys.stderr)


def _call_main(vm: Vm, module: Module, arguments: tuple[str, ...]) -> None:
    """Run the program, and its function `main` on the arguments."""
    context = vm.load(module)
    if "main" not in context.exports:
        raise click.UsageError("arguments are for a function `main` that the program exports; it exports none")
    context.call("main", list(arguments))
    context.run()


def _start_machine() -> None:
    """Load the native machine, or compile it when this is the first start.

    Compiling does not look at signals, so it happens in another thread while this one waits for it and for Ctrl-C.
    """
    from threading import Thread

    from plait.vm.machine import native_machine

    failures: list[Exception] = []

    def start() -> None:
        try:
            native_machine()
        except Exception as error:
            failures.append(error)

    thread = Thread(target=start, name="plait machine", daemon=True)
    thread.start()
    try:
        thread.join()
    except KeyboardInterrupt:
        from plait.vm.progress import first_start_progress

        first_start_progress().close()
        raise
    if failures:
        raise failures[0]


def _write_to(stream: TextIO) -> Callable[[str], None]:
    """Prints at once, as UTF-8; what is no character (half a surrogate pair) becomes U+FFFD, as with Node."""

    def write(text: str) -> None:
        try:
            data = text.encode()
        except UnicodeEncodeError:
            data = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
        stream.buffer.write(data)
        stream.buffer.flush()

    return write


def show_stats(stats: RunStats) -> None:
    """A line for each figure, on standard error."""
    figures = {
        "fuel": stats.fuel,
        "collections": stats.collections,
        "peak memory": stats.peak_memory,
        "copy reserve": stats.copy_reserve,
        "preemptions": stats.preemptions,
        "compiled functions": stats.compiled_functions,
        "compiled loops": stats.compiled_loops,
        "tiers": ", ".join(stats.tiers),
    }
    print("\n".join(f"{name}: {figure}" for name, figure in figures.items()), file=sys.stderr, flush=True)


def _as_option(message: str) -> str:
    """A complaint of `VmOptions` in the spelling of the command line: max_fuel becomes --max-fuel."""
    name, _, rest = message.partition(" ")
    option = "--workers" if name.rstrip(":") == "num_workers" else "--" + name.rstrip(":").replace("_", "-")
    return f"{option}{':' if name.endswith(':') else ''} {rest}"
