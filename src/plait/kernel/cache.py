"""A cache of object code in the file system. Whatever goes wrong with it means "not cached", never an error."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_MAGIC = b"plait-object-1\n"
_DIGEST_SIZE = 32
_SUFFIX = ".object"


def default_cache_directory() -> Path:
    """`PLAIT_CACHE_DIR`, else "plait" in the platform's directory for caches."""
    chosen = os.environ.get("PLAIT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~/AppData/Local")
        return Path(base) / "plait" / "Cache"
    if sys.platform == "darwin":
        return Path(os.path.expanduser("~/Library/Caches")) / "plait"
    return Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")) / "plait"


class ObjectCache:
    """Data by key, a file each, at most `keep` of them. Several processes may use one directory at once."""

    def __init__(self, directory: str | os.PathLike[str] | None = None, keep: int = 64) -> None:
        self.directory = default_cache_directory() if directory is None else Path(directory)
        self._keep = keep

    @classmethod
    def default(cls) -> ObjectCache:
        """The cache in the default directory."""
        return cls()

    def get(self, key: str) -> bytes | None:
        """The data stored under a key; None when there is none or the file is damaged."""
        path = self._path(key)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        start = len(_MAGIC) + _DIGEST_SIZE
        data = content[start:]
        if content[:start] != _MAGIC + _digest(key, data):
            return None
        with suppress(OSError):
            # The time of last use, by which old entries are chosen for removal.
            os.utime(path)
        return data

    def put(self, key: str, data: bytes) -> None:
        """Stores data under a key, if the file system lets it."""
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self.directory, prefix="new-")
        except OSError:
            return
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_MAGIC + _digest(key, data) + data)
            # Renaming is atomic: another process sees the whole file or none.
            os.replace(temporary, self._path(key))
        except OSError:
            with suppress(OSError):
                os.unlink(temporary)
            return
        self._prune()

    def _path(self, key: str) -> Path:
        return self.directory / (blake2b(key.encode(), digest_size=20).hexdigest() + _SUFFIX)

    def _prune(self) -> None:
        try:
            entries = [path for path in self.directory.iterdir() if path.suffix == _SUFFIX]
        except OSError:
            return
        if len(entries) <= self._keep:
            return
        times = {}
        for path in entries:
            with suppress(OSError):
                times[path] = path.stat().st_mtime_ns
        for path in sorted(times, key=times.__getitem__)[: -self._keep]:
            with suppress(OSError):
                path.unlink()


def _digest(key: str, data: bytes) -> bytes:
    """Over the key too, so that a file that lands under a wrong name is a miss."""
    return blake2b(key.encode() + b"\0" + data, digest_size=_DIGEST_SIZE).digest()
