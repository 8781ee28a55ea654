"""Inference of type arguments: what type parameters must be so that a type fits another."""

from __future__ import annotations

from typing import Final

from plait.frontend.next.types.callables import (
    calls_of,
    has_rest,
    open_rest,
    parameter_at,
    parameter_count,
    rest_type,
    tuple_slice,
)
from plait.frontend.next.types.candidates import (
    CIRCULAR,
    DIRECT,
    HOMOMORPHIC,
    KEYS,
    NAKED,
    RESULT,
    UNTOLD,
    WORST,
    Candidate,
    Inference,
)
from plait.frontend.next.types.discriminants import are_unrelated
from plait.frontend.next.types.generic import asked, mapped_parts
from plait.frontend.next.types.instantiation import (
    element_of_array,
    instantiate,
    is_tuple,
    predicate_of,
    property_type,
    result_of,
    template_of,
)
from plait.frontend.next.types.lookup import (
    apparent,
    index_info,
    indexes_of,
    properties_of,
    property_of,
    seen_through,
    tuple_element,
    values_under,
)
from plait.frontend.next.types.members import IndexInfo, Mapper, Members, Property, PropertyFlags, Signature
from plait.frontend.next.types.mentions import may_mention, mentioned
from plait.frontend.next.types.model import (
    CONTRAVARIANT,
    COVARIANT,
    Anonymous,
    Conditional,
    Declared,
    ElementKind,
    F,
    IndexedAccess,
    Intersection,
    KeyOf,
    Mapping,
    OriginKind,
    Reference,
    Template,
    TupleShape,
    Type,
    TypeParameter,
    Union,
)
from plait.frontend.next.types.relation_parts import closely_matched, erased, is_array, is_nested, is_same
from plait.frontend.next.types.unions import constituents_of, optional, union
from plait.frontend.next.types.variance import variances_of

_MAX_NESTING: Final = 2
"""How often instances of one declaration may come out of each other."""


def infer(inference: Inference, source: Type, target: Type, priority: int = DIRECT, is_contra: bool = False) -> None:
    """Add what must hold so that `source` fits `target`; the other way round if it `is_contra`."""
    inference.visited.clear()
    _infer(inference, source, target, priority, is_contra)


def _infer(inference: Inference, source: Type, target: Type, priority: int, is_contra: bool) -> None:
    store = inference.store
    if not may_mention(store, target, inference.by_id):
        return
    store.spend()
    if isinstance(target, TypeParameter):
        candidate = inference.by_id.get(target.id)
        if candidate is not None:
            _add(inference, candidate, source, priority, is_contra, inference.depth == 0)
        return
    if source is store.silent_never:
        return
    if source.flags & F.OPAQUE:
        for number in mentioned(target):
            if number in inference.by_id:
                _add(inference, inference.by_id[number], source, UNTOLD, is_contra, False)
        return
    named = _by_alias(source, target)
    if named is not None:
        for own, wanted in named:
            _infer(inference, own, wanted, priority, is_contra)
        return
    if isinstance(target, Union):
        _to_union(inference, source, target, priority, is_contra)
        return
    if isinstance(target, Intersection):
        for item in target.constituents:
            _infer(inference, source, item, priority, is_contra)
        return
    if isinstance(source, Union):
        for item in source.constituents:
            _infer(inference, item, target, priority, is_contra)
        return
    _deeper(inference, source, target, priority, is_contra)


def _by_alias(source: Type, target: Type) -> list[tuple[Type, Type]] | None:
    """The arguments of one generic alias as which two computed types were written: they tell more than the types."""
    if not isinstance(source, Anonymous | Conditional) or not isinstance(target, Anonymous | Conditional):
        return None
    if isinstance(target, Anonymous) and target.origin.kind is not OriginKind.MAPPED:
        return None
    own, wanted = source.alias, target.alias
    if own is None or wanted is None or own.symbol is not wanted.symbol or not wanted.arguments:
        return None
    return list(zip(own.arguments, wanted.arguments, strict=False))


