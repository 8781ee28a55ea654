"""A cache of object code in the file system. Whatever goes wrong with it means "not cached", never an error.

What is in it becomes native code of the process. So only what the user's own processes can have written is taken from
it (`trusted_files`); the digest is against damage alone.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from plait.kernel.trusted_files import TEMPORARY, ages, open_folder, read_file, remove_file, write_file

T = TypeVar("T")

_MAGIC = b"plait-object-1\n"
_DIGEST_SIZE = 32
_SUFFIX = ".object"
_ABANDONED = 3600 * 10**9
"""After how many nanoseconds nobody is writing a temporary file any more."""


def default_cache_directory() -> Path | None:
    """`PLAIT_CACHE_DIR`, else "plait" in the platform's directory for caches. None where there is no absolute path."""
    chosen = os.environ.get("PLAIT_CACHE_DIR")
    if chosen:
        return _absolute(chosen)
    if sys.platform == "win32":
        return _absolute(os.environ.get("LOCALAPPDATA", ""), "plait", "Cache")
    if os.environ.get("HOME") == "":
        return None
    if sys.platform == "darwin":
        return _absolute(os.path.expanduser("~/Library/Caches"), "plait")
    # A relative path is to be ignored, says the specification of base directories.
    return _absolute(os.environ.get("XDG_CACHE_HOME", ""), "plait") or _absolute(
        os.path.expanduser("~/.cache"), "plait"
    )


def _absolute(base: str, *parts: str) -> Path | None:
    """None if the path depends on the current directory, which may be anybody's."""
    return Path(base, *parts) if os.path.isabs(base) else None


class ObjectCache:
    """Data by key, a file each, at most `keep` of them. Several processes may use one directory at once.

    Without a directory, or with one that is not absolute or not trusted, nothing is ever there.
    """

    def __init__(self, directory: str | os.PathLike[str] | None, keep: int = 64) -> None:
        self.directory = None if directory is None else _absolute(os.fspath(directory))
        self._keep = keep

    @classmethod
    def default(cls, part: str = "", keep: int = 64) -> ObjectCache:
        """The cache in the default directory, or in a part of it."""
        directory = default_cache_directory()
        return cls(directory and directory / part, keep)

    def get(self, key: str) -> bytes | None:
        """The data stored under a key; None when there is none, or the file is damaged or not trusted."""
        if self.directory is None:
            return None
        with open_folder(self.directory, create=False) as folder:
            content = None if folder is None else read_file(folder, _file_name(key))
        if content is None:
            return None
        start = len(_MAGIC) + _DIGEST_SIZE
        data = content[start:]
        return data if content[:start] == _MAGIC + _digest(key, data) else None

    def load(self, key: str, decode: Callable[[bytes], T]) -> T | None:
        """What `decode` makes of the data stored under a key; None, too, when it raises whatever exception."""
        data = self.get(key)
        if data is None:
            return None
        try:
            return decode(data)
        except Exception:
            return None

    def put(self, key: str, data: bytes) -> None:
        """Stores data under a key, if the file system lets it."""
        if self.directory is None:
            return
        with open_folder(self.directory, create=True) as folder:
            if folder is not None and write_file(folder, _file_name(key), _MAGIC + _digest(key, data) + data):
                self._prune(folder)

    def _prune(self, folder: int) -> None:
        times = ages(folder)
        for name, used in times.items():
            if name.startswith(TEMPORARY) and used < time.time_ns() - _ABANDONED:
                remove_file(folder, name)
        entries = sorted((name for name in times if name.endswith(_SUFFIX)), key=times.__getitem__)
        for name in entries[: -self._keep]:
            remove_file(folder, name)


def _file_name(key: str) -> str:
    return blake2b(key.encode(), digest_size=20).hexdigest() + _SUFFIX


def _digest(key: str, data: bytes) -> bytes:
    """Over the key too, so that a file that lands under a wrong name is a miss."""
    return blake2b(key.encode() + b"\0" + data, digest_size=_DIGEST_SIZE).digest()
