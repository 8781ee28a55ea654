"""The state of plait's own files: what is kept on disk for one state of them is not taken for another."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path


@cache
def digest_of_files(*parts: str) -> str:
    """A digest of sizes and times of the source files in these folders and files of the package, all without parts."""
    package = Path(__file__).parent
    files: list[Path] = []
    for part in ("__init__.py", *parts) if parts else (".",):
        place = package / part
        files.extend((*place.rglob("*.py"), *place.rglob("*.ts")) if place.is_dir() else (place,))
    digest = blake2b(digest_size=24)
    for file in sorted(files):
        with suppress(OSError):
            state = file.stat()
            digest.update(f"\n{file.relative_to(package)} {state.st_size} {state.st_mtime_ns}".encode())
    return digest.hexdigest()