def _add(
    inference: Inference, candidate: Candidate, source: Type, priority: int, is_contra: bool, is_top: bool
) -> None:
    if source is inference.store.silent_never or source is candidate.parameter:
        return
    if _has_skipped(source, inference.store.skipped):
        return
    inference.best = min(inference.best, priority)
    if candidate.is_fixed:
        return
    if source.flags & F.OPAQUE and (candidate.found or candidate.contra):
        return
    if priority < candidate.priority:
        candidate.found.clear()
        candidate.contra.clear()
        candidate.priority = priority
        candidate.is_top_level = True
    if priority != candidate.priority:
        return
    store = candidate.contra if is_contra else candidate.found
    if source not in store:
        store.append(source)
    candidate.inferred = None
    if not is_top:
        candidate.is_top_level = False


def _has_skipped(type: Type, skipped: Type) -> bool:
    """Whether a function that was left out stands in a literal."""
    if isinstance(type, Anonymous) and type.is_fresh and type.members is not None:
        return any(
            item.type is not None and _has_skipped(item.type, skipped) for item in type.members.properties.values()
        )
    if isinstance(type, Reference):
        return not type.is_recursive and any(_has_skipped(item, skipped) for item in type.arguments)
    return type is skipped


def _to_union(inference: Inference, source: Type, target: Union, priority: int, is_contra: bool) -> None:
    """To a union: constituents that are the same go first, then instances of one declaration, then what is left."""
    sources: list[Type] = list(source.constituents) if isinstance(source, Union) else [source]
    targets: list[Type] = list(target.constituents)
    for matches in (is_same, closely_matched):
        pairs = [(own, item) for item in targets for own in sources if matches(own, item)]
        for own, item in pairs:
            _infer(inference, own, item, priority, is_contra)
        sources = [own for own in sources if all(own is not other for other, _ in pairs)]
        targets = [item for item in targets if all(item is not other for _, other in pairs)]
    if not targets:
        return
    if not sources:
        for item in targets:
            _infer(inference, source, item, max(priority, NAKED), is_contra)
        return
    _to_several(inference, sources, targets, priority, is_contra)


def _to_several(inference: Inference, sources: list[Type], targets: list[Type], priority: int, is_contra: bool) -> None:
    """To the constituents of a union that match nothing: to a bare type parameter go the sources of which the others
    tell nothing.
    """
    naked = [item for item in targets if isinstance(item, TypeParameter) and item.id in inference.by_id]
    matched: set[int] = set()
    for item in targets:
        if item in naked:
            continue
        for own in sources:
            outer, inference.best = inference.best, WORST
            _infer(inference, own, item, priority, is_contra)
            if inference.best == priority:
                matched.add(own.id)
            inference.best = min(inference.best, outer)
    if len(naked) == 1:
        rest = [own for own in sources if own.id not in matched]
        if rest:
            _infer(inference, union(inference.store, rest), naked[0], priority, is_contra)
            return
    whole = union(inference.store, sources)
    for item in naked:
        _infer(inference, whole, item, max(priority, NAKED), is_contra)


def _deeper(inference: Inference, source: Type, target: Type, priority: int, is_contra: bool) -> None:
    """Into the parts of types, of the same two once. Where instances of one declaration stand inside each other on both
    sides it ends, for types may be without end.
    """
    key = source.id, target.id
    known = inference.visited.get(key)
    if known is not None:
        inference.best = min(inference.best, known)
        return
    inference.visited[key] = CIRCULAR
    outer, inference.best = inference.best, WORST
    inference.sources.append(source)
    inference.targets.append(target)
    if _is_endless(inference.sources) and _is_endless(inference.targets):
        inference.best = CIRCULAR
    else:
        inference.depth += 1
        _parts(inference, source, target, priority, is_contra)
        inference.depth -= 1
    inference.sources.pop()
    inference.targets.pop()
    inference.visited[key] = inference.best
    inference.best = min(inference.best, outer)


