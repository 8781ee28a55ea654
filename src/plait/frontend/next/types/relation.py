"""The relation between types: whether values of one may stand where another is wanted.

One relation in four strengths, cached by the ids of both types. What is found under an assumption (two recursive
types fit if they fit) is cached only when the outermost question is answered. Whatever cannot be told fits: errors
need certainty.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from plait.frontend.next.types.instantiation import (
    constraint_of,
    instantiate_signature,
    is_tuple,
    parameter_type,
    predicate_of,
    property_type,
    result_of,
)
from plait.frontend.next.types.lookup import (
    apparent,
    base_constraint,
    calls_of,
    has_rest,
    index_for_key,
    index_info,
    indexes_of,
    is_numeric_name,
    members_of,
    minimum_arguments,
    parameter_at,
    parameter_count,
    properties_of,
    property_of,
    tuple_element,
)
from plait.frontend.next.types.members import IndexInfo, Mapper, Property, PropertyFlags, Signature
from plait.frontend.next.types.model import (
    ANY_LIKE,
    BIGINT_LIKE,
    BOOLEAN_LIKE,
    NUMBER_LIKE,
    PRIMITIVE,
    STRING_LIKE,
    SYMBOL_LIKE,
    UNIT,
    Anonymous,
    Conditional,
    Declared,
    ElementKind,
    F,
    IndexedAccess,
    Intersection,
    KeyOf,
    Literal,
    OriginKind,
    Reference,
    StringMapping,
    Template,
    TupleShape,
    Type,
    TypeParameter,
    Union,
)
from plait.frontend.next.types.store import TypeStore
from plait.frontend.next.types.unions import is_empty_object, union


class Relation(IntEnum):
    """How strict the question is."""

    IDENTITY = 0
    SUBTYPE = 1
    ASSIGNABLE = 2
    COMPARABLE = 3
    """Whether a value could be of both."""


MAX_NESTING: Final = 3
"""How often the same declaration may stand inside of itself before both sides are taken to fit."""

MAX_DEPTH: Final = 100


class Relater:
    """One question, with all that it leads to."""

    __slots__ = ("assumed", "depth", "maybe", "relation", "sources", "store", "targets")

    def __init__(self, store: TypeStore, relation: Relation) -> None:
        self.store = store
        self.relation = relation
        self.assumed: dict[tuple[int, int, int], None] = {}
        self.maybe: list[tuple[int, int, int]] = []
        self.depth = 0
        self.sources: list[int] = []
        self.targets: list[int] = []

    # The order of the questions: quick answers, then unions, then the structure.

    def related(self, source: Type, target: Type) -> bool:
        """Whether the types are related."""
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
        if self.relation is Relation.IDENTITY:
            if source.flags != target.flags:
                return False
            if source.flags & (PRIMITIVE & ~F.TEMPLATE | F.NEVER | F.UNKNOWN | F.ANY):
                return False
            return self._cached(source, target)
        if self._simple(source, target):
            return True
        if self.relation is Relation.COMPARABLE and not target.flags & F.NEVER and self._simple(target, source):
            return True
        if source.flags & PRIMITIVE and target.flags & PRIMITIVE:
            if not (source.flags | target.flags) & (F.UNION | F.TEMPLATE | F.STRING_MAPPING | F.INTERSECTION):
                return False
        if isinstance(source, Anonymous) and source.is_fresh:
            if has_excess_properties(self.store, source, target):
                return False
            source = source.regular
        if self._is_weak_mismatch(source, target):
            return False
        return self._cached(source, target)

    def _simple(self, source: Type, target: Type) -> bool:
        """What the flags tell."""
        s, t = source.flags, target.flags
        if t & (F.ANY | F.UNKNOWN) or s & F.NEVER:
            return True
        if t & F.NEVER:
            return False
        if s & F.ANY:
            return self.relation is not Relation.SUBTYPE
        if s & STRING_LIKE and t & F.STRING:
            return True
        if s & NUMBER_LIKE and t & F.NUMBER:
            return not t & F.INTEGER or bool(s & F.INTEGER) or _is_integer(source)
        if s & BIGINT_LIKE and t & F.BIGINT:
            return True
        if s & BOOLEAN_LIKE and t & F.BOOLEAN:
            return True
        if s & SYMBOL_LIKE and t & F.SYMBOL:
            return True
        if s & F.UNDEFINED and t & F.VOID:
            return True
        if s & F.OBJECT and t & F.NON_PRIMITIVE:
            return not (self.relation is Relation.SUBTYPE and is_empty_object(source))
        if self.relation >= Relation.ASSIGNABLE and t & F.ENUM and t & F.NUMBER_LITERAL:
            if s & F.NUMBER and not s & F.ENUM:
                return True
            if isinstance(source, Literal) and isinstance(target, Literal) and not s & F.ENUM:
                return source.value == target.value
        return False

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
        origin_s, origin_t = _identity(source), _identity(target)
        if origin_s and origin_t and self.depth > MAX_NESTING:
            if self.sources.count(origin_s) >= MAX_NESTING and self.targets.count(origin_t) >= MAX_NESTING:
                return True
        self.assumed[key] = None
        start = len(self.maybe)
        self.maybe.append(key)
        self.sources.append(origin_s)
        self.targets.append(origin_t)
        self.depth += 1
        result = self._compound(source, target)
        self.depth -= 1
        self.sources.pop()
        self.targets.pop()
        del self.assumed[key]
        if not result:
            store.relations[key] = False
            del self.maybe[start:]
        elif self.depth == 0:
            for found in self.maybe:
                store.relations[found] = True
            self.maybe.clear()
        return result

    def _compound(self, source: Type, target: Type) -> bool:
        """Unions and intersections, then the rest."""
        if self.relation is Relation.IDENTITY:
            return self._identical(source, target)
        if isinstance(source, Union):
            if self.relation is Relation.COMPARABLE:
                return any(self.related(item, target) for item in source.constituents)
            if isinstance(target, Union) and source.by_id <= target.by_id:
                return True
            return all(self.related(item, target) for item in source.constituents)
        if isinstance(target, Union):
            return self._to_union(source, target)
        if isinstance(target, Intersection):
            return all(self.related(source, item) for item in target.constituents)
        if isinstance(source, Intersection):
            if any(self.related(item, target) for item in source.constituents):
                return True
            if source.flags & F.INTERSECTION and any(item.flags & F.TYPE_PARAMETER for item in source.constituents):
                known = base_constraint(self.store, source)
                if known is not source and self.related(known, target):
                    return True
        return self._structure(source, target)

    def _to_union(self, source: Type, target: Union) -> bool:
        if source.id in target.by_id:
            return True
        if source.flags & (PRIMITIVE & ~(F.TEMPLATE | F.STRING_MAPPING)):
            return any(self._to_constituent(source, item) for item in target.constituents)
        narrowed = by_discriminant(self.store, source, target, self)
        if narrowed is not None and self.related(source, narrowed):
            return True
        if any(self.related(source, item) for item in target.constituents):
            return True
        if source.flags & (F.TYPE_PARAMETER | F.INDEXED_ACCESS | F.CONDITIONAL | F.KEYOF):
            return self._from_unknown(source, target)
        if isinstance(source, Intersection):
            return self._intersection_to_union(source, target)
        return self._discriminated(source, target)

    def _intersection_to_union(self, source: Intersection, target: Union) -> bool:
        known = base_constraint(self.store, source)
        if known is not source:
            return self.related(known, target)
        return self._discriminated(source, target)

    def _to_constituent(self, source: Type, target: Type) -> bool:
        """A primitive to one constituent of a union."""
        return source is target or self.related(source, target)

    def _discriminated(self, source: Type, target: Union) -> bool:
        """Whether each combination of the source's discriminants fits some constituent: `{ kind: "a" | "b" }` to `{
        kind: "a" } | { kind: "b" }`.
        """
        if not isinstance(source, Reference | Anonymous | Intersection):
            return False
        discriminants: list[tuple[str, Type]] = []
        combinations = 1
        for key, property in properties_of(self.store, source).items():
            if not is_discriminant(self.store, target, key):
                continue
            type = property_type(self.store, property)
            count = len(type.constituents) if isinstance(type, Union) else 1
            combinations *= count
            if combinations > 25:
                return False
            discriminants.append((key, type))
        if not discriminants:
            return False
        matching: dict[int, Type] = {}
        rows: list[dict[str, Type]] = [{}]
        for key, type in discriminants:
            units = type.constituents if isinstance(type, Union) else (type,)
            rows = [{**row, key: unit} for row in rows for unit in units]
        for row in rows:
            is_found = False
            for item in target.constituents:
                if all(self._unit_fits(unit, item, key) for key, unit in row.items()):
                    matching[item.id] = item
                    is_found = True
            if not is_found:
                return False
        skipped = {key for key, _ in discriminants}
        return all(self._properties(source, item, skipped) for item in matching.values())

    def _unit_fits(self, unit: Type, target: Type, key: str) -> bool:
        wanted = property_of(self.store, target, key)
        return wanted is not None and self.related(unit, property_type(self.store, wanted))

    # What depends on type parameters.

    def _from_unknown(self, source: Type, target: Type) -> bool:
        """A type that depends on type parameters, by what is known of it."""
        store = self.store
        match source:
            case TypeParameter():
                constraint = constraint_of(store, source)
                if constraint is None:
                    return self.related(store.unknown, target) if not target.flags & F.TYPE_PARAMETER else False
                return self.related(constraint, target)
            case IndexedAccess():
                object = self._known(source.object)
                index = self._known(source.index)
                if object is source.object and index is source.index:
                    return not target.flags & F.TYPE_PARAMETER
                return self.related(store.resolver.access_type(object, index), target)
            case Conditional():
                return True
            case KeyOf():
                return self.related(union(store, (store.string, store.number, store.symbol)), target)
            case Template() | StringMapping():
                return self.related(store.string, target)
            case _:
                return False

    def _known(self, type: Type) -> Type:
        """The constraint of a type parameter, else the type itself."""
        if isinstance(type, TypeParameter):
            constraint = constraint_of(self.store, type)
            return self.store.unknown if constraint is None else constraint
        return type

    def _structure(self, source: Type, target: Type) -> bool:
        store = self.store
        match target:
            case TypeParameter():
                if isinstance(source, TypeParameter):
                    constraint = constraint_of(store, source)
                    return constraint is not None and self.related(constraint, target)
                if source.flags & (F.INDEXED_ACCESS | F.CONDITIONAL):
                    return self._from_unknown(source, target)
                return False
            case KeyOf():
                if isinstance(source, KeyOf):
                    return self.related(target.type, source.type)
                if isinstance(source, TypeParameter):
                    bound = constraint_of(store, source)
                    if bound is not None and self.related(bound, target):
                        return True
                constraint = self._known(target.type)
                if constraint is target.type or constraint.flags & F.UNKNOWN:
                    return source.flags & (F.CONDITIONAL | F.INDEXED_ACCESS | F.TYPE_PARAMETER) != 0 and (
                        self._from_unknown(source, target) if isinstance(source, TypeParameter) else True
                    )
                return self.related(source, store.resolver.keyof_type(constraint))
            case IndexedAccess():
                return self._to_access(source, target)
            case Conditional():
                return True
            case Template() | StringMapping():
                if isinstance(source, Template) and isinstance(target, Template) and source.texts == target.texts:
                    return all(self.related(a, b) for a, b in zip(source.types, target.types, strict=True))
                return store.resolver.fits_template(source, target)
            case _:
                pass
        if source.flags & (
            F.TYPE_PARAMETER | F.INDEXED_ACCESS | F.CONDITIONAL | F.KEYOF | F.TEMPLATE | F.STRING_MAPPING
        ):
            if isinstance(target, Anonymous) and target.origin.kind is OriginKind.MAPPED and target.mentions:
                return True
            return self._from_unknown(source, target)
        return self._objects(source, target)

    def _to_access(self, source: Type, target: IndexedAccess) -> bool:
        """To `T[K]`: to what is known of it by the constraints of both."""
        store = self.store
        if isinstance(source, IndexedAccess):
            if self.related(source.object, target.object) and self.related(source.index, target.index):
                return True
        object, index = base_constraint(store, target.object), base_constraint(store, target.index)
        if object.flags & F.UNKNOWN or (object is target.object and index is target.index):
            return False
        found = store.resolver.access_type(object, index)
        return found.flags & F.OPAQUE != 0 or self.related(source, found)

    # Objects.

    def _objects(self, source: Type, target: Type) -> bool:
        store = self.store
        if not isinstance(target, Reference | Anonymous):
            return False
        if isinstance(target, Anonymous) and target.origin.kind is OriginKind.MAPPED and target.mentions:
            return True
        if isinstance(source, Anonymous) and source.origin.kind is OriginKind.MAPPED and source.mentions:
            return True
        if isinstance(source, Reference) and isinstance(target, Reference) and source.target is target.target:
            by_arguments = self._arguments(source, target)
            if by_arguments is not None:
                return by_arguments
        whole = source
        source = apparent(store, source)
        if source.flags & F.NEVER:
            return True
        if isinstance(source, Union):
            return self.related(source, target)
        if not isinstance(source, Reference | Anonymous | Intersection):
            return False
        if whole.flags & PRIMITIVE and self.relation is Relation.COMPARABLE and is_empty_object(target):
            return True
        if is_tuple(target) and not self._tuple(source, target):
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
        variances = variances_of(self.store, declared)
        if variances is None:
            return None
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

    def _tuple(self, source: Type, target: Type) -> bool:
        """A tuple or array where a tuple is wanted."""
        store = self.store
        assert isinstance(target, Reference)
        shape = target.target
        assert isinstance(shape, TupleShape)
        if any(kind & ElementKind.VARIADIC for kind in shape.kinds):
            return True
        if not isinstance(source, Reference):
            return False
        if not isinstance(source.target, TupleShape):
            if source.target.name not in ("Array", "ReadonlyArray"):
                return False
            if source.target.name == "ReadonlyArray" and not shape.is_readonly:
                return False
            return shape.minimum == 0 and shape.has_rest
        own = source.target
        if own.is_readonly and not shape.is_readonly:
            return False
        if any(kind & ElementKind.VARIADIC for kind in own.kinds):
            return True
        if own.minimum < shape.minimum or (not shape.has_rest and (own.has_rest or len(own.kinds) > len(shape.kinds))):
            return False
        for index in range(max(len(own.kinds), len(shape.kinds))):
            mine = tuple_element(store, source, index)
            theirs = tuple_element(store, target, index)
            if mine is not None and theirs is not None and not self.related(mine, theirs):
                return False
        return True

    def _properties(self, source: Type, target: Type, skipped: frozenset[str] | set[str]) -> bool:
        store = self.store
        if is_tuple(target) and is_tuple(source):
            return True
        for key, wanted in properties_of(store, target).items():
            if key in skipped:
                continue
            own = property_of(store, source, key)
            if own is None:
                if wanted.is_optional and self._optional_by_index(source, key, wanted):
                    continue
                return False
            if own is wanted:
                continue
            if not self._property(own, wanted):
                return False
        return True

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
                if own.owner is None or wanted.owner is None or not self._derives(own, wanted):
                    return False
            elif own.flags & PropertyFlags.PROTECTED:
                return False
        if own.is_optional and not wanted.is_optional and self.relation is not Relation.COMPARABLE:
            return False
        if self.relation is Relation.SUBTYPE and own.is_readonly and not wanted.is_readonly:
            return False
        return self.related(property_type(self.store, own), property_type(self.store, wanted))

    def _derives(self, own: Property, wanted: Property) -> bool:
        from_owner, to_owner = own.owner, wanted.owner
        while from_owner is not None:
            if from_owner is to_owner:
                return True
            bases = self.store.resolver.base_types(from_owner)
            first = next((base for base in bases if isinstance(base, Reference)), None)
            from_owner = first.target if first is not None and isinstance(first.target, Declared) else None
        return False

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
        if is_tuple(target) or _is_array(target):
            return bool(indexes_of(store, source))
        for info in wanted:
            if info.type.flags & F.ANY and info.key.flags & F.STRING and self.relation is not Relation.SUBTYPE:
                if whole.flags & F.OBJECT:
                    continue
            own = index_info(store, source, info.key)
            if own is not None:
                if not self.related(own.type, info.type):
                    return False
                continue
            if not _has_implicit_index(source) or not self._implicit_index(source, info):
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
        if source is target or _takes_anything(store, target):
            return True
        if source.type_parameters and source.type_parameters != target.type_parameters:
            source = erased(store, source) if erases else store.resolver.unified(source, target)
        if erases and target.type_parameters:
            target = erased(store, target)
        count = parameter_count(store, target)
        if not has_rest(store, target) and minimum_arguments(store, source) > count:
            return False
        if source.this is not None and target.this is not None and not source.this.flags & F.VOID:
            if not self.related(target.this, source.this) and not self.related(source.this, target.this):
                return False
        is_strict = not is_callback and not target.is_method and not target.is_construct and not source.is_method
        own_count = parameter_count(store, source)
        rest = has_rest(store, source) or has_rest(store, target)
        for index in range(max(count, own_count) if rest else min(count, own_count)):
            mine = parameter_at(store, source, index)
            theirs = parameter_at(store, target, index)
            if mine is None or theirs is None or mine is theirs:
                continue
            if not self._parameter(mine, theirs, is_strict):
                return False
        return self._results(source, target, is_callback and not is_strict)

    def _parameter(self, mine: Type, theirs: Type, is_strict: bool) -> bool:
        """Parameters are compared the other way round; callbacks among them as functions."""
        store = self.store
        own_calls = _single_call(store, mine)
        their_calls = _single_call(store, theirs)
        if own_calls is not None and their_calls is not None:
            if predicate_of(store, own_calls) is None and predicate_of(store, their_calls) is None:
                if _has_nullish(mine) == _has_nullish(theirs):
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

    # Identity.

    def _identical(self, source: Type, target: Type) -> bool:
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
                return all(self._identical_signatures(a, b) for a, b in pairs) and all(
                    self.related(a.key, b.key) and self.related(a.type, b.type)
                    for a, b in zip(mine.indexes, theirs.indexes, strict=True)
                )
            case _:
                return False

    def _same_constituents(self, mine: tuple[Type, ...], theirs: tuple[Type, ...]) -> bool:
        return len(mine) == len(theirs) and all(any(self.related(a, b) for b in theirs) for a in mine)

    def _identical_signatures(self, source: Signature, target: Signature) -> bool:
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


# Entry points.


def is_related(store: TypeStore, source: Type, target: Type, relation: Relation) -> bool:
    """Whether the types are related."""
    if source is target:
        return True
    known = store.relations.get((source.id, target.id, int(relation)))
    if known is not None:
        return known
    return Relater(store, relation).related(source, target)


def is_assignable(store: TypeStore, source: Type, target: Type) -> bool:
    """Whether a value of one type may be assigned where another is wanted."""
    return is_related(store, source, target, Relation.ASSIGNABLE)


def is_subtype(store: TypeStore, source: Type, target: Type) -> bool:
    """Whether one type says at least as much as another."""
    return is_related(store, source, target, Relation.SUBTYPE)


def is_comparable(store: TypeStore, source: Type, target: Type) -> bool:
    """Whether values of both types can be equal."""
    return is_related(store, source, target, Relation.COMPARABLE)


def is_identical(store: TypeStore, source: Type, target: Type) -> bool:
    """Whether the types are the same in all but name."""
    return is_related(store, source, target, Relation.IDENTITY)


# Variance.

INDEPENDENT: Final = 0
COVARIANT: Final = 1
CONTRAVARIANT: Final = 2
UNRELIABLE: Final = 4
BIVARIANT_ONLY: Final = 8


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


# Helpers.


def _identity(type: Type) -> int:
    """What two instances of one declaration have in common; 0 for types that cannot be nested for ever."""
    match type:
        case Reference():
            return type.target.id if type.arguments else 0
        case Anonymous():
            return type.origin.id
        case Conditional():
            return type.root.id
        case TypeParameter():
            return 0
        case _:
            return 0


def _is_integer(type: Type) -> bool:
    """Whether it is the type of a whole number that an `int` holds."""
    return (
        isinstance(type, Literal)
        and isinstance(type.value, float)
        and type.value.is_integer()
        and -(2**31) <= type.value < 2**31
    )


def _is_array(type: Type) -> bool:
    return (
        isinstance(type, Reference)
        and isinstance(type.target, Declared)
        and type.target.name
        in (
            "Array",
            "ReadonlyArray",
        )
    )


def _has_nullish(type: Type) -> bool:
    return isinstance(type, Union) and any(item.flags & (F.UNDEFINED | F.NULL) for item in type.constituents)


def _single_call(store: TypeStore, type: Type) -> Signature | None:
    """The signature of a type that can be called in one way and nothing else."""
    if isinstance(type, Union):
        rest = [item for item in type.constituents if not item.flags & (F.UNDEFINED | F.NULL)]
        if len(rest) != 1:
            return None
        type = rest[0]
    if not isinstance(type, Anonymous) or type.origin.kind is OriginKind.MAPPED:
        return None
    members = members_of(store, type)
    if len(members.calls) != 1 or members.constructs or members.properties or members.indexes:
        return None
    signature = members.calls[0]
    return None if signature.type_parameters else signature


def _has_implicit_index(type: Type) -> bool:
    """Whether all properties of a type are known, so that they can stand for an index signature."""
    if isinstance(type, Intersection):
        return all(_has_implicit_index(item) for item in type.constituents)
    return isinstance(type, Anonymous) and not type.origin.kind & (OriginKind.CLASS | OriginKind.FUNCTION)


def _takes_anything(store: TypeStore, signature: Signature) -> bool:
    """Whether a signature is `(...args: any) => any`, for which every function stands."""
    if len(signature.parameters) != 1 or not signature.has_rest or signature.type_parameters:
        return False
    rest = parameter_type(store, signature.parameters[0])
    element = rest.arguments[0] if _is_array(rest) and isinstance(rest, Reference) else rest
    if not element.flags & (F.ANY | F.UNKNOWN) or (element is rest and rest.flags & F.UNKNOWN):
        return False
    return bool(result_of(store, signature).flags & (F.ANY | F.UNKNOWN))


def erased(store: TypeStore, signature: Signature) -> Signature:
    """A generic signature with `any` for its type parameters."""
    if not signature.type_parameters:
        return signature
    types: dict[int, Type] = {parameter.id: store.any for parameter in signature.type_parameters}
    return instantiate_signature(store, signature, Mapper(types), False)


def is_weak(store: TypeStore, type: Type) -> bool:
    """Whether an object type has properties, all of them optional, and nothing else."""
    if isinstance(type, Intersection):
        return all(is_weak(store, item) for item in type.constituents)
    if not isinstance(type, Reference | Anonymous) or is_tuple(type):
        return False
    if isinstance(type, Anonymous) and type.origin.kind is OriginKind.MAPPED and type.mentions:
        return False
    members = members_of(store, type)
    if members.calls or members.constructs or members.indexes or not members.properties:
        return False
    return all(property.is_optional for property in members.properties.values())


def is_discriminant(store: TypeStore, type: Union, key: str) -> bool:
    """Whether a property tells the constituents of a union apart: its types differ, and some are units."""
    cached = type.resolved.get("discriminant " + key)
    if cached is not None:
        return bool(cached)
    result = False
    property = property_of(store, type, key)
    if property is not None and property.parts:
        types = [property_type(store, part) for part in property.parts]
        differs = any(item is not types[0] for item in types)
        result = differs and any(
            item.flags & UNIT or (isinstance(item, Union) and any(inner.flags & UNIT for inner in item.constituents))
            for item in types
        )
    type.resolved["discriminant " + key] = result
    return result


def by_discriminant(store: TypeStore, source: Type, target: Union, relater: Relater | None = None) -> Type | None:
    """The one constituent of a union that the source's unit properties choose; None if there is no such."""
    if not isinstance(source, Anonymous | Reference | Intersection):
        return None
    if len(target.constituents) < 4 and relater is not None:
        return None
    candidates = list(target.constituents)
    is_chosen = False
    for key, property in properties_of(store, source).items():
        if not is_discriminant(store, target, key):
            continue
        type = property_type(store, property)
        if not type.flags & UNIT:
            continue
        is_chosen = True
        kept = []
        for item in candidates:
            wanted = property_of(store, item, key)
            if wanted is None or is_assignable(store, type, property_type(store, wanted)):
                kept.append(item)
        candidates = kept
    if not is_chosen or len(candidates) != 1:
        return None
    return candidates[0]


def has_excess_properties(store: TypeStore, source: Anonymous, target: Type) -> bool:
    """Whether an object literal names a property that the wanted type does not have."""
    return excess_property(store, source, target) is not None


def excess_property(store: TypeStore, source: Anonymous, target: Type) -> str | None:
    """The first property of an object literal that the wanted type does not have; None if all are known, or nothing
    is.
    """
    if not _is_excess_target(store, target):
        return None
    if isinstance(target, Union):
        chosen = _discriminated_target(store, source, target)
        if chosen is not None:
            target = chosen
    for key in source.regular.members.properties if source.regular.members is not None else ():
        if not is_known_property(store, target, key):
            return key
    return None


def _discriminated_target(store: TypeStore, source: Anonymous, target: Union) -> Type | None:
    """The constituents that the unit properties of an object literal leave."""
    objects = [item for item in target.constituents if not item.flags & PRIMITIVE]
    candidates = objects
    for key, property in members_of(store, source).properties.items():
        if not is_discriminant(store, target, key):
            continue
        type = property_type(store, property)
        kept = []
        for item in candidates:
            wanted = property_of(store, item, key)
            if wanted is not None and is_assignable(store, type, property_type(store, wanted)):
                kept.append(item)
        if kept:
            candidates = kept
    if len(candidates) == len(objects):
        return None
    return union(store, candidates)


def _is_excess_target(store: TypeStore, target: Type) -> bool:
    """Whether an object literal for this type must name known properties alone."""
    if isinstance(target, Union):
        return all(
            _is_excess_target(store, item) for item in target.constituents if not item.flags & PRIMITIVE
        ) and any(not item.flags & PRIMITIVE for item in target.constituents)
    if isinstance(target, Intersection):
        return all(_is_excess_target(store, item) for item in target.constituents)
    if target.flags & F.NON_PRIMITIVE:
        return True
    if not isinstance(target, Reference | Anonymous):
        return False
    if isinstance(target, Anonymous) and target.origin.kind is OriginKind.MAPPED and target.mentions:
        return False
    if is_empty_object(target):
        return False
    if isinstance(target, Reference) and isinstance(target.target, Declared):
        if target.target.name in ("Object", "Function") and target.target.parameters == ():
            return False
    members = members_of(store, target)
    return bool(members.properties or members.calls or members.constructs or members.indexes)


def is_known_property(store: TypeStore, target: Type, key: str) -> bool:
    """Whether any part of a type has a property."""
    if isinstance(target, Union | Intersection):
        return any(is_known_property(store, item, key) for item in target.constituents)
    if target.flags & (PRIMITIVE | F.NEVER):
        return False
    if target.flags & F.NON_PRIMITIVE:
        return False
    if not isinstance(target, Reference | Anonymous):
        return True
    if isinstance(target, Anonymous) and target.origin.kind is OriginKind.MAPPED and target.mentions:
        return True
    return property_of(store, target, key) is not None or index_for_key(store, target, key) is not None
