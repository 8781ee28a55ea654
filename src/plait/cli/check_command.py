"""`plait check`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from plait import pipeline
from plait.cli.files import STANDARD, load_program
from plait.cli.messages import EXIT_INPUT, report_error
from plait.errors import CompileError, PlaitError


@click.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="Print what is wrong as a list of objects, in JSON.")
def command(files: tuple[str, ...], as_json: bool) -> int:
    """Say what is wrong with FILES (.ts, .plasm or .plb; - for standard input), without running them.

    Of a folder, all .ts files in it are checked. Nothing is printed when nothing is wrong.
    """
    found: list[dict[str, Any]] = []
    code = 0
    for file in _all_files(files):
        try:
            pipeline.verify_module(load_program(file))
        except PlaitError as error:
            code = EXIT_INPUT
            if as_json:
                found.extend(_objects(file, error))
            else:
                report_error(error)
    if as_json:
        print(json.dumps(found, indent=2))
    return code


def _all_files(files: tuple[str, ...]) -> Iterator[str]:
    for file in files:
        path = Path(file)
        if file == STANDARD or not _is_folder(path):
            yield file
            continue
        inside = sorted(item for item in path.rglob(f"*{pipeline.SOURCE_SUFFIX}") if not _is_left_out(item, path))
        if not inside:
            raise pipeline.InputError(f"{file}: the folder has no {pipeline.SOURCE_SUFFIX} files")
        yield from map(str, inside)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _is_left_out(file: Path, folder: Path) -> bool:
    """Whether a file is none of the user's own: a declaration, or in a hidden folder or that of packages."""
    parts = file.relative_to(folder).parts
    return file.name.endswith(".d.ts") or any(part.startswith(".") or part == "node_modules" for part in parts)


def _objects(file: str, error: PlaitError) -> list[dict[str, Any]]:
    """What is wrong with a file, an object for each thing."""
    if not isinstance(error, CompileError):
        return [{"file": file, "line": None, "column": None, "code": None, "message": str(error), "hint": None}]
    return [
        {
            "file": item.span.file.name,
            "line": item.span.line,
            "column": item.span.column,
            "code": item.code,
            "message": item.message,
            "hint": item.hint,
        }
        for item in error.diagnostics
    ]