def _is_endless(around: list[Type]) -> bool:
    """Whether the last type of a list came out of others of its declaration, or stands there itself, so often."""
    return is_nested(around, _MAX_NESTING) or around.count(around[-1]) >= _MAX_NESTING


def _parts(inference: Inference, source: Type, target: Type, priority: int, is_contra: bool) -> None:
    store = inference.store
    match target:
        case Reference() if isinstance(source, Reference) and (
            source.target is target.target or (is_array(source) and is_array(target))
        ):
            _arguments(inference, source, target, priority, is_contra)
        case KeyOf():
            if isinstance(source, KeyOf):
                _infer(inference, source.type, target.type, priority, not is_contra)
        case Conditional() if isinstance(source, Conditional):
            for own, wanted in zip(asked(store, source), asked(store, target), strict=True):
                _infer(inference, own, wanted, priority, is_contra)
        case Conditional():
            node = target.root.node
            for branch in (node.true_type, node.false_type):
                map = Mapper({p.id: a for p, a in zip(target.root.outer, target.arguments, strict=True)})
                type = instantiate(store, store.resolver.written_type(branch), map)
                _infer(inference, source, type, max(priority, RESULT), is_contra)
        case IndexedAccess():
            through = seen_through(store, target)
            if through is not target:
                _infer(inference, source, through, priority, is_contra)
            elif isinstance(source, IndexedAccess):
                _infer(inference, source.object, target.object, priority, is_contra)
                _infer(inference, source.index, target.index, priority, is_contra)
        case Template():
            _template(inference, source, target, priority)
        case Reference() | Anonymous():
            _object(inference, source, target, priority, is_contra)
        case _:
            pass


def _template(inference: Inference, source: Type, target: Template, priority: int) -> None:
    store = inference.store
    from_types = store.resolver.template_parts(source, target)
    if from_types is None:
        return
    for own, item in zip(from_types, target.types, strict=True):
        _infer(inference, own, item, priority, False)


def _arguments(inference: Inference, source: Reference, target: Reference, priority: int, is_contra: bool) -> None:
    declared = target.target
    variances: tuple[int, ...] | None = None
    if isinstance(declared, Declared):
        variances = variances_of(inference.store, declared)
    for index, (own, wanted) in enumerate(zip(source.arguments, target.arguments, strict=False)):
        variance = COVARIANT if variances is None else variances[index]
        flips = bool(variance & CONTRAVARIANT) and not variance & COVARIANT
        _infer(inference, own, wanted, priority, is_contra != flips)


def _object(inference: Inference, source: Type, target: Reference | Anonymous, priority: int, is_contra: bool) -> None:
    store = inference.store
    own_parts, parts_wanted = mapped_parts(store, source), mapped_parts(store, target)
    if own_parts is not None and parts_wanted is not None:
        _infer(inference, own_parts[0], parts_wanted[0], priority, is_contra)
        _infer(inference, own_parts[1], parts_wanted[1], priority, is_contra)
        return
    if (
        isinstance(target, Anonymous)
        and target.origin.kind is OriginKind.MAPPED
        and _mapped(inference, source, target, priority, is_contra)
    ):
        return
    parts = source.constituents if isinstance(source, Intersection) else ()
    matched = tuple(item for item in parts if closely_matched(item, target))
    source = apparent(store, source)
    if matched or source.flags & (F.UNION | F.OPAQUE):
        for item in matched or constituents_of(source):
            _infer(inference, item, target, priority, is_contra)
        return
    if not isinstance(source, Reference | Anonymous | Intersection):
        return
    if isinstance(source, Reference) and isinstance(target, Reference) and source.target is target.target:
        _arguments(inference, source, target, priority, is_contra)
        return
    if is_tuple(target) and isinstance(target, Reference):
        _tuple(inference, source, target, priority, is_contra)
        return
    element = element_of_array(target)
    if element is not None and is_tuple(source) and isinstance(source, Reference):
        types = [store.resolver.access_type(source, store.number)]
        _infer(inference, types[0], element, priority, is_contra)
        return
    if _is_base(inference, source, target, priority, is_contra):
        return
    if are_unrelated(store, source, target):
        return
    for key, wanted in properties_of(store, target).items():
        own = property_of(store, source, key)
        if own is not None:
            _infer(inference, property_type(store, own), property_type(store, wanted), priority, is_contra)
    for is_construct in (False, True):
        _signatures(inference, source, target, priority, is_contra, is_construct)
    for info in indexes_of(store, target):
        own_info = index_info(store, source, info.key)
        if own_info is not None:
            _infer(inference, own_info.type, info.type, priority, is_contra)
        elif isinstance(source, Anonymous) and info.key.flags & (F.STRING | F.NUMBER):
            types = values_under(store, source, info.key)
            if types:
                _infer(inference, union(store, types), info.type, priority, is_contra)


