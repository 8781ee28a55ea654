"""The share of expressions whose types the second front end's checker cannot tell, in files without mistakes.

    python bench/opaque_types.py FILES...

Each file is checked by itself, so it is to import nothing: what comes from files that are not there cannot be told.
Shown are the share over all files and the files with the largest.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next.analyse import analyse
from plait.source import SourceFile

SHOWN = 5


class Share(NamedTuple):
    """How many expressions of a file have a type that cannot be told, and how many there are."""

    opaque: int
    all: int
    path: Path


def main() -> int:
    """Check and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    found = [share for path in parser.parse_args().files if (share := share_of(path)) is not None]
    opaque, together = sum(item.opaque for item in found), sum(item.all for item in found)
    print(f"{len(found)} files, {together} expressions, {opaque} opaque: {100 * opaque / max(1, together):.2f} %")
    for item in sorted(found, key=lambda item: -item.opaque / max(1, item.all))[:SHOWN]:
        print(f"{item.opaque:6} of {item.all:6}  {item.path}")
    return 0


def share_of(path: Path) -> Share | None:
    """The share of a file; None if there are mistakes in it."""
    diagnostics = Diagnostics()
    checker = analyse(SourceFile(path.name, path.read_text(encoding="utf-8")), diagnostics)
    if checker is None or diagnostics.found:
        return None
    opaque = sum(1 for found in checker.types.values() if found is checker.store.opaque)
    return Share(opaque, len(checker.types), path)


if __name__ == "__main__":
    sys.exit(main())
