"""Where imported files come from: a mapping, a function, or a folder, outside of which nothing is read."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from plait.source import SourceFile

Resolver: TypeAlias = Callable[[str, str], str | tuple[str, str] | None]
"""The text that a specifier means in the file of a name, or its name and text; None if there is none."""

FindFile: TypeAlias = Callable[[str, str], SourceFile | None]
"""The file that a specifier means in the file of a name; None if there is none."""

SUFFIX: Final = ".ts"
_INDEX: Final = "index" + SUFFIX
_CONFIGURATION: Final = "tsconfig.json"


def from_mapping(modules: Mapping[str, str]) -> FindFile:
    """The files of a mapping: by the specifier as it is written, or by the path that a relative one leads to."""

    def find_file(specifier: str, importer: str) -> SourceFile | None:
        for name in (*_candidates(_joined(importer, specifier)), specifier):
            for key in (name, f"./{name}", name.removesuffix(SUFFIX), f"./{name.removesuffix(SUFFIX)}"):
                if key in modules:
                    return SourceFile(name, modules[key])
        return None

    return find_file


def from_function(resolver: Resolver) -> FindFile:
    """The files that a function gives. One that gives a text alone means the path that the specifier leads to."""

    def find_file(specifier: str, importer: str) -> SourceFile | None:
        found = resolver(specifier, importer)
        if found is None:
            return None
        if isinstance(found, str):
            return SourceFile(_joined(importer, specifier), found)
        name, text = found
        return SourceFile(name, text)

    return find_file


def from_folder(root: Path) -> FindFile:
    """The files in a folder; names are paths. A `tsconfig.json` in it may say with `paths` what other specifiers mean.

    Symbolic links that lead out of the folder lead nowhere.
    """
    inside = root.resolve()
    paths = _read_paths(inside / _CONFIGURATION)

    def find_file(specifier: str, importer: str) -> SourceFile | None:
        for place in _places(specifier, importer, root, paths):
            for candidate in _candidates(place):
                path = Path(candidate)
                if path.is_file() and path.resolve().is_relative_to(inside):
                    return SourceFile(candidate, path.read_text(encoding="utf-8-sig"))
        return None

    return find_file


def root_of(file: Path) -> Path:
    """The folder that a program's files stand in: the nearest around the first file with a `tsconfig.json` or
    `package.json`, else the file's own.
    """
    for folder in file.resolve().parents:
        if (folder / _CONFIGURATION).is_file() or (folder / "package.json").is_file():
            return folder
    return file.parent


def _places(specifier: str, importer: str, root: Path, paths: Mapping[str, list[str]]) -> Iterator[str]:
    if specifier.startswith("."):
        yield _joined(importer, specifier)
        return
    for pattern, targets in paths.items():
        before, star, behind = pattern.partition("*")
        is_meant = specifier.startswith(before) and specifier.endswith(behind) if star else specifier == pattern
        if is_meant:
            middle = specifier[len(before) : len(specifier) - len(behind)] if star else ""
            for target in targets:
                yield str(root / target.replace("*", middle))


def _joined(importer: str, specifier: str) -> str:
    """The path that a relative specifier leads to from the file that imports."""
    if not specifier.startswith("."):
        return specifier
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), specifier))


def _candidates(path: str) -> Iterator[str]:
    """The files that a path may mean."""
    if path.endswith(SUFFIX):
        yield path
        return
    if path.endswith(".js"):
        yield path.removesuffix(".js") + SUFFIX
        return
    yield path + SUFFIX
    yield posixpath.join(path, _INDEX)


def _read_paths(configuration: Path) -> dict[str, list[str]]:
    """The `paths` of a configuration, relative to its folder; none if it cannot be read."""
    try:
        options: Any = json.loads(_without_comments(configuration.read_text(encoding="utf-8-sig")))["compilerOptions"]
        base = str(options.get("baseUrl", "."))
        return {
            str(pattern): [posixpath.join(base, str(target)) for target in targets]
            for pattern, targets in options.get("paths", {}).items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _without_comments(text: str) -> str:
    """JSON without the comments and last commas that a configuration may have."""
    result: list[str] = []
    index = 0
    while index < len(text):
        character = text[index]
        if character == '"':
            end = index + 1
            while end < len(text) and text[end] != '"':
                end += 2 if text[end] == "\\" else 1
            result.append(text[index : end + 1])
            index = end + 1
        elif text.startswith("//", index):
            index = _find(text, "\n", index)
        elif text.startswith("/*", index):
            index = _find(text, "*/", index) + 2
        elif character == "," and text[index + 1 :].lstrip()[:1] in ("}", "]"):
            index += 1
        else:
            result.append(character)
            index += 1
    return "".join(result)


def _find(text: str, what: str, start: int) -> int:
    found = text.find(what, start)
    return len(text) if found < 0 else found
