"""Identity: whether two types are the same in all but name."""

from __future__ import annotations

from plait.frontend.next.types.instantiation import (
    instantiate_signature,
    is_tuple,
    parameter_type,
    property_type,
    result_of,
)
from plait.frontend.next.types.lookup import members_of
from plait.frontend.next.types.members import Mapper, Signature
from plait.frontend.next.types.model import (
    PRIMITIVE,
    Anonymous,
    Conditional,
    F,
    IndexedAccess,
    Intersection,
    KeyOf,
    Literal,
    Reference,
    Type,
    Union,
)
from plait.frontend.next.types.store import TypeStore


class _Identity:
    """One question, with all that it leads to. Recursive types are the same if nothing tells them apart."""

    __slots__ = ("assumed", "store")

    def __init__(self, store: TypeStore) -> None:
        self.store = store
        self.assumed: set[tuple[int, int]] = set()

    def related(self, source: Type, target: Type) -> bool:
        """Whether the types are the same."""
        if isinstance(source, Literal):
            source = source.regular
        if isinstance(target, Literal):
            target = target.regular
        if source is target:
            return True
        if source.flags != target.flags or source.flags & (PRIMITIVE & ~F.TEMPLATE | F.NEVER | F.UNKNOWN | F.ANY):
            return False
        key = source.id, target.id
        if key in self.assumed:
            return True
        self.store.spend(2)
        self.assumed.add(key)
        return self._compound(source, target)

    def _compound(self, source: Type, target: Type) -> bool:
        store = self.store
        match source, target:
            case Union(), Union():
                return self._same_constituents(source.constituents, target.constituents)
            case Intersection(), Intersection():
                return self._same_constituents(source.constituents, target.constituents)
            case KeyOf(), KeyOf():
                return self.related(source.type, target.type)
            case IndexedAccess(), IndexedAccess():
                return self.related(source.object, target.object) and self.related(source.index, target.index)
            case Conditional(), Conditional():
                return self.related(source.check, target.check) and self.related(source.extends, target.extends)
            case Reference(), Reference() if source.target is target.target:
                return all(self.related(a, b) for a, b in zip(source.arguments, target.arguments, strict=True))
            case ((Reference() | Anonymous()), (Reference() | Anonymous())):
                if is_tuple(source) or is_tuple(target):
                    return False
                mine, theirs = members_of(store, source), members_of(store, target)
                if mine.properties.keys() != theirs.properties.keys():
                    return False
                if len(mine.calls) != len(theirs.calls) or len(mine.constructs) != len(theirs.constructs):
                    return False
                if len(mine.indexes) != len(theirs.indexes):
                    return False
                for key, property in mine.properties.items():
                    other = theirs.properties[key]
                    if property.is_optional != other.is_optional or property.is_readonly != other.is_readonly:
                        return False
                    if not self.related(property_type(store, property), property_type(store, other)):
                        return False
                pairs = zip((*mine.calls, *mine.constructs), (*theirs.calls, *theirs.constructs), strict=True)
                return all(self._signatures(a, b) for a, b in pairs) and all(
                    self.related(a.key, b.key) and self.related(a.type, b.type)
                    for a, b in zip(mine.indexes, theirs.indexes, strict=True)
                )
            case _:
                return False

    def _same_constituents(self, mine: tuple[Type, ...], theirs: tuple[Type, ...]) -> bool:
        return len(mine) == len(theirs) and all(any(self.related(a, b) for b in theirs) for a in mine)

    def _signatures(self, source: Signature, target: Signature) -> bool:
        store = self.store
        if len(source.parameters) != len(target.parameters) or source.minimum != target.minimum:
            return False
        if len(source.type_parameters) != len(target.type_parameters):
            return False
        if source.type_parameters:
            types = dict(zip([item.id for item in source.type_parameters], target.type_parameters, strict=True))
            source = instantiate_signature(store, source, Mapper(dict(types)), False)
        return all(
            self.related(parameter_type(store, a), parameter_type(store, b))
            for a, b in zip(source.parameters, target.parameters, strict=True)
        ) and self.related(result_of(store, source), result_of(store, target))


def is_identical(store: TypeStore, source: Type, target: Type) -> bool:
    """Whether the types are the same in all but name."""
    return source is target or _Identity(store).related(source, target)
