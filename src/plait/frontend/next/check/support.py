"""What several parts of the checker need of types and of the library."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import Symbol
from plait.frontend.next.check.state import State
from plait.frontend.next.types.candidates import Inference
from plait.frontend.next.types.inferred import inferred_mapper
from plait.frontend.next.types.instantiation import instantiate, mapper
from plait.frontend.next.types.members import Mapper
from plait.frontend.next.types.model import (
    F,
    Type,
    Union,
)
from plait.frontend.next.types.relation import is_subtype
from plait.frontend.next.types.templates import template
from plait.frontend.next.types.unions import constituents_of, union

MOST_COMPARED: Final = 50_000
"""How many names are compared with those that are not known, in all."""


def nearest_name(c: State, name: str, find_names: Callable[[], list[str]]) -> str | None:
    """The one of some names that is nearly the one written; None if none is, or too many were compared already."""
    if c.compared_names >= MOST_COMPARED:
        return None
    names = find_names()
    c.compared_names += len(names)
    near = get_close_matches(name, names, 1) if c.compared_names < MOST_COMPARED else []
    return near[0] if near else None


def key_taken(pattern: Any, element: syntax.PatternElement) -> str | None:
    """The key of the property or element that a part of a pattern takes, if it stands directly in the pattern and has
    no default; None for a rest and for computed names.
    """
    if element.default is not None or element.is_rest:
        return None
    match pattern:
        case syntax.ObjectPattern() if element in pattern.elements:
            name = element.name
            return name.name if isinstance(name, syntax.Identifier | syntax.LiteralName) else None
        case syntax.ArrayPattern() if element in pattern.elements:
            return str(pattern.elements.index(element))
        case _:
            return None


def subtype_union(c: State, types: list[Type]) -> Type:
    """The union of types without those that others include."""
    parts: list[Type] = []
    for type in types:
        for item in constituents_of(type):
            if item not in parts:
                parts.append(item)
    objects = [item for item in parts if item.flags & (F.OBJECT | F.INTERSECTION | F.NON_PRIMITIVE)]
    if len(objects) < 2 or len(objects) > 60:
        return union(c.store, types)
    # Of two that include each other the one that was made first is left: a declared type rather than a literal's.
    objects.sort(key=lambda item: item.id)
    removed: set[int] = set()
    for index in range(len(objects) - 1, -1, -1):
        item = objects[index]
        for other in objects:
            if other is item or other.id in removed:
                continue
            if is_subtype(c.store, item, other):
                if is_subtype(c.store, other, item) and objects.index(other) > index:
                    continue
                removed.add(item.id)
                break
    if not removed:
        return union(c.store, types)
    return union(c.store, [item for item in parts if item.id not in removed])


def library_symbol(c: State, name: str) -> Symbol | None:
    """A name of the library."""
    if c.library is None:
        return None
    return c.library.scope.names.get(name)


def library_alias(c: State, name: str, arguments: tuple[Type, ...]) -> Type:
    """A generic alias of the library with type arguments."""
    symbol = library_symbol(c, name)
    if symbol is None:
        return c.store.opaque
    type = c.declared_type(symbol)
    return instantiate(c.store, type, mapper(c.alias_parameters.get(symbol, ()), arguments))


def lenient_mapper(c: State, inference: Inference) -> Mapper:
    """What type parameters are as far as it is known, or as the place of the call wants them; the others stay."""
    types = dict(inference.from_result)
    copy = inference.copy()
    for candidate in copy.candidates:
        if candidate.found or candidate.contra or candidate.inferred is not None:
            types[candidate.parameter.id] = inferred_mapper(copy).types[candidate.parameter.id]
    return Mapper(types)


def defer(c: State, node: syntax.Function) -> None:
    """Check a function's body when all declarations are known."""
    if node not in c.deferred_seen and node in c.places.parents:
        c.deferred.append(node)


def check_truth(c: State, type: Type, node: Any) -> None:
    """A value of type void is no condition."""
    if type.flags & F.VOID and not isinstance(type, Union):
        c.report(Code.NO_VALUE, node, "the expression gives no value that could be tested")


def template_type(c: State, texts: tuple[str, ...], types: tuple[Type, ...]) -> Type:
    """The type of a template expression."""
    from_types = tuple([item if item.flags & _IN_TEMPLATES else c.store.string for item in types])
    return template(c.store, texts, from_types)


_IN_TEMPLATES: Final = (
    F.STRING
    | F.NUMBER
    | F.BIGINT
    | F.BOOLEAN
    | F.STRING_LITERAL
    | F.NUMBER_LITERAL
    | F.BOOLEAN_LITERAL
    | F.BIGINT_LITERAL
    | F.UNDEFINED
    | F.NULL
    | F.TEMPLATE
    | F.UNION
    | F.TYPE_PARAMETER
)
