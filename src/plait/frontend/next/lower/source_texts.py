"""The text that a program's functions have as strings: the file's own, with spaces where types stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeAlias

from plait.frontend.next import syntax
from plait.frontend.next.bind.bound import BoundModule

_MEMBER_WORDS: Final = re.compile(
    r"(?:\b(?:public|private|protected|static|override|abstract|readonly|declare)\b(?!\s*[(<=;:?!])"
    r"(?:\s|//[^\n]*|/\*[\s\S]*?\*/)*)*"
)
_TYPE_WORDS: Final = re.compile(r"\b(?:public|private|protected|override|readonly)\b(?=\s*[\w$#\[\"'*])")
_CLASS: Final = re.compile(r"\bclass\b")
_NOT_A_LINE_END: Final = re.compile(r"[^\n\r\u2028\u2029]")

_Region: TypeAlias = tuple[int, int]
_MEMBERS: Final = (syntax.FunctionKind.METHOD, syntax.FunctionKind.GETTER, syntax.FunctionKind.SETTER)


class SourceText:
    """A file's text without its types, and where its functions stand in it, in units of UTF-16."""

    def __init__(self, bound: BoundModule) -> None:
        self._source = bound.file.text
        self._long = [] if self._source.isascii() else [i for i, unit in enumerate(self._source) if unit > "\uffff"]
        self.text = _without(self._source, _regions(self._source, bound.module))

    def place_of(self, node: syntax.Function | syntax.Class) -> str:
        """Where the text of a function or class begins and ends."""
        start = _start_of(self._source, node)
        return f"{self._unit(start)}.{self._unit(node.end)}"

    def _unit(self, offset: int) -> int:
        return offset + bisect_left(self._long, offset)


def _start_of(source: str, node: syntax.Function | syntax.Class) -> int:
    """Words before a member that say where it is, and decorators, are no part of it."""
    if isinstance(node, syntax.Class):
        found = _CLASS.search(source, max([node.start, *[item.end for item in node.decorators]]), node.end)
        return node.start if found is None else found.start()
    match = _MEMBER_WORDS.match(source, node.start) if node.kind in _MEMBERS else None
    return node.start if match is None else match.end()


def _without(source: str, regions: Sequence[_Region]) -> str:
    """The text with spaces in some regions; lines end where they did."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(regions):
        if start >= done:
            parts.append(source[done:start])
        parts.append(_NOT_A_LINE_END.sub(" ", source[max(start, done) : end]))
        done = max(done, end)
    return "".join((*parts, source[done:]))


def _regions(source: str, module: syntax.Module) -> list[_Region]:
    """Where types stand, and what goes with them."""
    found: list[_Region] = []
    for node in syntax.descendants(module):
        finder = _FINDERS.get(type(node))
        if finder is not None:
            found.extend(finder(source, node))
    return found


def _whole(source: str, node: Any) -> Iterator[_Region]:
    yield node.start, _behind(source, node.end, ";")


def _behind(source: str, offset: int, *marks: str) -> int:
    """Behind these marks, as far as they follow, with spaces between."""
    for mark in marks:
        found = re.compile(r"\s*" + re.escape(mark)).match(source, offset)
        offset = offset if found is None else found.end()
    return offset


def _in_angles(source: str, nodes: Sequence[syntax.Node] | None) -> Iterator[_Region]:
    """Parameters or arguments that are types, with the brackets around them."""
    if nodes:
        yield source.rfind("<", 0, nodes[0].start), _behind(source, nodes[-1].end, ",", ">")


def _annotation(source: str, target: syntax.Node, type: syntax.Node | None) -> Iterator[_Region]:
    """What follows a name: `?`, `!`, a type."""
    yield target.end, _behind(source, target.end, "?", "!") if type is None else type.end


def _parameter(source: str, node: syntax.Parameter) -> Iterator[_Region]:
    if node.type is not None or node.is_optional:
        yield from _annotation(source, node.target, node.type)


def _variable(source: str, node: syntax.VariableDeclarator) -> Iterator[_Region]:
    if node.type is not None:
        yield from _annotation(source, node.target, node.type)


def _function(source: str, node: syntax.Function) -> Iterator[_Region]:
    if node.body is None:
        yield from _whole(source, node)
        return
    yield from _in_angles(source, node.type_parameters)
    if node.this_type is not None:
        start = source.rfind("this", 0, node.this_type.start)
        yield start, _behind(source, node.this_type.end, ",")
    if node.result is not None:
        yield source.rfind(":", 0, node.result.start), node.result.end


def _class(source: str, node: syntax.Class) -> Iterator[_Region]:
    yield from _in_angles(source, node.type_parameters)
    yield from _in_angles(source, node.base_arguments)
    if node.interfaces:
        yield source.rfind("implements", 0, node.interfaces[0].start), node.interfaces[-1].end


def _words(source: str, start: int, end: int) -> Iterator[_Region]:
    """The words before a member that belong to types."""
    for found in _TYPE_WORDS.finditer(source, start, end):
        yield found.start(), found.end()


def _property(source: str, node: syntax.PropertyDeclaration) -> Iterator[_Region]:
    if node.modifiers.is_abstract or node.modifiers.is_declare:
        yield from _whole(source, node)
        return
    yield from _words(source, node.start, node.name.end)
    if node.type is not None or node.is_optional or node.is_definite:
        yield from _annotation(source, node.name, node.type)


def _method(source: str, node: syntax.MethodDeclaration) -> Iterator[_Region]:
    yield from _words(source, node.start, node.name.end)
    if node.is_optional:
        yield from _annotation(source, node.name, None)


def _call(source: str, node: Any) -> Iterator[_Region]:
    yield from _in_angles(source, node.type_arguments)


def _cast(source: str, node: syntax.As | syntax.Satisfies) -> Iterator[_Region]:
    if node.type.start < node.expression.start:
        yield node.start, _behind(source, node.type.end, ">")
    else:
        yield source.rfind("as" if isinstance(node, syntax.As) else "satisfies", 0, node.type.start), node.end


def _constant(source: str, node: syntax.AsConst) -> Iterator[_Region]:
    yield source.rfind("as", 0, node.end - len("const")), node.end


def _non_null(source: str, node: syntax.NonNull) -> Iterator[_Region]:
    del source
    yield node.end - 1, node.end


def _import(source: str, node: syntax.Import) -> Iterator[_Region]:
    if node.is_type:
        yield from _whole(source, node)


_FINDERS: Final[dict[type, Callable[[str, Any], Iterator[_Region]]]] = {
    syntax.Parameter: _parameter,
    syntax.VariableDeclarator: _variable,
    syntax.Function: _function,
    syntax.Class: _class,
    syntax.PropertyDeclaration: _property,
    syntax.MethodDeclaration: _method,
    syntax.IndexSignature: _whole,
    syntax.Call: _call,
    syntax.New: _call,
    syntax.TaggedTemplate: _call,
    syntax.Instantiation: _call,
    syntax.As: _cast,
    syntax.AsConst: _constant,
    syntax.Satisfies: _cast,
    syntax.NonNull: _non_null,
    syntax.InterfaceDeclaration: _whole,
    syntax.TypeAliasDeclaration: _whole,
    syntax.Ambient: _whole,
    syntax.Import: _import,
}
