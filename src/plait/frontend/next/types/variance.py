"""Variance: how references to a declaration vary with each of its type parameters."""

from __future__ import annotations

from plait.frontend.next.types.model import BIVARIANT_ONLY, CONTRAVARIANT, COVARIANT, INDEPENDENT, Declared, Type
from plait.frontend.next.types.relater import Relater
from plait.frontend.next.types.relation_parts import Relation
from plait.frontend.next.types.store import TypeStore


def variances_of(store: TypeStore, declared: Declared) -> tuple[int, ...] | None:
    """How references to a declaration vary with each type parameter; None while that is being found out.

    Found by comparing two references that differ in one argument: a type and a subtype of it.
    """
    if declared.variances is not None:
        return declared.variances or None
    if declared.name in ("Array", "ReadonlyArray"):
        declared.variances = (COVARIANT,)
        return declared.variances
    declared.variances = ()
    found: list[int] = []
    for position in range(len(declared.parameters)):
        super_type = store.type_parameter("Super", None, None, None)
        sub_type = store.type_parameter("Sub", None, None, None)
        for marker in (super_type, sub_type):
            marker.constraint_known = True
        sub_type.constraint = super_type
        arguments = list[Type](declared.parameters)
        arguments[position] = super_type
        above = store.reference(declared, tuple(arguments))
        arguments[position] = sub_type
        below = store.reference(declared, tuple(arguments))
        variance = 0
        if Relater(store, Relation.ASSIGNABLE).members(below, above):
            variance |= COVARIANT
        if Relater(store, Relation.ASSIGNABLE).members(above, below):
            variance |= CONTRAVARIANT
        if variance == COVARIANT | CONTRAVARIANT:
            other = store.type_parameter("Other", None, None, None)
            other.constraint_known = True
            arguments[position] = other
            apart = store.reference(declared, tuple(arguments))
            is_independent = Relater(store, Relation.ASSIGNABLE).members(apart, above)
            variance = INDEPENDENT if is_independent else BIVARIANT_ONLY
        elif variance == 0:
            variance = COVARIANT | CONTRAVARIANT
        found.append(variance)
    declared.variances = tuple(found)
    return declared.variances