def _is_base(inference: Inference, source: Type, target: Reference | Anonymous, priority: int, is_contra: bool) -> bool:
    """A class or interface to one that it extends: by the type arguments of the base."""
    if not isinstance(source, Reference) or not isinstance(target, Reference):
        return False
    if not isinstance(source.target, Declared) or not isinstance(target.target, Declared):
        return False
    pending: list[Type] = [source]
    seen: set[int] = set()
    while pending:
        current = pending.pop()
        if not isinstance(current, Reference) or not isinstance(current.target, Declared) or current.id in seen:
            continue
        seen.add(current.id)
        if current.target is target.target:
            _arguments(inference, current, target, priority, is_contra)
            return True
        types: dict[int, Type] = dict(
            zip([item.id for item in current.target.parameters], current.arguments, strict=False)
        )
        if current.target.this is not None:
            types[current.target.this.id] = source
        bases = inference.store.resolver.base_types(current.target)
        pending.extend([instantiate(inference.store, base, Mapper(types)) for base in bases])
    return False


def _tuple(inference: Inference, source: Type, target: Reference, priority: int, is_contra: bool) -> None:
    store = inference.store
    shape = target.target
    assert isinstance(shape, TupleShape)
    if not isinstance(source, Reference):
        return
    own = source.target
    if not isinstance(own, TupleShape):
        element = element_of_array(source)
        if element is None:
            return
        for kind, argument in zip(shape.kinds, target.arguments, strict=True):
            wanted = store.array(element) if kind & ElementKind.VARIADIC else element
            _infer(inference, wanted, argument, priority, is_contra)
        return
    variadic = [index for index, kind in enumerate(shape.kinds) if kind & ElementKind.VARIADIC]
    if not variadic:
        for index in range(len(shape.kinds)):
            if shape.kinds[index] & ElementKind.REST:
                rest = [tuple_element(store, source, place) for place in range(index, max(len(own.kinds), index))]
                known = [item for item in rest if item is not None]
                if known:
                    _infer(inference, union(store, known), target.arguments[index], priority, is_contra)
                return
            mine = source.arguments[index] if index < len(own.kinds) else None
            if mine is not None:
                _infer(inference, mine, target.arguments[index], priority, is_contra)
        return
    start, stop = variadic[0], variadic[-1] + 1
    after = len(shape.kinds) - stop
    for index in range(min(start, len(own.kinds))):
        _infer(inference, source.arguments[index], target.arguments[index], priority, is_contra)
    end = max(start, len(own.kinds) - after)
    _middle(inference, source, target, (start, end, stop), priority, is_contra)
    for offset in range(after):
        if end + offset < len(own.kinds):
            _infer(inference, source.arguments[end + offset], target.arguments[stop + offset], priority, is_contra)


