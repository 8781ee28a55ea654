"""How values are called: signatures, and the parameters of signatures by position.

Rest parameters may stand for a number of parameters that depends on type parameters.
"""

from __future__ import annotations

from plait.frontend.next.types.generic import has_unknown_keys
from plait.frontend.next.types.instantiation import instantiate_signature, mapper, parameter_type
from plait.frontend.next.types.lookup import apparent, members_of, tuple_element
from plait.frontend.next.types.members import Parameter, Signature
from plait.frontend.next.types.model import (
    ANY_LIKE,
    Anonymous,
    ElementKind,
    F,
    Intersection,
    Reference,
    TupleShape,
    Type,
    Union,
)
from plait.frontend.next.types.store import TypeStore
from plait.frontend.next.types.unions import intersection, union, without


def calls_of(store: TypeStore, type: Type, is_construct: bool = False) -> tuple[Signature, ...]:
    """The signatures by which a value of the type is called, or constructed."""
    type = apparent(store, type)
    match type:
        case Reference() | Anonymous() | Intersection():
            members = members_of(store, type)
            return members.constructs if is_construct else members.calls
        case Union():
            return _union_signatures(store, type, is_construct)
        case _:
            return ()


def _union_signatures(store: TypeStore, type: Union, is_construct: bool) -> tuple[Signature, ...]:
    """The signatures that call any constituent of a union: the parameters take what all take."""
    key = "new ()" if is_construct else "()"
    if key in type.resolved:
        cached: tuple[Signature, ...] = type.resolved[key]
        return cached
    lists = [calls_of(store, item, is_construct) for item in type.constituents]
    result: tuple[Signature, ...] = ()
    if all(lists):
        if all(found == lists[0] for found in lists):
            result = lists[0]
        elif sum(1 for found in lists if len(found) > 1) <= 1:
            result = _merged_signatures(store, lists)
    type.resolved[key] = result
    return result


def _merged_signatures(store: TypeStore, lists: list[tuple[Signature, ...]]) -> tuple[Signature, ...]:
    longest = max(lists, key=len)
    others = [found[0] for found in lists if found is not longest]
    if any(signature.type_parameters for signature in others):
        same = all(
            len(found) == 1 and len(found[0].type_parameters) == len(longest[0].type_parameters) for found in lists
        )
        if not same:
            return ()
    return tuple([_merge(store, [signature, *others]) for signature in longest])


def _merge(store: TypeStore, parts: list[Signature]) -> Signature:
    """One signature for a call of any of several."""
    first = parts[0]
    if first.type_parameters:
        parts = [
            first,
            *[
                instantiate_signature(store, other, mapper(other.type_parameters, first.type_parameters), False)
                for other in parts[1:]
            ],
        ]
    count = max(len(part.parameters) for part in parts)
    has_rest = any(part.has_rest for part in parts)
    parameters: list[Parameter] = []
    minimum = max(part.minimum for part in parts)
    for index in range(count):
        types = [found for part in parts if (found := parameter_at(store, part, index)) is not None]
        name = next((part.parameters[index].name for part in parts if index < len(part.parameters)), f"p{index}")
        is_rest = has_rest and index == count - 1
        joined = intersection(store, types)
        parameters.append(Parameter(name, store.array(joined) if is_rest else joined, index >= minimum, is_rest))
    made = store.signature(tuple(parameters), None, first.type_parameters, first.this, first.declaration)
    made.parts = tuple(parts)
    made.minimum = minimum
    made.is_construct = first.is_construct
    return made


def parameter_at(store: TypeStore, signature: Signature, index: int) -> Type | None:
    """The type of what is passed at a position; None beyond the last parameter. Optional parameters include
    undefined.
    """
    parameters = signature.parameters
    last = len(parameters) - 1
    if index < last or (index == last and not parameters[last].is_rest):
        return parameter_type(store, parameters[index])
    if last >= 0 and parameters[last].is_rest:
        rest = parameter_type(store, parameters[last])
        return rest_element(store, rest, index - last)
    return None


def rest_element(store: TypeStore, rest: Type, position: int) -> Type | None:
    """The type of an argument that goes into a rest parameter."""
    if isinstance(rest, Reference) and isinstance(rest.target, TupleShape):
        return tuple_element(store, rest, position)
    if rest.flags & ANY_LIKE:
        return rest
    if isinstance(rest, Union):
        found = [rest_element(store, item, position) for item in rest.constituents]
        return union(store, [item for item in found if item is not None])
    return store.resolver.access_type(rest, store.number)


