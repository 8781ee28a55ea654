"""Which types fit where: as TypeScript sees it, and whether the machine holds them alike."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from functools import partial

from plait.frontend.check.accessors import find_in_shape
from plait.frontend.check.held import is_held_by_reference, nullable
from plait.frontend.check.members import Access, ClassInfo, Member, MemberKind, Shape
from plait.frontend.check.types import (
    INT,
    INVALID,
    NEVER,
    NULLISH,
    NUMBER,
    UNKNOWN,
    VOID,
    ArrayOf,
    ClassOf,
    EnumOf,
    FunctionOf,
    ObjectOf,
    PromiseOf,
    Type,
    UnionOf,
    members_of,
    plain,
    union,
)


class Relation(IntEnum):
    """Whether a value of one type fits where another is wanted. The smaller one of two decides."""

    NO = 0
    """TypeScript refuses it."""
    NOT_YET = 1
    """TypeScript takes it, but the machine holds the two in different ways."""
    YES = 2


Pairs = frozenset[tuple[object, object]]
_NONE: Pairs = frozenset()


def same_type(a: Type, b: Type) -> bool:
    """Whether two types are the same, object types compared by their members."""
    return _same(a, b, _NONE)


def _same(a: Type, b: Type, assumed: Pairs) -> bool:
    if a == b:
        return True
    match a, b:
        case (ArrayOf(x), ArrayOf(y)) | (PromiseOf(x), PromiseOf(y)):
            return _same(x, y, assumed)
        case UnionOf(xs), UnionOf(ys):
            return len(xs) == len(ys) and all(any(_same(x, y, assumed) for y in ys) for x in xs)
        case FunctionOf(), FunctionOf():
            return _same_function(a, b, assumed)
        case ObjectOf(first), ObjectOf(second):
            return (first, second) in assumed or _same_shape(first, second, assumed | {(first, second)})
        case _:
            return False


def _same_function(a: FunctionOf, b: FunctionOf, assumed: Pairs) -> bool:
    if len(a.parameters) != len(b.parameters) or a.optional != b.optional or (a.rest is None) != (b.rest is None):
        return False
    if a.rest is not None and b.rest is not None and not _same(a.rest, b.rest, assumed):
        return False
    pairs = zip((*a.parameters, a.result), (*b.parameters, b.result), strict=True)
    return all(_same(x, y, assumed) for x, y in pairs)


def _same_shape(a: Shape, b: Shape, assumed: Pairs) -> bool:
    if a.members.keys() != b.members.keys():
        return False
    return all(
        one.kind is b.members[name].kind
        and one.is_optional == b.members[name].is_optional
        and _same(one.type, b.members[name].type, assumed)
        for name, one in a.members.items()
    )


def held_alike(a: Type, b: Type) -> bool:
    """Whether values of both types are held in the same way."""
    return _alike(a, b, _NONE)


def same_interface(a: Shape, b: Shape) -> bool:
    """Whether one interface of the machine serves for both object types."""
    return _alike(ObjectOf(a), ObjectOf(b), _NONE)


def _alike(a: Type, b: Type, assumed: Pairs) -> bool:
    if a == b:
        return True
    a, b = _essence(a), _essence(b)
    match a, b:
        case (ArrayOf(x), ArrayOf(y)) | (PromiseOf(x), PromiseOf(y)):
            return _alike(x, y, assumed)
        case FunctionOf(), FunctionOf():
            return _alike_functions(a, b, assumed)
        case ObjectOf(first), ObjectOf(second):
            if (first, second) in assumed:
                return True
            inner = assumed | {(first, second)}
            return first.members.keys() == second.members.keys() and all(
                (one.kind is MemberKind.METHOD) == (second.members[name].kind is MemberKind.METHOD)
                and _alike(one.type, second.members[name].type, inner)
                for name, one in first.members.items()
            )
        case _:
            return a == b


def _alike_functions(a: FunctionOf, b: FunctionOf, assumed: Pairs) -> bool:
    if len(a.parameters) != len(b.parameters) or (a.rest is None) != (b.rest is None):
        return False
    if a.rest is not None and b.rest is not None and not _alike(a.rest, b.rest, assumed):
        return False
    return _alike(a.result, b.result, assumed) and all(
        _alike(x, y, assumed) for x, y in zip(a.parameters, b.parameters, strict=True)
    )


def _essence(type_: Type) -> Type:
    """The type that says how values are held: `unknown` for all that are words."""
    if isinstance(type_, UnionOf):
        only = nullable(type_)
        return UNKNOWN if only is None else plain(only[0])
    type_ = plain(type_)
    if type_ in (NUMBER, INT, VOID, INVALID) or is_held_by_reference(type_):
        return type_
    return type_ if type_.value == "boolean" else UNKNOWN  # type: ignore[union-attr]


def relate(source: Type, target: Type) -> Relation:
    """Whether a value of the source type fits where the target type is wanted."""
    return _relate(source, target, _NONE)


def _relate(source: Type, target: Type, assumed: Pairs) -> Relation:
    if source == target or INVALID in (source, target):
        return Relation.YES
    if source is VOID or target is VOID:
        return Relation.NO
    if target is UNKNOWN or source is NEVER:
        return Relation.YES
    if isinstance(source, EnumOf) and target is plain(source):
        return Relation.YES
    if isinstance(source, UnionOf):
        return min(_relate(member, target, assumed) for member in source.members)
    match source, target:
        case _, UnionOf(members):
            return max(_relate(source, member, assumed) for member in members)
        case ArrayOf(x), ArrayOf(y):
            found = _relate(x, y, assumed)
            return found if _elements_can_be_alike(x, y) else min(found, Relation.NOT_YET)
        case PromiseOf(x), PromiseOf(y):
            found = Relation.YES if x is y is VOID else _relate(x, y, assumed)
            return found if _alike(x, y, _NONE) else min(found, Relation.NOT_YET)
        case ClassOf(info), ClassOf(other):
            if info.inherits(other):
                return Relation.YES
            return min(_members(info.find, other.all_members(), assumed, (info, other)), Relation.NOT_YET)
        case ClassOf(info), ObjectOf(shape):
            if _says_it_implements(info, shape, assumed):
                return Relation.YES
            return _members(info.find, shape.members, assumed, (info, shape))
        case ObjectOf(shape), ObjectOf(other_shape):
            return _members(partial(find_in_shape, shape), other_shape.members, assumed, (shape, other_shape))
        case ObjectOf(shape), ClassOf(info):
            return min(
                _members(partial(find_in_shape, shape), info.all_members(), assumed, (shape, info)), Relation.NOT_YET
            )
        case FunctionOf(), FunctionOf():
            return _functions(source, target, assumed)
        case _:
            return Relation.YES if source is INT and target is NUMBER else Relation.NO


def relate_members(info: ClassInfo, shape: Shape) -> Relation:
    """Whether objects of a class have what an object type asks for, whatever the class says of itself."""
    return _members(info.find, shape.members, _NONE, (info, shape))


def _says_it_implements(info: ClassInfo, shape: Shape, assumed: Pairs) -> bool:
    """Whether a class says that it implements an object type, or one that includes it.

    That this is true is checked at its declaration. It is not asked here, because the result of a method may depend on
    it: `visit(node: Node) { return node.accept(this); }`.
    """
    return any(
        own is shape or _relate(ObjectOf(own), ObjectOf(shape), assumed) is Relation.YES
        for ancestor in info.ancestors()
        for own in ancestor.interfaces
    )


def _elements_can_be_alike(x: Type, y: Type) -> bool:
    """Whether arrays of the one and of the other hold their elements alike, or do as soon as both hold words."""
    if isinstance(x, ArrayOf) and isinstance(y, ArrayOf):
        return _elements_can_be_alike(x.element, y.element)
    return _alike(x, y, _NONE) or (_can_be_word(x) and _can_be_word(y))


def _can_be_word(element: Type) -> bool:
    return _essence(element) is UNKNOWN or all(
        isinstance(member, ClassOf | ObjectOf) or member in NULLISH for member in members_of(element)
    )


def _members(
    find: Callable[[str], Member | None],
    wanted: dict[str, Member],
    assumed: Pairs,
    pair: tuple[ClassInfo | Shape, ClassInfo | Shape],
) -> Relation:
    """Whether an object whose members `find` gives has the wanted ones."""
    if pair in assumed:
        return Relation.YES
    inner = assumed | {pair}
    result = Relation.YES
    found_any = False
    for name, member in wanted.items():
        own = find(name)
        found_any = found_any or own is not None
        result = min(result, _member(own, member, inner))
        if result is Relation.NO:
            return result
    is_weak = bool(wanted) and all(member.is_optional for member in wanted.values())
    return Relation.NO if is_weak and not found_any else result


def _member(own: Member | None, wanted: Member, assumed: Pairs) -> Relation:
    if own is None:
        return Relation.YES if wanted.is_optional else Relation.NO
    if own.access is not Access.PUBLIC or wanted.access is not Access.PUBLIC or own.name.startswith("#"):
        return Relation.YES if own is wanted else Relation.NO
    if own.is_optional and not wanted.is_optional:
        return Relation.NO
    if own.kind is MemberKind.METHOD and wanted.kind is MemberKind.METHOD:
        return _methods(own, wanted, assumed)
    found = _relate(own.type, wanted.type, assumed)
    if wanted.kind is MemberKind.FIELD:
        if own.kind is MemberKind.FIELD:
            return found
        if own.getter is not None and not wanted.is_optional and _alike(own.type, wanted.type, _NONE):
            return found
    return min(found, Relation.NOT_YET)


def stands_directly(own: Member | None, wanted: Member) -> bool:
    """Whether a property of an object is read and written as an object type says, without methods between."""
    return own is not None and own.kind is MemberKind.FIELD and _alike(own.type, wanted.type, _NONE)


def _methods(own: Member, wanted: Member, assumed: Pairs) -> Relation:
    if not isinstance(own.type, FunctionOf) or not isinstance(wanted.type, FunctionOf):
        return Relation.NO
    found = method_relation(own.type, wanted.type, assumed)
    if own.is_optional or wanted.is_optional:
        return min(found, Relation.NOT_YET)
    return found


def method_relation(own: FunctionOf, wanted: FunctionOf, assumed: Pairs = _NONE) -> Relation:
    """Whether a method may stand for another. Parameters are related both ways, as TypeScript does with methods."""
    required = len(own.parameters) - own.optional
    if required > len(wanted.parameters):
        return Relation.NO
    result = Relation.YES
    if wanted.result is not VOID:
        result = Relation.YES if own.result == wanted.result else _relate(own.result, wanted.result, assumed)
    if own.rest is not None or wanted.rest is not None:
        return min(result, _alike_rest(own, wanted))
    for mine, theirs in zip(own.parameters, wanted.parameters, strict=False):
        result = min(result, max(_relate(theirs, mine, assumed), _relate(mine, theirs, assumed)))
    return result


def _alike_rest(own: FunctionOf, wanted: FunctionOf) -> Relation:
    """Methods with rest parameters must be held alike."""
    alike = _alike_functions(own, FunctionOf(wanted.parameters, own.result, wanted.optional, wanted.rest), _NONE)
    return Relation.YES if alike else Relation.NOT_YET


def fits_directly(own: FunctionOf, wanted: FunctionOf) -> bool:
    """Whether a method stands for another without a function between that converts parameters and result."""
    if len(own.parameters) != len(wanted.parameters) or (own.rest is None) != (wanted.rest is None):
        return False
    if (own.result is VOID) != (wanted.result is VOID):
        return False
    pairs = zip((own.result, *wanted.parameters), (wanted.result, *own.parameters), strict=True)
    return all(_is_held_relation(source, target) for source, target in pairs)


def _is_held_relation(source: Type, target: Type) -> bool:
    """Whether the types fit, and the machine needs no conversion between them."""
    if source == target:
        return True
    if _relate(source, target, _NONE) is not Relation.YES:
        return False
    a, b = _essence(source), _essence(target)
    return (isinstance(a, ClassOf) and isinstance(b, ClassOf | ObjectOf)) or _alike(source, target, _NONE)


def _functions(source: FunctionOf, target: FunctionOf, assumed: Pairs) -> Relation:
    """Whether a function value fits; the machine takes closures of exactly the same signature."""
    required = len(source.parameters) - source.optional
    if required > len(target.parameters) and target.rest is None:
        return Relation.NO
    found = Relation.YES
    if target.result is not VOID:
        found = Relation.NO if source.result is VOID else _relate(source.result, target.result, assumed)
    for mine, theirs in zip(source.parameters, target.parameters, strict=False):
        found = min(found, _relate(theirs, mine, assumed))
    if found is Relation.NO:
        return found
    return Relation.YES if _alike_functions(source, target, assumed) else Relation.NOT_YET


def reduced_union(types: list[Type]) -> Type:
    """The union of the types without those that another one includes: the type of several values together."""
    members = members_of(union(types))
    kept: list[Type] = []
    for index, member in enumerate(members):
        others = [other for place, other in enumerate(members) if place != index]
        absorbed = any(
            relate(member, other) is Relation.YES and (relate(other, member) is not Relation.YES or other in kept)
            for other in others
            if not (member is INT and other is NUMBER)
        )
        if not absorbed:
            kept.append(member)
    return union(kept) if kept else union(types)


def explain(source: Type, target: Type) -> str:
    """Which member of an object type is in the way; empty when it is something else."""
    find: Callable[[str], Member | None]
    match source:
        case ClassOf(info):
            find = info.find
        case ObjectOf(shape):
            find = partial(find_in_shape, shape)
        case _:
            return ""
    match target:
        case ObjectOf(wanted_shape):
            wanted = wanted_shape.members
        case ClassOf(other) if Relation.NO is not relate(source, target):
            return f"{source} does not inherit from {other.name}"
        case ClassOf(other):
            wanted = other.all_members()
        case _:
            return ""
    for name, member in wanted.items():
        own = find(name)
        if _member(own, member, _NONE) is not Relation.YES:
            if own is None:
                return f"{source} has no `{name}`"
            if own.access is not Access.PUBLIC:
                return f"`{name}` of {source} is {own.access.value}"
            return f"`{name}` is {_described(own)} here and {_described(member)} there"
    return ""


def _described(member: Member) -> str:
    return f"{'' if member.kind is MemberKind.FIELD else member.kind.described + ' '}{member.type}"