def _middle(
    inference: Inference,
    source: Reference,
    target: Reference,
    range_: tuple[int, int, int],
    priority: int,
    is_contra: bool,
) -> None:
    """To the variadic elements of a tuple: of the first of two it must be known how many elements it has."""
    store = inference.store
    start, end, stop = range_
    if stop - start == 1:
        _infer(inference, tuple_slice(store, source, start, end), target.arguments[start], priority, is_contra)
        return
    first = target.arguments[start]
    candidate = inference.by_id.get(first.id)
    if stop - start == 2 and candidate is not None and candidate.arity is not None:
        middle = min(end, start + candidate.arity)
        _infer(inference, tuple_slice(store, source, start, middle), first, priority, is_contra)
        _infer(inference, tuple_slice(store, source, middle, end), target.arguments[start + 1], priority, is_contra)
        return
    for argument in target.arguments[start:stop]:
        _infer(inference, store.opaque, argument, priority, is_contra)


def _mapped(inference: Inference, source: Type, target: Anonymous, priority: int, is_contra: bool) -> bool:
    """To a mapped type: over the keys of a type parameter it is the source itself; over a parameter of keys, its keys
    and values.
    """
    store = inference.store
    mapping = target.origin.mapping
    if mapping is None:
        return False
    if source.flags & F.ANY:
        return True
    types: dict[int, Type] = {p.id: a for p, a in zip(target.origin.outer, target.arguments, strict=True)}
    map = Mapper(types)
    if mapping.source is not None:
        wanted = instantiate(store, mapping.source, map)
        if not isinstance(wanted, TypeParameter) or wanted.id not in inference.by_id:
            return False
        template = instantiate(store, template_of(store, mapping), map)
        is_plain = (
            isinstance(template, IndexedAccess) and template.object is wanted and template.index is mapping.parameter
        )
        found = source if is_plain else _unmapped(inference, source, target)
        if found is not None:
            _add(inference, inference.by_id[wanted.id], found, max(priority, HOMOMORPHIC), is_contra, False)
        return True
    keys = instantiate(store, mapping.constraint, map)
    if isinstance(keys, TypeParameter) and keys.id in inference.by_id:
        source = apparent(store, source)
        _add(
            inference,
            inference.by_id[keys.id],
            store.resolver.keyof_type(source),
            max(priority, KEYS),
            is_contra,
            False,
        )
        values = [property_type(store, property) for property in properties_of(store, source).values()]
        values.extend([info.type for info in indexes_of(store, source)])
        if values:
            _infer(
                inference,
                union(store, values),
                instantiate(store, template_of(store, mapping), map),
                priority,
                is_contra,
            )
        return True
    return False


def _unmapped(inference: Inference, source: Type, target: Anonymous) -> Type | None:
    """The type that a mapped type makes another one of: what `T` is in `{ [K in keyof T]: Box<T[K]> }`. Opaque for a
    type inside itself.
    """
    mapping = target.origin.mapping
    assert mapping is not None
    arguments = zip(target.origin.outer, target.arguments, strict=True)
    key = (source.id, target.origin.id, *[argument.id for p, argument in arguments if p is not mapping.source])
    if key not in inference.unmapped:
        inference.unmapped[key] = inference.store.opaque
        inference.unmapped[key] = _unmapped_once(inference, source, target, mapping)
    return inference.unmapped[key]


