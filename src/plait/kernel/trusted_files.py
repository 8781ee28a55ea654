"""Files in a folder that nobody else can have put there: what a cache of native code may believe.

A folder is trusted, and a file in it, if it is what it should be (no link, no pipe, no device), belongs to the user who
runs this process, and can be written by no other. Nothing is followed and nothing is waited for on the way. On systems
that cannot tell whose a file is, nothing is trusted.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

FOLDER_MODE: Final = 0o700
FILE_MODE: Final = 0o600

LARGEST: Final = 1 << 28
"""No file with more bytes is read."""

TEMPORARY: Final = "new-"
"""How the names of files begin that are being written."""

CAN_TELL: Final = hasattr(os, "geteuid") and os.open in os.supports_dir_fd


@contextmanager
def open_folder(path: Path, create: bool) -> Iterator[int | None]:
    """The file descriptor of a trusted folder while the block runs; None if there is none.

    `create`: make it if it is not there, and its parents, for the user alone. Raises nothing of its own.
    """
    folder = _opened_folder(path, create) if CAN_TELL and path.is_absolute() else None
    try:
        yield folder
    finally:
        if folder is not None:
            os.close(folder)


def _opened_folder(path: Path, create: bool) -> int | None:
    try:
        if create:
            _make(path)
        folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return None
    if _is_ours(os.fstat(folder)):
        return folder
    os.close(folder)
    return None


def _make(path: Path) -> None:
    missing = []
    while not path.exists():
        missing.append(path)
        path = path.parent
    for folder in reversed(missing):
        with suppress(FileExistsError):
            folder.mkdir(FOLDER_MODE)


def _is_ours(status: os.stat_result) -> bool:
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def read_file(folder: int, name: str) -> bytes | None:
    """The contents of a trusted file, whose time of last use is then now; None if there is none."""
    # A pipe is opened at once without a writer, and a terminal does not become this process's.
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
    try:
        with os.fdopen(os.open(name, flags, dir_fd=folder), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) or not _is_ours(status) or status.st_size > LARGEST:
                return None
            content = file.read()
            with suppress(OSError):
                os.utime(file.fileno())
            return content
    except OSError:
        return None


def write_file(folder: int, name: str, content: bytes) -> bool:
    """Write a file, all of it or nothing: another process never sees half of it. Whether that went well."""
    temporary = TEMPORARY + os.urandom(8).hex()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        with os.fdopen(os.open(temporary, flags, FILE_MODE, dir_fd=folder), "wb") as file:
            file.write(content)
        os.replace(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
    except OSError:
        remove_file(folder, temporary)
        return False
    return True


def remove_file(folder: int, name: str) -> None:
    """Remove a file, if that is possible."""
    with suppress(OSError):
        os.unlink(name, dir_fd=folder)


def ages(folder: int) -> dict[str, int]:
    """The names in a folder, with their times of last use in nanoseconds."""
    found = {}
    with suppress(OSError):
        for name in os.listdir(folder):
            with suppress(OSError):
                found[name] = os.stat(name, dir_fd=folder, follow_symlinks=False).st_mtime_ns
    return found
