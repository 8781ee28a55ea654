"""What an inference comes to: the type of each type parameter, by the types found for it."""

from __future__ import annotations

from plait.frontend.next.types.candidates import KEYS, RESULT, Candidate, Inference
from plait.frontend.next.types.identity import is_identical
from plait.frontend.next.types.instantiation import constraint_of, default_of, instantiate, result_of
from plait.frontend.next.types.members import Mapper, Signature
from plait.frontend.next.types.model import ANY_LIKE, LITERAL, NULLISH, PRIMITIVE, F, Type, TypeParameter, Union
from plait.frontend.next.types.relation import is_assignable, is_subtype
from plait.frontend.next.types.store import TypeStore
from plait.frontend.next.types.unions import constituents_of, intersection, union, without
from plait.frontend.next.types.widening import base_of_literal, is_object_literal, regular, widen, widen_literal


def inferred_mapper(inference: Inference, is_conditional: bool = False, signature: Signature | None = None) -> Mapper:
    """What all type parameters are; those with nothing found are their default or constraint, `unknown` without."""
    return Mapper(
        {
            candidate.parameter.id: inferred_type(inference, candidate, is_conditional, signature)
            for candidate in inference.candidates
        }
    )


def inferred_type(
    inference: Inference, candidate: Candidate, is_conditional: bool = False, signature: Signature | None = None
) -> Type:
    """What one type parameter is."""
    if candidate.inferred is not None:
        return candidate.inferred
    store = inference.store
    parameter = candidate.parameter
    type: Type | None = None
    other: Type | None = None
    if candidate.found:
        type = _covariant(inference, candidate, is_conditional, signature)
    if candidate.contra:
        other = _contravariant(store, candidate)
        if type is None or not _is_preferred(inference, candidate, type, other):
            type, other = other, type
    constraint = constraint_of(store, parameter)
    if type is None:
        default = default_of(store, parameter)
        if default is not None:
            candidate.inferred = store.unknown
            type = instantiate(store, default, inferred_mapper(inference, is_conditional, signature))
        else:
            type = store.unknown
    candidate.inferred = type
    if constraint is not None and not type.flags & F.OPAQUE:
        wanted = instantiate(store, constraint, inferred_mapper(inference, is_conditional, signature))
        if not is_assignable(store, type, wanted):
            if is_conditional:
                wanted = store.never if candidate.found else wanted
            elif other is not None and is_assignable(store, other, wanted):
                wanted = other
            candidate.inferred = wanted
    return candidate.inferred


def _is_preferred(inference: Inference, candidate: Candidate, type: Type, contra: Type) -> bool:
    """Whether what is given counts rather than what is taken."""
    store = inference.store
    if type.flags & (F.NEVER | ANY_LIKE) and not contra.flags & ANY_LIKE:
        return False
    if not any(is_assignable(store, type, item) for item in candidate.contra):
        return False
    return all(
        is_assignable(store, item, type)
        for other in inference.candidates
        if other is not candidate and constraint_of(store, other.parameter) is candidate.parameter
        for item in other.found
    )


def _covariant(inference: Inference, candidate: Candidate, is_conditional: bool, signature: Signature | None) -> Type:
    store = inference.store
    found = candidate.found
    if is_conditional:
        return union(store, found)
    found = _literals_in_one(store, found)
    constraint = constraint_of(store, candidate.parameter)
    keeps = candidate.parameter.is_const or (constraint is not None and _is_primitive_constraint(store, constraint))
    widens = (
        not keeps
        and candidate.is_top_level
        and (candidate.is_fixed or signature is None or not _returns_bare(store, signature, candidate.parameter))
    )
    if keeps:
        base = [regular(item) for item in found]
    elif widens:
        base = [widen_literal(store, item) for item in found]
    else:
        base = found
    type = union(store, base) if candidate.priority in (RESULT, KEYS) else common_supertype(store, base)
    return widen(store, type)


def _literals_in_one(store: TypeStore, found: list[Type]) -> list[Type]:
    """The types found, with one union of those of object literals, behind the others."""
    literals = [item for item in found if is_object_literal(item)]
    if not literals or len(found) < 2:
        return found
    kept = [
        item
        for index, item in enumerate(literals)
        if not any(
            is_subtype(store, item, other) and (number < index or not is_subtype(store, other, item))
            for number, other in enumerate(literals)
            if other is not item
        )
    ]
    return [*[item for item in found if not is_object_literal(item)], union(store, kept)]


def _is_primitive_constraint(store: TypeStore, constraint: Type) -> bool:
    if isinstance(constraint, Union):
        return any(_is_primitive_constraint(store, item) for item in constraint.constituents)
    return bool(constraint.flags & (PRIMITIVE & ~NULLISH | F.KEYOF | F.TEMPLATE | F.STRING_MAPPING))


def _returns_bare(store: TypeStore, signature: Signature, parameter: TypeParameter) -> bool:
    """Whether the result of a signature is the type parameter itself, or a union with it."""
    result = result_of(store, signature)
    return result is parameter or (isinstance(result, Union) and parameter in result.constituents)


def _contravariant(store: TypeStore, candidate: Candidate) -> Type:
    found = candidate.contra
    result = found[0]
    for item in found[1:]:
        if is_subtype(store, item, result):
            result = item
        elif not is_subtype(store, result, item):
            return intersection(store, found)
    return result


def common_supertype(store: TypeStore, types: list[Type]) -> Type:
    """The first type that all others are subtypes of; the union of literals of one kind."""
    if len(types) == 1:
        return types[0]
    if any(item.flags & F.OPAQUE for item in types):
        return store.opaque
    present = [without(store, item, NULLISH) for item in types]
    present = [item for item in present if not item.flags & F.NEVER]
    nullish = [item for type in types for item in constituents_of(type) if item.flags & NULLISH]
    if not present:
        return union(store, types)
    bases = {base_of_literal(store, item).id for item in present}
    if len(bases) == 1 and all(item.flags & (LITERAL | F.UNION) for item in present):
        result = union(store, present)
    else:
        result = present[0]
        for item in present[1:]:
            if is_subtype(store, result, item) and not is_identical(store, result, item):
                result = item
    return union(store, [result, *nullish]) if nullish else result
