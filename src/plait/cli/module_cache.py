"""Compiled programs on disk, so that a second `plait run` of a program does not even import the front end.

What comes from the cache is verified like any other module. A program that does not compile is not in it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from plait import pipeline
from plait.errors import FormatError
from plait.own_files import digest_of_files

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
        cache.put(key, _stored_form(module))
    return module


def _stored_form(module: Module) -> bytes:
    """The key of the library that the module begins with, and what it has beside it."""
    from plait.bytecode.standalone import own_part

    key = "" if module.base is None else module.base.key
    return key.encode() + b"\n" + pipeline.write_module_bytes(own_part(module))


def _verified_module(data: bytes) -> Module:
    """The stored module. One that would be refused later on is none that the compiler has made.

    Raises `FormatError` if the library that it begins with is not there.
    """
    key, _, part = data.partition(b"\n")
    module = pipeline.read_module_bytes(part)
    if key:
        from plait.bytecode.standalone import joined
        from plait.frontend.next.lower.compiled_library import kept_library

        library = kept_library()
        if library is None or library.base.key != key.decode():
            raise FormatError("the program begins with another library")
        module = joined(module, library.base)
    pipeline.verify_module(module)
    return module


def _digest(source: bytes, name: str) -> str:
    digest = blake2b(digest_size=24)
    for part in (digest_of_files(*COMPILER).encode(), name.encode(errors="surrogateescape"), source):
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.hexdigest()
