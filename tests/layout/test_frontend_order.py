"""The order of the folders of the front end's second generation, and that no file of it imports in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parent.parent.parent / "src" / "plait" / "frontend" / "next"
ROOT: Final = "plait.frontend.next"

MAY_IMPORT: Final = {
    "numbers": set[str](),
    "library_source": set[str](),
    "syntax": set[str](),
    "parse": {"numbers", "syntax"},
    "bind": {"syntax"},
    "early": {"syntax"},
    "types": {"numbers", "syntax", "bind"},
    "check": {"numbers", "syntax", "bind", "types"},
    "represent": {"syntax", "bind"},
    "lower": {"syntax", "parse", "bind", "represent", "library_source"},
    "analyse": {"library_source", "parse", "early", "bind", "types", "check"},
    "program": {"syntax", "bind", "represent"},
    "expected_values": {"syntax", "types", "represent"},
    "typed_numbers": {"syntax", "check", "types", "represent"},
    "translate": {"analyse", "bind", "expected_values", "lower", "program", "represent", "typed_numbers"},
}
"""Which other folders and files a folder or file imports."""


def modules() -> dict[str, Path]:
    """The files by their names below the root."""
    return {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
        for path in PACKAGE.rglob("*.py")
        if path.name != "__init__.py"
    }


def imports(path: Path) -> Iterator[str]:
    """The names below the root of the modules that a file imports when it runs, also inside functions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or id(node) in skipped or node.module is None:
            continue
        if node.module == ROOT or node.module.startswith(ROOT + "."):
            prefix = node.module[len(ROOT) + 1 :]
            for alias in node.names:
                whole = f"{prefix}.{alias.name}".strip(".")
                yield whole if whole in MODULES else prefix or alias.name


MODULES: Final = modules()


def test_folders_import_only_what_stands_before_them() -> None:
    wrong = [
        f"{name} imports {imported}"
        for name, path in MODULES.items()
        for imported in imports(path)
        if imported.split(".")[0] not in {name.split(".")[0], *MAY_IMPORT[name.split(".")[0]]}
    ]
    assert wrong == []


def test_no_file_imports_itself_by_way_of_others() -> None:
    graph = {name: [item for item in imports(path) if item in MODULES] for name, path in MODULES.items()}
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " -> ".join((*above[above.index(name) :], name))
        if name not in done:
            for imported in graph[name]:
                visit(imported, (*above, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_functions_import_nothing() -> None:
    inside = [
        f"{name}:{inner.lineno}"
        for name, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.ImportFrom | ast.Import)
    ]
    assert inside == []
