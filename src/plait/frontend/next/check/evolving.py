"""Variables whose type comes with their assignments: arrays that begin empty."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import Symbol
from plait.frontend.next.check.state import State
from plait.frontend.next.types.model import Type
from plait.frontend.next.types.unions import union
from plait.frontend.next.types.widening import regular, widen_literal


def evolving_array(c: State) -> Type:
    if c.auto_array is None:
        c.auto_array = c.library_type("Array", (c.store.auto,))
    return c.auto_array


def collected_array(c: State, symbol: Symbol) -> Type:
    """The type of an array that begins empty, where a function uses it: of all elements that are put into it
    anywhere.
    """
    found = c.collected.get(symbol)
    if found is not None:
        return found
    c.collected[symbol] = c.store.array(c.store.opaque)
    types: list[Type] = []
    for value in _pushed(c, symbol):
        with c.trial():
            types.append(regular(widen_literal(c.store, c.expression(value))))
    made = c.store.array(union(c.store, types)) if types else c.store.array(c.store.any)
    c.collected[symbol] = made
    return made


def _pushed(c: State, symbol: Symbol) -> list[Any]:
    if c.pushes is None:
        c.pushes = {}
        for node in c.places.parents:
            match node:
                case syntax.Call(callee=syntax.PropertyAccess(object=syntax.Identifier() as name, name=method)):
                    owner = c.resolved.get(name)
                    if owner is not None and method.name in ("push", "unshift"):
                        values = [item for item in node.arguments if not isinstance(item, syntax.Spread)]
                        c.pushes.setdefault(owner, []).extend(values)
                case syntax.Assignment(target=syntax.ElementAccess(object=syntax.Identifier() as name)):
                    owner = c.resolved.get(name)
                    if owner is not None:
                        c.pushes.setdefault(owner, []).append(node.value)
                case _:
                    pass
    return c.pushes.get(symbol, [])
