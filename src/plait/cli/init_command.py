"""`plait init`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from plait import pipeline
from plait.cli.files import write_output
from plait.frontend.next.library_source import standard_declarations

DECLARATIONS: Final = "plait.d.ts"
CONFIGURATION: Final = "tsconfig.json"

_CONFIGURATION_TEXT: Final = """\
{
  "compilerOptions": {
    "strict": true,
    "target": "esnext",
    "module": "esnext",
    "moduleResolution": "bundler",
    "moduleDetection": "force",
    "allowImportingTsExtensions": true,
    "noEmit": true,
    "noLib": true,
    "types": []
  }
}
"""


@click.command("init")
@click.argument("folder", default=".")
def command(folder: str) -> None:
    """Write plait.d.ts and tsconfig.json into FOLDER (that where you are), for editors and the TypeScript compiler.

    plait.d.ts declares all that programs can use, and is written anew each time. A tsconfig.json that is there stays
    as it is.
    """
    target = Path(folder)
    if not target.is_dir():
        raise pipeline.InputError(f"{folder}: there is no such folder")
    write_output(str(target / DECLARATIONS), standard_declarations().encode())
    configuration = target / CONFIGURATION
    if configuration.exists():
        if configuration.read_text(encoding="utf-8", errors="replace") != _CONFIGURATION_TEXT:
            click.echo(
                f'{configuration} is there already: give it "noLib": true, else tsc adds its own library', err=True
            )
        return
    write_output(str(configuration), _CONFIGURATION_TEXT.encode())
