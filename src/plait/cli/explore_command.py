"""`plait explore`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from difflib import unified_diff
from itertools import groupby
from typing import TYPE_CHECKING, Final

import click

from plait.cli.files import load_program
from plait.cli.messages import EXIT_GUEST, describe_error
from plait.cli.options import Size
from plait.cli.run_command import DEFAULT_STACK_DEPTH

if TYPE_CHECKING:
    from plait.bytecode.module import Module
    from plait.vm.options import VmOptions

MAX_TURNS: Final = 200
"""How many turns of an interleaving are shown."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run printed, to both streams, and how it ended."""

    output: str
    errors: str
    ending: str

    @property
    def lines(self) -> list[str]:
        """All of it, as lines to compare."""
        return [*self.output.splitlines(), *(f"(error) {line}" for line in self.errors.splitlines()), self.ending]


@dataclass(frozen=True, slots=True)
class Turn:
    """A task that was started has gone on: by its number, 0 for the rest of the program, at a place."""

    task: int
    place: str


@click.command("explore")
@click.argument("file", type=click.Path())
@click.option("--runs", type=click.IntRange(1, 1 << 31), default=100, show_default=True, help="How many seeds to try.")
@click.option("--first", type=click.IntRange(0, 1 << 31), default=1, show_default=True, help="The first seed.")
@click.option("--max-fuel", type=int, help="Fuel units that each run may use.  [default: no limit]")
@click.option("--max-memory", type=Size(), default="512M", show_default=True, help="Bytes that the program may hold.")
def command(file: str, runs: int, first: int, max_fuel: int | None, max_memory: int) -> int:
    """Run FILE again and again, and say in which order of its tasks it does something else.

    Tasks that `Task.start` and groups have started take turns by chance, from a seed; what runs in one task keeps its
    order. The first seed with which the program prints something else, or ends otherwise, than in the usual order is
    shown with the turns that led to that; `plait run --schedule-seed` does the same again. Nothing is waited for: what
    runs may take any time beside what sleeps in other tasks, but for the times of withTimeout and select.

    The exit code is 1 when such a seed was found.
    """
    module = load_program(file, cached=True)
    usual, turns = run_once(module, max_fuel, max_memory, None)
    for seed in range(first, first + runs):
        found, turns = run_once(module, max_fuel, max_memory, seed)
        if not turns:
            print("the program starts no tasks by Task.start or a group: it has one order")
            return 0
        if found != usual:
            _show(file, seed, seed - first + 1, usual, found, turns)
            return EXIT_GUEST
    print(f"the same in all of {runs} orders, with the seeds {first} to {first + runs - 1}")
    return 0


def run_once(module: Module, max_fuel: int | None, max_memory: int, seed: int | None) -> tuple[Outcome, list[Turn]]:
    """Run a program in the order of a seed; what came of it, and the turns of its tasks."""
    from plait.errors import GuestError, LimitError
    from plait.vm.clock import MockClock
    from plait.vm.vm import Vm

    output: list[str] = []
    errors: list[str] = []
    turns: list[Turn] = []
    vm = Vm(_options(max_fuel, max_memory, seed), write=output.append, write_error=errors.append, clock=MockClock())
    vm.turns.observer = lambda task, place: turns.append(Turn(task, place))
    ending = "(ends well)"
    try:
        vm.execute(module)
    except (GuestError, LimitError) as error:
        ending = _without_numbers(describe_error(error)[0])
    return Outcome("".join(output), "".join(errors), ending), turns


def _options(max_fuel: int | None, max_memory: int, seed: int | None) -> VmOptions:
    from plait.vm.options import VmOptions

    try:
        return VmOptions(
            max_fuel=max_fuel,
            max_memory=max_memory,
            max_stack_depth=DEFAULT_STACK_DEPTH,
            random_seed=0,
            schedule_seed=seed,
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _without_numbers(ending: str) -> str:
    """How a run ended, without what depends on the order in any case: who waits for whom is told of all tasks."""
    return ending.partition("\n")[0] if ending.startswith("Deadlock") else ending


def _show(file: str, seed: int, count: int, usual: Outcome, found: Outcome, turns: list[Turn]) -> None:
    print(f"the seed {seed} leads to something else (found in {count} of the orders tried)")
    print("\n".join(unified_diff(usual.lines, found.lines, "in the usual order", f"with the seed {seed}", lineterm="")))
    print("the turns of the tasks:")
    merged = [(task, [turn.place for turn in group]) for task, group in groupby(turns, lambda turn: turn.task)]
    begun = {0}
    for task, places in merged[:MAX_TURNS]:
        name = "main" if task == 0 else f"task {task}"
        shown = [place for place in dict.fromkeys(places) if place]
        print(f"    {name:<8} {', '.join(shown) or ('a callback' if task in begun else 'begins')}")
        begun.add(task)
    if len(merged) > MAX_TURNS:
        print(f"    and {len(merged) - MAX_TURNS} more")
    print(f"do it again: plait run {file} --schedule-seed {seed}")
    sys.stdout.flush()
