"""What is inside of any node of the syntax tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from plait.source import Span

_names: dict[type, tuple[str, ...]] = {}
"""The fields of the classes of nodes that have been asked for, places in the text left out."""


def parts_of(node: object) -> Iterator[object]:
    """What is directly inside of a node or of a tuple of nodes. Of texts, numbers and None nothing."""
    if isinstance(node, tuple):
        yield from node
        return
    names = _names.get(type(node))
    if names is None:
        names = ()
        if is_dataclass(node) and not isinstance(node, Span):
            names = tuple(field.name for field in fields(node) if not field.name.endswith("span"))
        _names[type(node)] = names
    for name in names:
        yield getattr(node, name)
