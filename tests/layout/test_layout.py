"""The order of the folders, and the length of the files."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ORDER: Final = (
    "errors",
    "source",
    "threads",
    "collector",
    "forking",
    "own_files",
    "kernel",
    "memory",
    "runtime",
    "isa",
    "native",
    "bytecode",
    "verify",
    "frontend",
    "prepare",
    "tasks",
    "jit",
    "vm",
    "pipeline",
    "cli",
    "__main__",
)
"""The folders and files of the package. Each imports only what stands before it, and itself."""

FRONTEND_MAY_IMPORT: Final = frozenset(
    {"errors", "source", "threads", "collector", "own_files", "kernel", "isa", "native", "bytecode", "frontend"}
)
"""`kernel` for its cache on disk, where the compiled library is kept."""

LAZY_ROOT: Final = "__init__"
"""The package itself, whose names are imported on first use; only the command line takes its version from it."""

FOR_TYPES_ONLY: Final = frozenset({("errors", "source")})
"""Imports against the order that exist for the type checker alone."""

LONGEST_FILE: Final = 600

PACKAGE: Final = Path(__file__).parent.parent.parent / "src" / "plait"
FILES: Final = sorted(PACKAGE.rglob("*.py"))


def part_of(file: Path) -> str:
    """The folder below the package, or the file's own name, that a file belongs to."""
    relative = file.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def imported_modules(file: Path) -> Iterator[tuple[int, str]]:
    """Lines, and the full names of the modules of plait imported there, inside functions too."""
    package = ("plait", *file.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name.split(".")[0] == "plait")
        elif isinstance(node, ast.ImportFrom):
            base = list(package[: len(package) - node.level + 1]) if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            if module == "plait":
                yield from ((node.lineno, f"plait.{alias.name}") for alias in node.names)
            elif module.startswith("plait."):
                yield node.lineno, module


def imported_parts(file: Path) -> Iterator[tuple[int, str]]:
    """Lines, and the parts of the package imported there."""
    for line, module in imported_modules(file):
        name = module.split(".")[1] if "." in module else LAZY_ROOT
        yield line, name if name in ORDER else LAZY_ROOT


def name_of(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_imports_only_what_stands_before_it(file: Path) -> None:
    part = part_of(file)
    if part == LAZY_ROOT:
        return
    assert part in ORDER, f"{part} has no place in the order of the folders"
    before = set(ORDER[: ORDER.index(part) + 1])
    if part == "frontend":
        before = set(FRONTEND_MAY_IMPORT)
    elif part == "cli":
        before.add(LAZY_ROOT)
    wrong = [
        f"{name_of(file)}:{line} imports {imported}"
        for line, imported in imported_parts(file)
        if imported not in before and (part, imported) not in FOR_TYPES_ONLY
    ]
    assert wrong == []


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_no_file_is_too_long(file: Path) -> None:
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE, f"{name_of(file)} has {lines} lines; divide it"
