"""`plait asm`."""

from __future__ import annotations

import click

from plait import pipeline
from plait.cli.files import load_program, write_output


@click.command("asm")
@click.argument("file", type=click.Path())
@click.option("-o", "--output", required=True, metavar="OUT.plb", help="The file to write; - for standard output.")
def command(file: str, output: str) -> None:
    """Assemble FILE.plasm to a binary module, which `plait run` runs."""
    module = load_program(file, (pipeline.ASSEMBLY_SUFFIX,))
    pipeline.verify_module(module)
    write_output(output, pipeline.write_module_bytes(module))
