"""The relation between types, as one question that leads to others: whether values of one may stand where another is
wanted.

One relation in four strengths, cached by the ids of both types. What is found under an assumption (two recursive
types fit if they fit) is taken to hold until something around it fails, and cached when the outermost question is
answered. Whatever cannot be told fits: errors
need certainty.
"""

from __future__ import annotations

from typing import Final

from plait.frontend.next.types.callables import calls_of, has_rest, minimum_arguments, parameter_at, parameter_count
from plait.frontend.next.types.discriminants import (
    by_discriminant,
    discriminant_rows,
    has_excess_properties,
    is_weak,
)
from plait.frontend.next.types.generic import has_unknown_keys
from plait.frontend.next.types.instantiation import (
    constraint_of,
    is_tuple,
    predicate_of,
    property_type,
    result_of,
)
from plait.frontend.next.types.lookup import (
    apparent,
    base_constraint,
    element_type,
    index_for_key,
    index_info,
    indexes_of,
    is_numeric_name,
    properties_of,
    property_of,
)
from plait.frontend.next.types.members import IndexInfo, Property, PropertyFlags, Signature
from plait.frontend.next.types.model import (
    ANY_LIKE,
    BIVARIANT_ONLY,
    CONTRAVARIANT,
    COVARIANT,
    INDEPENDENT,
    PRIMITIVE,
    UNIT,
    UNRELIABLE,
    Anonymous,
    Conditional,
    Declared,
    ElementKind,
    F,
    IndexedAccess,
    Intersection,
    KeyOf,
    Literal,
    Reference,
    StringMapping,
    Template,
    TupleShape,
    Type,
    TypeParameter,
    Union,
)
from plait.frontend.next.types.relation_parts import (
    SUBTYPES,
    Relation,
    elements_as_read_only,
    erased,
    fits_by_length,
    has_implicit_index,
    has_nullish,
    is_array,
    is_inherited,
    is_nested,
    simply_related,
    single_call,
    takes_anything,
)
from plait.frontend.next.types.store import TypeStore
from plait.frontend.next.types.unions import is_empty_object, optional, union
from plait.frontend.next.types.unknown_parts import are_apart, from_unknown, may_be_mapped_from, to_access, to_keys
from plait.frontend.next.types.widening import regular

MAX_NESTING: Final = 3
"""How often the same declaration may stand inside of itself before both sides are taken to fit."""

MAX_DEPTH: Final = 100


