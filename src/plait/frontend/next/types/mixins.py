"""Constructors of intersections: classes that are mixed into others."""

from __future__ import annotations

from plait.frontend.next.types.instantiation import element_of_array, instantiate_signature, parameter_type, result_of
from plait.frontend.next.types.members import Mapper, Signature
from plait.frontend.next.types.model import F
from plait.frontend.next.types.store import TypeStore
from plait.frontend.next.types.unions import intersection


def mixed_constructors(store: TypeStore, constructors: list[tuple[Signature, ...]]) -> tuple[Signature, ...]:
    """The signatures by which the constituents of an intersection are constructed. Those that take any arguments make
    objects that are mixed into what the others make.
    """
    mixins = [found for found in constructors if _is_mixin(store, found)]
    if len(mixins) == len(constructors):
        mixins = mixins[1:]
    if not mixins:
        return tuple([signature for found in constructors for signature in found])
    parts = [result_of(store, found[0]) for found in mixins]
    mixed: list[Signature] = []
    for found in constructors:
        for signature in found if found not in mixins else ():
            made = instantiate_signature(store, signature, Mapper({}))
            own = result_of(store, made)
            made.result = intersection(store, (own, *parts))
            mixed.append(made)
    return tuple(mixed)


def _is_mixin(store: TypeStore, found: tuple[Signature, ...]) -> bool:
    """Whether something is constructed with any arguments and nothing else."""
    signature = found[0]
    if len(found) > 1 or signature.type_parameters or len(signature.parameters) != 1 or not signature.has_rest:
        return False
    rest = parameter_type(store, signature.parameters[0])
    element = element_of_array(rest)
    return bool((rest if element is None else element).flags & F.ANY)