def parameter_count(store: TypeStore, signature: Signature) -> int:
    """How many positions have a parameter; a rest tuple counts its elements."""
    count = len(signature.parameters)
    if signature.has_rest:
        rest = parameter_type(store, signature.parameters[-1])
        if isinstance(rest, Reference) and isinstance(rest.target, TupleShape):
            return count - 1 + len(rest.target.kinds)
    return count


def minimum_arguments(store: TypeStore, signature: Signature) -> int:
    """How many arguments are needed; those whose type takes `void` may be left out at the end."""
    minimum = signature.minimum
    if signature.has_rest:
        rest = parameter_type(store, signature.parameters[-1])
        if isinstance(rest, Reference) and isinstance(rest.target, TupleShape) and rest.target.minimum > 0:
            minimum = max(minimum, len(signature.parameters) - 1 + rest.target.minimum)
    while minimum > 0:
        type = parameter_at(store, signature, minimum - 1)
        if type is None or not _takes_void(type):
            break
        minimum -= 1
    return minimum


def _takes_void(type: Type) -> bool:
    if isinstance(type, Union):
        return any(item.flags & F.VOID for item in type.constituents)
    return bool(type.flags & F.VOID)


def has_rest(store: TypeStore, signature: Signature) -> bool:
    """Whether any number of arguments may be passed."""
    if not signature.has_rest:
        return False
    rest = parameter_type(store, signature.parameters[-1])
    return not (isinstance(rest, Reference) and isinstance(rest.target, TupleShape) and not rest.target.has_rest)


def is_function_type(store: TypeStore, type: Type) -> bool:
    """Whether values of the type can be called or constructed."""
    return bool(calls_of(store, type) or calls_of(store, type, True))


# Rest parameters.


def open_rest(store: TypeStore, signature: Signature) -> tuple[int, Type] | None:
    """The parameters whose number depends on type parameters, as in `...args: A` and `...args: [string, ...A]`: where
    they begin, and the type of their tuple.
    """
    if not signature.has_rest:
        return None
    start = len(signature.parameters) - 1
    rest = parameter_type(store, signature.parameters[start])
    if rest.flags & (F.TYPE_PARAMETER | F.CONDITIONAL | F.INDEXED_ACCESS):
        return start, rest
    if has_unknown_keys(store, rest):
        return start, rest
    shape = rest.target if isinstance(rest, Reference) else None
    if not isinstance(shape, TupleShape) or not isinstance(rest, Reference):
        return None
    if not shape.has_variadic:
        return None
    return start + shape.fixed, tuple_slice(store, rest, shape.fixed, len(shape.kinds))


def tuple_slice(store: TypeStore, type: Reference, start: int, end: int) -> Type:
    """The elements of a tuple from one position to before another."""
    shape = type.target
    assert isinstance(shape, TupleShape)
    made = store.tuple_shape(shape.kinds[start:end], shape.labels[start:end], shape.is_readonly)
    return store.resolver.tuple_type(made, type.arguments[start:end])


def rest_type(store: TypeStore, signature: Signature, start: int) -> Type:
    """The tuple or array of the parameters from a position on."""
    kinds: list[int] = []
    labels: list[str | None] = []
    elements: list[Type] = []
    last = len(signature.parameters) - 1
    for index in range(min(start, last), last + 1) if last >= 0 else ():
        parameter = signature.parameters[index]
        if parameter.is_rest:
            rest = parameter_type(store, parameter)
            if isinstance(rest, Reference) and isinstance(rest.target, TupleShape):
                shape, skipped = rest.target, max(0, start - last)
                kinds.extend(shape.kinds[skipped:])
                labels.extend(shape.labels[skipped:])
                elements.extend(rest.arguments[skipped:])
                continue
            if not kinds:
                return rest
            kinds.append(ElementKind.VARIADIC)
            elements.append(rest)
        elif index >= start:
            type = parameter_at(store, signature, index) or store.any
            kinds.append(ElementKind.OPTIONAL if index >= signature.minimum else ElementKind.REQUIRED)
            elements.append(without(store, type, F.UNDEFINED) if index >= signature.minimum else type)
        else:
            continue
        labels.append(parameter.name)
    return store.resolver.tuple_type(store.tuple_shape(tuple(kinds), tuple(labels), False), tuple(elements))
