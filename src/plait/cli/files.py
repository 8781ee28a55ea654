"""Files that the commands read and write."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from plait import pipeline
from plait.cli.module_cache import compile_cached

if TYPE_CHECKING:
    from plait.bytecode.module import Module

STANDARD: Final = "-"
"""Standard input or output in the place of a file."""

STANDARD_INPUT_NAME: Final = "<stdin>"


def load_program(path: str, suffixes: tuple[str, ...] | None = None, cached: bool = False) -> Module:
    """The module of a file, or of standard input: a binary module if it begins like one, else TypeScript.

    Raises `InputError`, `CompileError` or `FormatError`. `suffixes` are those that the command takes, all by default.
    `cached`: a program that was compiled before is not compiled again.
    """
    if path == STANDARD:
        data = sys.stdin.buffer.read()
        suffix = pipeline.MODULE_SUFFIX if pipeline.looks_like_module(data) else pipeline.SOURCE_SUFFIX
        if suffixes is None or suffix in suffixes:
            return pipeline.load_bytes(data, STANDARD_INPUT_NAME, suffix)
        raise pipeline.InputError(f"standard input: a {' or '.join(suffixes)} file is needed")
    if suffixes is not None and Path(path).suffix not in suffixes:
        raise pipeline.InputError(f"{path}: a {' or '.join(suffixes)} file is needed")
    if cached and Path(path).suffix == pipeline.SOURCE_SUFFIX:
        return compile_cached(pipeline.read_bytes(Path(path)), path)
    return pipeline.load_file(path)


def write_output(path: str, data: bytes) -> None:
    """Write a file, all of it or nothing: another process never sees half of it. `-` is standard output."""
    if path == STANDARD:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target = os.path.realpath(path)
    if os.path.exists(target) and not os.path.isfile(target):
        # A device or a pipe cannot be replaced; a directory raises here, as it should.
        with open(target, "wb") as stream:
            stream.write(data)
        return
    import tempfile

    try:
        handle, temporary = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".plait-")
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from None
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(temporary, _mode_of(target))
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _mode_of(target: str) -> int:
    """The permissions of the file that is replaced, or those of any new file."""
    with suppress(OSError):
        return os.stat(target).st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
