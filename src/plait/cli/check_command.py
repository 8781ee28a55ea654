"""`plait check`."""

from __future__ import annotations

import click

from plait import pipeline
from plait.cli.files import load_program


@click.command("check")
@click.argument("file")
def command(file: str) -> None:
    """Say what is wrong with FILE (.ts, .plasm or .plb; - for standard input), without running it.

    Nothing is printed when nothing is wrong.
    """
    pipeline.verify_module(load_program(file))
