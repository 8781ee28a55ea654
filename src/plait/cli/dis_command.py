"""`plait dis`."""

from __future__ import annotations

import click

from plait import pipeline
from plait.cli.files import STANDARD, load_program, write_output


@click.command("dis")
@click.argument("file", type=click.Path())
@click.option("-o", "--output", default=STANDARD, metavar="OUT.plasm", help="The file to write, instead of showing it.")
def command(file: str, output: str) -> None:
    """Show the bytecode of FILE (.plb, .ts or .plasm; - for standard input) as assembly text.

    `plait asm` makes the same module of that text.
    """
    write_output(output, pipeline.disassemble_module(load_program(file)).encode())
