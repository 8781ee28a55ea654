"""Compiled programs on disk, so that a second `plait run` of a program does not even import the front end.

What comes from the cache is verified like any other module. A program that does not compile is not in it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from plait import __version__, pipeline
from plait.errors import FormatError

if TYPE_CHECKING:
    from plait.bytecode.module import Module

KEPT: Final = 256
"""How many programs the cache holds."""

IMPORTS: Final = re.compile(rb"""(?:from|import)\s*\(?\s*["'`]""")
"""What a program may import other files with."""

COMPILER: Final = ("source.py", "isa", "native", "bytecode", "frontend")
"""The parts of plait that determine what a program is compiled to."""


def compile_cached(source: bytes, name: str) -> Module:
    """The module of a program's file. A program of several files is compiled again each time.

    Raises `InputError` or `CompileError`.
    """
    if IMPORTS.search(source):
        return pipeline.load_bytes(source, name, pipeline.SOURCE_SUFFIX)
    from plait.kernel.cache import ObjectCache

    cache = ObjectCache.default("modules", keep=KEPT)
    key = f"module-{_digest(source, name)}"
    stored = cache.load(key, _verified_module)
    if stored is not None:
        return stored
    module = pipeline.load_bytes(source, name, pipeline.SOURCE_SUFFIX)
    with suppress(FormatError):
        cache.put(key, pipeline.write_module_bytes(module))
    return module


def _verified_module(data: bytes) -> Module:
    """The stored module. One that would be refused later on is none that the compiler has made."""
    module = pipeline.read_module_bytes(data)
    pipeline.verify_module(module)
    return module


def _digest(source: bytes, name: str) -> str:
    digest = blake2b(digest_size=24)
    for part in (__version__.encode(), name.encode(errors="surrogateescape"), source, *_compiler_state()):
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.hexdigest()


def _compiler_state() -> list[bytes]:
    """Sizes and times of the compiler's files: another compiler compiles again."""
    package = Path(__file__).parent.parent
    files: list[Path] = []
    for part in COMPILER:
        place = package / part
        files.extend((*place.rglob("*.py"), *place.rglob("*.ts")) if place.is_dir() else (place,))
    states = []
    for file in sorted(files):
        with suppress(OSError):
            state = file.stat()
            states.append(f"{file.relative_to(package)} {state.st_size} {state.st_mtime_ns}".encode())
    return states