class Relater:
    """One question, with all that it leads to. An answer that `is_uncertain` was found while variances were being found
    out, and is not kept.
    """

    __slots__ = ("assumed", "depth", "is_uncertain", "maybe", "relation", "sources", "store", "targets")

    def __init__(self, store: TypeStore, relation: Relation) -> None:
        self.store = store
        self.relation = relation
        self.assumed: set[tuple[int, int, int]] = set()
        self.maybe: list[tuple[int, int, int]] = []
        self.depth = 0
        self.is_uncertain = False
        self.sources: list[Type] = []
        self.targets: list[Type] = []

    # The order of the questions: quick answers, then unions, then the structure.

    def related(self, source: Type, target: Type, is_part: bool = False) -> bool:
        """Whether the types are related. The target may be a part of an intersection (`is_part`)."""
        if source is target:
            return True
        if isinstance(source, Literal):
            source = source.regular
        if isinstance(target, Literal):
            target = target.regular
        if source is target:
            return True
        if (source.flags | target.flags) & F.OPAQUE:
            return True
        if self._simple(source, target):
            return True
        if self.relation is Relation.COMPARABLE and not target.flags & F.NEVER and self._simple(target, source):
            return True
        if (
            source.flags & PRIMITIVE
            and target.flags & PRIMITIVE
            and not (source.flags | target.flags) & (F.UNION | F.TEMPLATE | F.STRING_MAPPING | F.INTERSECTION)
        ):
            return False
        if not is_part and (self._has_excess(source, target) or self._is_weak_mismatch(source, target)):
            return False
        return self._cached(source, target)

    def _simple(self, source: Type, target: Type) -> bool:
        is_subtype = self.relation in SUBTYPES
        return simply_related(source, target, is_subtype, not is_subtype)

    def _has_excess(self, source: Type, target: Type) -> bool:
        """Whether an object literal has properties that the target does not know."""
        if not isinstance(source, Anonymous) or not source.is_fresh:
            return False
        return has_excess_properties(self.store, source, target, self.relation in SUBTYPES)

    def _is_weak_mismatch(self, source: Type, target: Type) -> bool:
        """Whether the target has optional properties alone and the source none of them."""
        if self.relation is Relation.COMPARABLE and not source.flags & UNIT:
            return False
        if not source.flags & (PRIMITIVE | F.OBJECT | F.INTERSECTION) or source.flags & F.UNION:
            return False
        if not target.flags & (F.OBJECT | F.INTERSECTION) or not is_weak(self.store, target):
            return False
        own = properties_of(self.store, source)
        if not own and not calls_of(self.store, source) and not calls_of(self.store, source, True):
            return False
        wanted = properties_of(self.store, target)
        if any(key in wanted for key in own):
            return False
        results = [*calls_of(self.store, source), *calls_of(self.store, source, True)]
        return not any(self.related(result_of(self.store, call), target) for call in results)

    def _cached(self, source: Type, target: Type) -> bool:
        """A question that may lead back to itself."""
        store = self.store
        key = source.id, target.id, int(self.relation)
        known = store.relations.get(key)
        if known is not None:
            return known
        if key in self.assumed:
            return True
        store.spend(2)
        if self.depth >= MAX_DEPTH:
            return True
        self.sources.append(source)
        self.targets.append(target)
        if is_nested(self.sources, MAX_NESTING) and is_nested(self.targets, MAX_NESTING):
            self.sources.pop()
            self.targets.pop()
            return True
        self.assumed.add(key)
        start = len(self.maybe)
        self.maybe.append(key)
        self.depth += 1
        result = self._compound(source, target)
        self.depth -= 1
        self.sources.pop()
        self.targets.pop()
        if not result:
            store.relations[key] = False
            self.assumed.difference_update(self.maybe[start:])
            del self.maybe[start:]
        elif self.depth == 0:
            if not self.is_uncertain:
                for found in self.maybe:
                    store.relations[found] = True
            self.assumed.clear()
            self.maybe.clear()
        return result

    def _compound(self, source: Type, target: Type) -> bool:
        """Unions and intersections, then the rest."""
        if isinstance(source, Union):
            if self.relation is Relation.COMPARABLE:
                return any(self.related(item, target) for item in source.constituents)
            if isinstance(target, Union) and source.by_id <= target.by_id:
                return True
            return all(self.related(item, target) for item in source.constituents)
        if isinstance(target, Union):
            return self._to_union(regular(source), target)
        if isinstance(target, Intersection):
            return self._to_intersection(source, target)
        if isinstance(source, Intersection):
            if any(self.related(item, target) for item in source.constituents):
                return True
            if source.flags & F.INTERSECTION and any(item.flags & F.TYPE_PARAMETER for item in source.constituents):
                known = base_constraint(self.store, source)
                if known is not source and self.related(known, target):
                    return True
        return self._structure(source, target)

    def _to_intersection(self, source: Type, target: Intersection) -> bool:
        """To each part. What object literals inside of the source have too much is told by all parts together."""
        plain = regular(source)
        if not all(self.related(plain, item, is_part=True) for item in target.constituents):
            return False
        if plain is source or any(not isinstance(item, Reference | Anonymous) for item in target.constituents):
            return True
        return self._properties(source, target, frozenset())

    def _to_union(self, source: Type, target: Union) -> bool:
        if source.id in target.by_id:
            return True
        if source.flags & (PRIMITIVE & ~(F.TEMPLATE | F.STRING_MAPPING)):
            return any(self.related(source, item) for item in target.constituents)
        narrowed = by_discriminant(self.store, source, target)
        if narrowed is not None and self.related(source, narrowed):
            return True
        if any(self.related(source, item) for item in target.constituents):
            return True
        if source.flags & (F.TYPE_PARAMETER | F.INDEXED_ACCESS | F.CONDITIONAL | F.KEYOF):
            return from_unknown(self.store, source, target, self.related)
        if isinstance(source, Intersection):
            return self._intersection_to_union(source, target)
        return self._discriminated(source, target)

    def _intersection_to_union(self, source: Intersection, target: Union) -> bool:
        known = base_constraint(self.store, source)
        if known is not source:
            return self.related(known, target)
        return self._discriminated(source, target)

    def _discriminated(self, source: Type, target: Union) -> bool:
        """Whether each combination of the source's discriminants fits some constituent."""
        rows = discriminant_rows(self.store, source, target)
        if not rows:
            return False
        matching: dict[int, Type] = {}
        for row in rows:
            fitting = [
                item
                for item in target.constituents
                if all(self._unit_fits(unit, item, key) for key, unit in row.items())
            ]
            if not fitting:
                return False
            matching.update({item.id: item for item in fitting})
        skipped = set(rows[0])
        return all(self._properties(source, item, skipped) for item in matching.values())

    def _unit_fits(self, unit: Type, target: Type, key: str) -> bool:
        wanted = property_of(self.store, target, key)
        return wanted is not None and self.related(unit, property_type(self.store, wanted))

    # The structure.

    def _structure(self, source: Type, target: Type) -> bool:
        store = self.store
        match target:
            case TypeParameter():
                if isinstance(source, TypeParameter):
                    constraint = constraint_of(store, source)
                    return constraint is not None and self.related(constraint, target)
                if source.flags & (F.INDEXED_ACCESS | F.CONDITIONAL):
                    return from_unknown(store, source, target, self.related)
                return may_be_mapped_from(store, source, target)
            case KeyOf():
                return self._to_keys(source, target)
            case IndexedAccess():
                return to_access(store, source, target, self.related)
            case Conditional():
                return self.relation is Relation.COMPARABLE or not are_apart(store, source, target, self.related)
            case Template() | StringMapping():
                if isinstance(source, Template) and isinstance(target, Template) and source.texts == target.texts:
                    return all(self.related(a, b) for a, b in zip(source.types, target.types, strict=True))
                return store.resolver.fits_template(source, target)
            case _:
                pass
        if source.flags & (
            F.TYPE_PARAMETER | F.INDEXED_ACCESS | F.CONDITIONAL | F.KEYOF | F.TEMPLATE | F.STRING_MAPPING
        ):
            if has_unknown_keys(store, target):
                return True
            return from_unknown(store, source, target, self.related)
        return self._objects(source, target)

    def _to_keys(self, source: Type, target: KeyOf) -> bool:
        if isinstance(source, KeyOf):
            return self.related(target.type, source.type)
        if isinstance(source, TypeParameter):
            bound = constraint_of(self.store, source)
            if bound is not None and self.related(bound, target):
                return True
        if isinstance(source, IndexedAccess) and from_unknown(self.store, source, target, self.related):
            return True
        return to_keys(self.store, source, target, self.related)

    # Objects.

    def _objects(self, source: Type, target: Type) -> bool:
        store = self.store
        if not isinstance(target, Reference | Anonymous):
            return False
        if has_unknown_keys(store, target):
            return True
        if has_unknown_keys(store, source):
            return True
        if isinstance(source, Reference) and isinstance(target, Reference) and source.target is target.target:
            by_arguments = self._arguments(source, target)
            if by_arguments is not None:
                return by_arguments
        elements = elements_as_read_only(store, source, target)
        if elements is not None:
            return self.related(*elements)
        whole = source
        source = apparent(store, source)
        if source.flags & F.NEVER:
            return True
        if isinstance(source, Union):
            return self.related(source, target)
        if whole.flags & F.UNKNOWN or not isinstance(source, Reference | Anonymous | Intersection):
            return False
        if whole.flags & PRIMITIVE and self.relation is Relation.COMPARABLE and is_empty_object(target):
            return True
        if is_tuple(target) and isinstance(target, Reference) and not self._tuple(source, target):
            return False
        return (
            self._properties(source, target, frozenset())
            and self._signatures(source, target, False)
            and self._signatures(source, target, True)
            and self._indexes(source, whole, target)
        )

    def members(self, source: Reference, target: Reference) -> bool:
        """Whether two references are related by their members, whatever their arguments tell."""
        self.depth += 1
        return (
            self._properties(source, target, frozenset())
            and self._signatures(source, target, False)
            and self._signatures(source, target, True)
            and self._indexes(source, source, target)
        )

    def _arguments(self, source: Reference, target: Reference) -> bool | None:
        """References to one declaration, by the variances of its parameters; None if that tells nothing."""
        declared = target.target
        if isinstance(declared, TupleShape):
            return None
        if not target.arguments:
            return None
        variances = self.store.resolver.variances(declared)
        if variances is None:
            # What is nested in itself tells nothing of its own variance.
            self.is_uncertain = True
            return True
        for variance, mine, theirs in zip(variances, source.arguments, target.arguments, strict=False):
            if variance == INDEPENDENT:
                continue
            if variance & COVARIANT and not self.related(mine, theirs):
                return None if variance & UNRELIABLE else False
            if variance & CONTRAVARIANT and not self.related(theirs, mine):
                return None if variance & UNRELIABLE else False
            if variance == BIVARIANT_ONLY and not (self.related(mine, theirs) or self.related(theirs, mine)):
                return False
        return True

    def _tuple(self, source: Type, target: Reference) -> bool:
        """A tuple or array where a tuple is wanted."""
        store = self.store
        by_length = fits_by_length(source, target)
        if by_length is not None:
            return by_length
        assert isinstance(source, Reference)
        own, wanted = source.target, target.target
        assert isinstance(own, TupleShape)
        assert isinstance(wanted, TupleShape)
        start, end, last = wanted.fixed, wanted.fixed_at_end, len(wanted.kinds) - 1
        for index, kind in enumerate(own.kinds):
            position = index
            if wanted.has_rest and index >= start:
                position = last - min(len(own.kinds) - 1 - index, end)
            if wanted.kinds[position] & ElementKind.REQUIRED and not kind & ElementKind.REQUIRED:
                return False
            mine, theirs = element_type(store, source, index), element_type(store, target, position)
            if wanted.kinds[position] & ElementKind.OPTIONAL:
                theirs = optional(store, theirs)
            if not self.related(mine, theirs):
                return False
        return True

    def _properties(self, source: Type, target: Type, skipped: frozenset[str] | set[str]) -> bool:
        store = self.store
        if is_tuple(target) and is_tuple(source):
            return self._other_elements(source, target, skipped)
        for key, wanted in properties_of(store, target).items():
            if key in skipped:
                continue
            own = property_of(store, source, key)
            if own is None:
                if wanted.is_optional and self._optional_by_index(source, key, wanted):
                    continue
                if _is_helper_of_iterators(wanted):
                    continue
                return False
            if own is wanted:
                continue
            if not self._property(own, wanted):
                return False
        return True

    def _other_elements(self, source: Type, target: Type, skipped: frozenset[str] | set[str]) -> bool:
        """Whether the elements of two tuples fit but for those that tell the constituents of a union apart; without
        such elements they were compared before.
        """
        if not skipped or not isinstance(source, Reference) or not isinstance(target, Reference):
            return True
        pairs = zip(source.arguments, target.arguments, strict=False)
        return all(str(index) in skipped or self.related(own, wanted) for index, (own, wanted) in enumerate(pairs))

    def _optional_by_index(self, source: Type, key: str, wanted: Property) -> bool:
        """A property that may be missing; an index signature of the source must fit it all the same."""
        info = index_for_key(self.store, source, key)
        if info is None or self.relation is Relation.COMPARABLE:
            return True
        return self.related(info.type, property_type(self.store, wanted))

    def _property(self, own: Property, wanted: Property) -> bool:
        hidden = PropertyFlags.PRIVATE | PropertyFlags.PROTECTED
        if (own.flags | wanted.flags) & hidden or own.key.startswith("#"):
            if own.key.startswith("#") or (own.flags | wanted.flags) & PropertyFlags.PRIVATE:
                if own.declaration is not wanted.declaration:
                    return False
            elif wanted.flags & PropertyFlags.PROTECTED:
                if own.owner is None or wanted.owner is None or not is_inherited(self.store, own, wanted):
                    return False
            elif own.flags & PropertyFlags.PROTECTED:
                return False
        if own.is_optional and not wanted.is_optional and self.relation is not Relation.COMPARABLE:
            return False
        if self.relation is Relation.SUBTYPE and own.is_readonly and not wanted.is_readonly:
            return False
        return self.related(property_type(self.store, own), property_type(self.store, wanted))

    def _signatures(self, source: Type, target: Type, is_construct: bool) -> bool:
        store = self.store
        wanted = calls_of(store, target, is_construct)
        if not wanted:
            return True
        own = calls_of(store, source, is_construct)
        if not own:
            if not is_construct and isinstance(target, Reference) and isinstance(target.target, Declared):
                return target.target.name == "Function" and bool(calls_of(store, source, True))
            return False
        if is_construct and own[0].is_abstract and not wanted[0].is_abstract:
            return False
        if len(own) == 1 and len(wanted) == 1:
            return self.signature(own[0], wanted[0], self.relation is Relation.COMPARABLE)
        return all(any(self.signature(mine, theirs, True) for mine in own) for theirs in wanted)

    def _indexes(self, source: Type, whole: Type, target: Type) -> bool:
        store = self.store
        wanted = indexes_of(store, target)
        if not wanted:
            return True
        if is_tuple(target) or is_array(target):
            return bool(indexes_of(store, source))
        takes_any_key = any(info.key.flags & F.STRING for info in wanted)
        takes_objects = takes_any_key and self.relation is not Relation.SUBTYPE and whole.flags & F.OBJECT
        for info in wanted:
            if info.type.flags & F.ANY and takes_objects:
                continue
            own = index_info(store, source, info.key)
            if own is not None:
                if not self.related(own.type, info.type):
                    return False
                continue
            # A subtype says at least as much; only a fresh literal is known to have no other properties.
            is_known = self.relation is not Relation.SUBTYPE or getattr(source, "is_fresh", False)
            if not is_known or not has_implicit_index(source) or not self._implicit_index(source, info):
                return False
        return True

    def _implicit_index(self, source: Type, info: IndexInfo) -> bool:
        """Whether all known properties fit an index signature."""
        store = self.store
        for key, property in properties_of(store, source).items():
            if key.startswith("@@") != bool(info.key.flags & F.SYMBOL):
                continue
            if info.key.flags & F.NUMBER and not is_numeric_name(key):
                continue
            if isinstance(info.key, Template) and not store.resolver.fits_template(store.literal(key), info.key):
                continue
            type = property_type(store, property)
            if property.is_optional and isinstance(type, Union):
                type = union(store, [item for item in type.constituents if not item.flags & F.UNDEFINED])
            if not self.related(type, info.type):
                return False
        return all(self.related(own.type, info.type) for own in indexes_of(store, source))

    # Functions.

    def signature(self, source: Signature, target: Signature, erases: bool = False, is_callback: bool = False) -> bool:
        """Whether a function of one signature may stand for one of another."""
        store = self.store
        if source is target or takes_anything(store, target):
            return True
        if source.type_parameters and source.type_parameters != target.type_parameters:
            source = erased(store, source) if erases else store.resolver.unified(source, target)
        if erases and target.type_parameters:
            target = erased(store, target)
        count = parameter_count(store, target)
        if not has_rest(store, target) and minimum_arguments(store, source) > count:
            return False
        if (
            source.this is not None
            and target.this is not None
            and not source.this.flags & F.VOID
            and not self.related(target.this, source.this)
            and not self.related(source.this, target.this)
        ):
            return False
        is_strict = not is_callback and not target.is_method and not target.is_construct and not source.is_method
        own_count = parameter_count(store, source)
        rest = has_rest(store, source) or has_rest(store, target)
        for index in range(max(count, own_count) if rest else min(count, own_count)):
            mine = parameter_at(store, source, index)
            theirs = parameter_at(store, target, index)
            if mine is None or theirs is None or mine is theirs:
                continue
            if not (self.related(theirs, mine) if is_callback else self._parameter(mine, theirs, is_strict)):
                return False
        return self._results(source, target, is_callback and not is_strict)

    def _parameter(self, mine: Type, theirs: Type, is_strict: bool) -> bool:
        """Parameters are compared the other way round; callbacks among them as functions."""
        store = self.store
        own_calls = single_call(store, mine)
        their_calls = single_call(store, theirs)
        if (
            own_calls is not None
            and their_calls is not None
            and predicate_of(store, own_calls) is None
            and predicate_of(store, their_calls) is None
            and has_nullish(mine) == has_nullish(theirs)
        ):
            return self.signature(their_calls, own_calls, False, not is_strict)
        if not is_strict and self.related(mine, theirs):
            return True
        return self.related(theirs, mine)

    def _results(self, source: Signature, target: Signature, is_bivariant: bool) -> bool:
        store = self.store
        wanted = result_of(store, target)
        if wanted.flags & F.VOID or wanted.flags & ANY_LIKE:
            return True
        own = result_of(store, source)
        predicate = predicate_of(store, target)
        if predicate is not None:
            mine = predicate_of(store, source)
            if mine is None:
                return False
            if mine.index != predicate.index or mine.is_assertion != predicate.is_assertion:
                return False
            if mine.type is None or predicate.type is None:
                return mine.type is predicate.type
            return self.related(mine.type, predicate.type)
        if is_bivariant and self.related(wanted, own):
            return True
        return self.related(own, wanted)


def _is_helper_of_iterators(property: Property) -> bool:
    """Whether a property is one that iterators have since ES2025: nobody has to have it, for programs that are written
    for older libraries implement iterators without.
    """
    owner = property.owner
    return owner is not None and owner.name == "IteratorObject" and property.key != "@@iterator"