def _unmapped_once(inference: Inference, source: Type, target: Anonymous, mapping: Mapping) -> Type | None:
    store = inference.store
    assert isinstance(mapping.source, TypeParameter)
    value = store.type_parameter("T[K]")
    value.constraint_known = True
    # In place of T stands an object that has the type sought under every key.
    keyed = store.synthetic(Members({}, indexes=(IndexInfo(store.string, value, False),)), (value,))
    types: dict[int, Type] = {p.id: a for p, a in zip(target.origin.outer, target.arguments, strict=True)}
    types[mapping.source.id] = keyed
    types[mapping.parameter.id] = store.string
    template = instantiate(store, template_of(store, mapping), Mapper(types))

    def unmapped(type: Type) -> Type:
        inner = Inference(store, (value,))
        inner.unmapped = inference.unmapped
        infer(inner, type, template)
        found = inner.candidates[0].found or inner.candidates[0].contra
        return union(store, found) if found else store.opaque

    source = apparent(store, source)
    element = element_of_array(source)
    if element is not None:
        return store.array(unmapped(element))
    if isinstance(source, Reference) and isinstance(source.target, TupleShape):
        if source.target.has_variadic:
            return store.opaque
        return store.reference(source.target, tuple([unmapped(item) for item in source.arguments]))
    if not isinstance(source, Reference | Anonymous | Intersection):
        return None
    properties: dict[str, Property] = {}
    for key, own in properties_of(store, source).items():
        flags = own.flags & (PropertyFlags.READONLY | (0 if mapping.optional > 0 else PropertyFlags.OPTIONAL))
        found = unmapped(property_type(store, own))
        is_optional = bool(flags & PropertyFlags.OPTIONAL)
        properties[key] = Property(key, flags, own.declaration, type=optional(store, found) if is_optional else found)
    indexes = tuple([IndexInfo(info.key, unmapped(info.type), info.is_readonly) for info in indexes_of(store, source)])
    return store.synthetic(Members(properties, indexes=indexes)) if properties or indexes else None


def _signatures(
    inference: Inference, source: Type, target: Type, priority: int, is_contra: bool, is_construct: bool
) -> None:
    store = inference.store
    own, wanted = calls_of(store, source, is_construct), calls_of(store, target, is_construct)
    count = min(len(own), len(wanted))
    for index in range(count):
        mine = own[len(own) - count + index]
        theirs = wanted[len(wanted) - count + index]
        infer_signature(inference, erased(store, mine), theirs, priority, is_contra)


def infer_signature(
    inference: Inference, source: Signature, target: Signature, priority: int = DIRECT, is_contra: bool = False
) -> None:
    """From one signature to another: parameters the other way round, then the result."""
    infer_parameters(inference, source, target, priority, is_contra)
    _infer_result(inference, source, target, priority, is_contra)


def infer_in_context(inference: Inference, source: Signature, target: Signature) -> None:
    """From one signature to another that stands for it: what it takes counts as given, the result counts less."""
    infer_parameters(inference, source, target, DIRECT, True)
    inference.visited.clear()
    _infer_result(inference, source, target, RESULT, False)


def _infer_result(inference: Inference, source: Signature, target: Signature, priority: int, is_contra: bool) -> None:
    store = inference.store
    predicate, wanted = predicate_of(store, source), predicate_of(store, target)
    if predicate is not None and wanted is not None and predicate.type is not None and wanted.type is not None:
        _infer(inference, predicate.type, wanted.type, priority, is_contra)
    else:
        _infer(inference, result_of(store, source), result_of(store, target), priority, is_contra)


def infer_parameters(
    inference: Inference, source: Signature, target: Signature, priority: int, is_contra: bool
) -> None:
    """From the parameters of one signature to those of another."""
    store = inference.store
    if source.this is not None and target.this is not None:
        _infer(inference, source.this, target.this, priority, not is_contra)
    open_part = open_rest(store, target)
    own, count = parameter_count(store, source), parameter_count(store, target)
    if open_part is not None:
        count = min(own, open_part[0])
    elif has_rest(store, target):
        count = max(count, own)
    else:
        count = min(count, own)
    for index in range(count):
        mine, theirs = parameter_at(store, source, index), parameter_at(store, target, index)
        if mine is not None and theirs is not None and theirs.mentions:
            _infer(inference, mine, theirs, priority, not is_contra)
    if open_part is not None:
        _infer(inference, rest_type(store, source, open_part[0]), open_part[1], priority, not is_contra)
