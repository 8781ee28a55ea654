"""The arguments of calls: spread out, counted, and matched with parameters."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.check.iteration import iterated
from plait.frontend.next.check.literal_types import element_for_rest
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.types.callables import (
    has_rest,
    minimum_arguments,
    parameter_at,
    parameter_count,
    rest_element,
)
from plait.frontend.next.types.candidates import Inference
from plait.frontend.next.types.evaluation import access_type
from plait.frontend.next.types.instantiation import element_of_array, parameter_type
from plait.frontend.next.types.members import Signature
from plait.frontend.next.types.model import ElementKind, F, Reference, TupleShape, Type
from plait.frontend.next.types.unions import optional


class Argument:
    """An argument of a call: an expression, or a type where a spread tuple gives it. `is_spread`: any number."""

    __slots__ = ("is_spread", "node", "type")

    def __init__(self, node: Any, type: Type | None = None, is_spread: bool = False) -> None:
        self.node = node
        self.type = type
        self.is_spread = is_spread


def arguments_of(c: State, nodes: tuple[Any, ...]) -> list[Argument]:
    """The arguments, with tuples spread out."""
    found: list[Argument] = []
    for node in nodes:
        if not isinstance(node, syntax.Spread):
            found.append(Argument(node))
            continue
        type = c.expression(node.expression)
        if isinstance(type, Reference) and isinstance(type.target, TupleShape):
            for kind, element in zip(type.target.kinds, type.arguments, strict=True):
                is_rest = bool(kind & (ElementKind.REST | ElementKind.VARIADIC))
                item = optional(c.store, element) if kind & ElementKind.OPTIONAL else element
                if kind & ElementKind.VARIADIC:
                    item = access_type(c.store, element, c.store.number)
                found.append(Argument(node, item, is_rest))
        else:
            found.append(Argument(node, iterated(c, type, node.expression), True))
    return found


def takes_count(c: State, signature: Signature, arguments: list[Argument]) -> bool:
    """Whether the number of arguments fits."""
    count = len(arguments)
    minimum = minimum_arguments(c.store, signature)
    spread = next((index for index, argument in enumerate(arguments) if argument.is_spread), None)
    if spread is not None and _is_untold(arguments[spread]):
        return True
    if spread is not None:
        return has_rest(c.store, signature) or spread >= parameter_count(c.store, signature) or spread >= minimum
    if count < minimum:
        return False
    return has_rest(c.store, signature) or count <= parameter_count(c.store, signature)


def _is_untold(argument: Argument) -> bool:
    """Whether nothing is known of what is spread."""
    return argument.type is not None and bool(argument.type.flags & F.OPAQUE)


def rest_arguments(
    c: State, arguments: list[Argument], rest: Type, inference: Inference | None, skips_functions: bool
) -> Type:
    """The tuple of the arguments of a rest parameter `...args: A`."""
    kinds: list[int] = []
    elements: list[Type] = []
    for index, argument in enumerate(arguments):
        is_tuple = isinstance(rest, Reference) and isinstance(rest.target, TupleShape)
        wanted_type = (
            rest_element(c.store, rest, index)
            if is_tuple
            else access_type(c.store, rest, c.store.number_literal(float(index)))
        )
        is_known = wanted_type is not None and not wanted_type.flags & F.OPAQUE
        wanted = Wanted(wanted_type, inference, skips_functions) if is_known else None
        type = argument_type(c, argument, wanted)
        kinds.append(ElementKind.REST if argument.is_spread else ElementKind.REQUIRED)
        elements.append(element_for_rest(c, type, rest))
    shape = c.store.tuple_shape(tuple(kinds), (None,) * len(kinds), False)
    return c.tuple_type(shape, tuple(elements))


def parameter_for(c: State, signature: Signature, index: int, argument: Argument) -> Type | None:
    """The type that an argument at a position must have."""
    if argument.is_spread and signature.has_rest and index >= len(signature.parameters) - 1:
        rest = parameter_type(c.store, signature.parameters[-1])
        element = element_of_array(rest)
        if element is not None:
            return element
    return parameter_at(c.store, signature, index)


def argument_type(c: State, argument: Argument, wanted: Wanted | None) -> Type:
    if argument.type is not None:
        return argument.type
    return c.expression(argument.node, wanted)
