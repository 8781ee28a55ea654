"""The group of commands, and how every run of the command ends: exit codes and messages.

0: it went well. 1: an uncaught error in the program, a limit, a deadlock, or nobody reads the output any more.
2: a program that does not compile, a file that cannot be read, wrong options. 130: Ctrl-C. 70: a fault in plait itself.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Final

import click

from plait import __version__
from plait.cli.files import STANDARD
from plait.cli.messages import EXIT_GUEST, EXIT_INTERRUPTED, report_error

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS: Final = {
    "run": "Run a program.",
    "check": "Say whether a program is valid, without running it.",
    "explore": "Look for an order of tasks in which a program does something else.",
    "compile": "Compile a program to a binary module.",
    "asm": "Assemble a binary module.",
    "dis": "Show a program's bytecode as assembly text.",
    "init": "Write what editors and the TypeScript compiler need to know.",
    "completions": "Print what a shell has to know to complete commands.",
}
"""The commands, and what the overview says of each. `plait.cli.NAME_command` is imported when it is used."""

SUFFIXES: Final = (".ts", ".plasm", ".plb")


class LazyGroup(click.Group):
    """A group that imports only the command that is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"plait.cli.{cmd_name}_command").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """`plait FILE` is `plait run FILE`, and so is `plait -e TEXT`."""
        if args and args[0] not in COMMANDS and (_is_program(args[0]) or args[0] in ("-e", "--eval")):
            args = ["run", *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is used; the name of none may be a slip."""
        if args and args[0] not in COMMANDS:
            close = get_close_matches(args[0], COMMANDS, 1)
            hint = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(COMMANDS)}, and plait FILE"
            ctx.fail(f"No such command or file {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands, and files, for `plait FILE`."""
        from click.shell_completion import CompletionItem

        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview, without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _is_program(text: str) -> bool:
    """Whether an argument names a program, and no command."""
    return text == STANDARD or text.endswith(SUFFIXES) or os.path.exists(text)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def group() -> None:
    """Programs in TypeScript syntax on a typed bytecode machine: sandboxed, metered, at native speed."""


def invoke(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code. Messages go to standard error, behind everything that was printed."""
    _open_streams()
    # Imports leave no garbage worth looking for; `plait run` switches the collector on again.
    gc.disable()
    try:
        code = _invoke(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_stdout()
        code = EXIT_GUEST
    finally:
        gc.enable()
    return code


def main() -> None:
    """The entry point of the command. Ends the process at once: no background compilation is waited for."""
    try:
        code = invoke()
        sys.stderr.flush()
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    except OSError:
        code = EXIT_GUEST
    os._exit(code)


def _invoke(arguments: Sequence[str] | None) -> int:
    try:
        return group.main(args=arguments, prog_name="plait", standalone_mode=False) or 0
    except click.ClickException as error:
        sys.stdout.flush()
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return _interrupted()
    except BrokenPipeError:
        raise
    except Exception as error:
        return report_error(error)


def _open_streams() -> None:
    """Output is UTF-8; what a stream that was closed from the start is given is lost."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _interrupted() -> int:
    # The library has ended the line on which the terminal shows ^C.
    print("interrupted", file=sys.stderr, flush=True)
    return EXIT_INTERRUPTED


def _forget_stdout() -> None:
    """Nobody reads standard output any more: what is still buffered goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
