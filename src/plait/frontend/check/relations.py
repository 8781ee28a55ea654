"""Which types fit where: as TypeScript sees it, and whether the machine holds them alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from functools import partial
from typing import Final

from plait.frontend.check.accessors import find_in_shape
from plait.frontend.check.assumptions import Questions
from plait.frontend.check.held import is_held_by_reference, nullable
from plait.frontend.check.members import Access, ClassInfo, Member, MemberKind, Shape
from plait.frontend.check.shape_index import Fitting, names_of_class, names_of_shape
from plait.frontend.check.types import (
    INT,
    INVALID,
    NEVER,
    NULLISH,
    NUMBER,
    TEXT,
    UNDEFINED,
    UNKNOWN,
    VOID,
    ArrayOf,
    ClassOf,
    EnumOf,
    FunctionOf,
    ObjectOf,
    PromiseOf,
    Simple,
    TupleOf,
    Type,
    UnionOf,
    members_of,
    plain,
    union,
)
from plait.frontend.compilation import spend


class Relation(IntEnum):
    """Whether a value of one type fits where another is wanted. The smaller one of two decides."""

    NO = 0
    """TypeScript refuses it."""
    NOT_YET = 1
    """TypeScript takes it, but the machine holds the two in different ways."""
    YES = 2


def same_type(a: Type, b: Type) -> bool:
    """Whether two types are the same, object types compared by their members."""
    return a == b or _SAME.ask(a, b)


def _same(a: Type, b: Type) -> bool:
    match a, b:
        case (ArrayOf(x), ArrayOf(y)) | (PromiseOf(x), PromiseOf(y)):
            return same_type(x, y)
        case UnionOf(xs), UnionOf(ys):
            return len(xs) == len(ys) and all(x in b.kinds or any(same_type(x, y) for y in ys) for x in xs)
        case FunctionOf(), FunctionOf():
            return _same_function(a, b)
        case ObjectOf(first), ObjectOf(second):
            return _same_shape(first, second)
        case _:
            return False


def _same_function(a: FunctionOf, b: FunctionOf) -> bool:
    if len(a.parameters) != len(b.parameters) or a.optional != b.optional or (a.rest is None) != (b.rest is None):
        return False
    if a.rest is not None and b.rest is not None and not same_type(a.rest, b.rest):
        return False
    return same_type(a.result, b.result) and all(map(same_type, a.parameters, b.parameters))


def _same_shape(a: Shape, b: Shape) -> bool:
    if a.members.keys() != b.members.keys():
        return False
    return all(
        one.kind is b.members[name].kind
        and one.is_optional == b.members[name].is_optional
        and same_type(one.type, b.members[name].type)
        for name, one in a.members.items()
    )


def held_alike(a: Type, b: Type) -> bool:
    """Whether values of both types are held in the same way."""
    if a == b:
        return True
    a, b = essence(a), essence(b)
    return a == b or _ALIKE.ask(a, b)


def _alike(a: Type, b: Type) -> bool:
    match a, b:
        case (ArrayOf(x), ArrayOf(y)) | (PromiseOf(x), PromiseOf(y)):
            return held_alike(x, y)
        case FunctionOf(), FunctionOf():
            return _alike_functions(a, b)
        case ObjectOf(first), ObjectOf(second) if min(first.number, second.number) >= 0:
            return first.number == second.number
        case ObjectOf(first), ObjectOf(second):
            return first.members.keys() == second.members.keys() and all(
                (one.kind is MemberKind.METHOD) == (second.members[name].kind is MemberKind.METHOD)
                and held_alike(one.type, second.members[name].type)
                for name, one in first.members.items()
            )
        case _:
            return False


def _alike_functions(a: FunctionOf, b: FunctionOf) -> bool:
    if len(a.parameters) != len(b.parameters) or (a.rest is None) != (b.rest is None):
        return False
    if a.rest is not None and b.rest is not None and not held_alike(a.rest, b.rest):
        return False
    return held_alike(a.result, b.result) and all(map(held_alike, a.parameters, b.parameters))


def essence(type_: Type) -> Type:
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
    if source == target or source is INVALID or target is INVALID:
        return Relation.YES
    if source is VOID:
        return Relation.NOT_YET if target is UNKNOWN else Relation.NO
    if target is VOID:
        return Relation.NOT_YET if source in (UNDEFINED, NEVER) else Relation.NO
    if target is UNKNOWN or source is NEVER:
        return Relation.YES
    if isinstance(source, EnumOf) and target is plain(source):
        return Relation.YES
    if isinstance(source, Simple) and isinstance(target, Simple):
        # To TypeScript an int is a number.
        is_number = source is NUMBER and target is INT
        return Relation.YES if source is INT and target is NUMBER else Relation(is_number * Relation.NOT_YET)
    return _RELATED.ask(source, target)


def _relate(source: Type, target: Type) -> Relation:
    match source, target:
        case UnionOf(members), _:
            return _smallest(members, target)
        case _, UnionOf(members):
            return Relation.YES if source in target.kinds else _largest(source, members)
        case ArrayOf(x), ArrayOf(y):
            found = relate(x, y)
            return found if _elements_can_be_alike(x, y) else min(found, Relation.NOT_YET)
        case PromiseOf(x), PromiseOf(y):
            found = relate(x, y)
            return found if held_alike(x, y) else min(found, Relation.NOT_YET)
        case ClassOf(info), ClassOf(other):
            if info.inherits(other):
                return Relation.YES
            return min(_members(info.find, other.all_members()), Relation.NOT_YET)
        case ClassOf(info), ObjectOf(shape):
            return Relation.YES if _says_it_implements(info, shape) else _members(info.find, shape.members)
        case ObjectOf(shape), ObjectOf(other_shape):
            return _members(partial(find_in_shape, shape), other_shape.members)
        case ObjectOf(shape), ClassOf(info):
            return min(_members(partial(find_in_shape, shape), info.all_members()), Relation.NOT_YET)
        case FunctionOf(), FunctionOf():
            return _functions(source, target)
        case (EnumOf(info), _) | (_, EnumOf(info)) if {source, target} & {NUMBER, INT} and not info.is_text:
            return Relation.NOT_YET
        case ((Simple() | ArrayOf() | FunctionOf() | PromiseOf() | TupleOf() | EnumOf()), ObjectOf(shape)):
            return Relation.NOT_YET if _library_has(source, shape) else Relation.NO
        case _, ObjectOf(shape) if not shape.members and source not in NULLISH:
            return Relation.NOT_YET
        case _:
            return Relation.NO


def _library_has(source: Type, shape: Shape) -> bool:
    """Whether a value that is no object has properties with the names that an object type asks for, one at least."""
    is_function, is_list = isinstance(source, FunctionOf), isinstance(source, ArrayOf | TupleOf)
    known = {"toString", "valueOf"} | ({"name"} if is_function else set())
    if source is TEXT or is_function or is_list:
        known.add("length")
    wanted = {name for name, member in shape.members.items() if not member.is_optional}
    return source not in NULLISH and wanted <= known and (not shape.members or bool(known & shape.members.keys()))


def _smallest(members: tuple[Type, ...], target: Type) -> Relation:
    result = Relation.YES
    for member in members:
        result = min(result, relate(member, target))
        if result is Relation.NO:
            break
    return result


def _largest(source: Type, members: tuple[Type, ...]) -> Relation:
    result = Relation.NO
    for member in members:
        result = max(result, relate(source, member))
        if result is Relation.YES:
            break
    return result


_SAME: Final = Questions(_same, best=True, worst=False)
_ALIKE: Final = Questions(_alike, best=True, worst=False)
_RELATED: Final = Questions(_relate, best=Relation.YES, worst=Relation.NO)


def relate_members(info: ClassInfo, shape: Shape) -> Relation:
    """Whether objects of a class have what an object type asks for, whatever the class says of itself."""
    return _members(info.find, shape.members)


def _says_it_implements(info: ClassInfo, shape: Shape) -> bool:
    """Whether a class says that it implements an object type, or one that includes it.

    That this is true is checked at its declaration. It is not asked here, because the result of a method may depend on
    it: `visit(node: Node) { return node.accept(this); }`.
    """
    if any(shape in ancestor.interfaces for ancestor in info.ancestors()):
        return True
    return any(
        relate(ObjectOf(own), ObjectOf(shape)) is Relation.YES
        for ancestor in info.ancestors()
        for own in ancestor.interfaces
    )


def _elements_can_be_alike(x: Type, y: Type) -> bool:
    """Whether arrays of the one and of the other hold their elements alike, or do as soon as both hold words."""
    if isinstance(x, ArrayOf) and isinstance(y, ArrayOf):
        return _elements_can_be_alike(x.element, y.element)
    return held_alike(x, y) or (_can_be_word(x) and _can_be_word(y))


def _can_be_word(element: Type) -> bool:
    return essence(element) is UNKNOWN or all(
        isinstance(member, ClassOf | ObjectOf) or member in NULLISH for member in members_of(element)
    )


def _members(find: Callable[[str], Member | None], wanted: dict[str, Member]) -> Relation:
    """Whether an object whose members `find` gives has the wanted ones."""
    result = Relation.YES
    found_any = False
    spend(len(wanted) // 4)
    for name, member in wanted.items():
        own = find(name)
        found_any = found_any or own is not None
        result = min(result, _member(own, member))
        if result is Relation.NO:
            return result
    is_weak = bool(wanted) and all(member.is_optional for member in wanted.values())
    return Relation.NO if is_weak and not found_any else result


def _member(own: Member | None, wanted: Member) -> Relation:
    if own is None:
        return Relation.YES if wanted.is_optional else Relation.NO
    if own.access is not Access.PUBLIC or wanted.access is not Access.PUBLIC or own.name.startswith("#"):
        return Relation.YES if own is wanted else Relation.NO
    if own.is_optional and not wanted.is_optional:
        return Relation.NO
    if own.kind is MemberKind.METHOD and wanted.kind is MemberKind.METHOD:
        return _methods(own, wanted)
    found = relate(own.type, wanted.type)
    if wanted.kind is MemberKind.FIELD:
        if own.kind is MemberKind.FIELD:
            return found
        if own.getter is not None and not wanted.is_optional and held_alike(own.type, wanted.type):
            return found
    return min(found, Relation.NOT_YET)


def stands_directly(own: Member | None, wanted: Member) -> bool:
    """Whether a property of an object is read and written as an object type says, without methods between."""
    return own is not None and own.kind is MemberKind.FIELD and held_alike(own.type, wanted.type)


def _methods(own: Member, wanted: Member) -> Relation:
    if not isinstance(own.type, FunctionOf) or not isinstance(wanted.type, FunctionOf):
        return Relation.NO
    found = method_relation(own.type, wanted.type)
    if own.is_optional or wanted.is_optional:
        return min(found, Relation.NOT_YET)
    return found


def method_relation(own: FunctionOf, wanted: FunctionOf) -> Relation:
    """Whether a method may stand for another. Parameters are related both ways, as TypeScript does with methods."""
    required = len(own.parameters) - own.optional
    if required > len(wanted.parameters):
        return Relation.NO
    result = Relation.YES
    if wanted.result is not VOID:
        result = relate(own.result, wanted.result)
    if own.rest is not None or wanted.rest is not None:
        return min(result, _alike_rest(own, wanted))
    for mine, theirs in zip(own.parameters, wanted.parameters, strict=False):
        result = min(result, max(relate(theirs, mine), relate(mine, theirs)))
    return result


def _alike_rest(own: FunctionOf, wanted: FunctionOf) -> Relation:
    """Methods with rest parameters must be held alike."""
    alike = _alike_functions(own, FunctionOf(wanted.parameters, own.result, wanted.optional, wanted.rest))
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
    if relate(source, target) is not Relation.YES:
        return False
    a, b = essence(source), essence(target)
    return (isinstance(a, ClassOf) and isinstance(b, ClassOf | ObjectOf)) or held_alike(source, target)


def _functions(source: FunctionOf, target: FunctionOf) -> Relation:
    """Whether a function value fits; the machine takes closures of exactly the same signature."""
    required = len(source.parameters) - source.optional
    if required > len(target.parameters) and target.rest is None:
        return Relation.NO
    found = Relation.YES
    if target.result is not VOID:
        found = relate(source.result, target.result)
    for mine, theirs in zip(source.parameters, target.parameters, strict=False):
        found = min(found, relate(theirs, mine))
    if found is Relation.NO:
        return found
    return Relation.YES if _alike_functions(source, target) else Relation.NOT_YET


def reduced_union(types: list[Type]) -> Type:
    """The union of the types without those that another one includes: the type of several values together."""
    members = members_of(union(types))
    wider = _Wider(members)
    kept: dict[Type, None] = {}
    for member in members:
        is_absorbed = any(
            relate(member, other) is Relation.YES and (relate(other, member) is not Relation.YES or other in kept)
            for other in wider.of(member)
        )
        if not is_absorbed:
            kept[member] = None
    return union(kept) if kept else union(types)


class _Wider:
    """The members of a union that may include another: of many objects only those with members that it has too."""

    def __init__(self, members: tuple[Type, ...]) -> None:
        spend(len(members))
        self._members = frozenset(members)
        self._alike: dict[type, list[Type]] = {}
        for member in members:
            self._alike.setdefault(type(member), []).append(member)
        shapes = [member.shape for member in members if isinstance(member, ObjectOf)]
        self._fitting = Fitting(shapes) if len(shapes) > _FEW else None

    def of(self, member: Type) -> Iterator[Type]:
        """Those that may include a member."""
        match member:
            case ClassOf(info):
                bases = map(ClassOf, info.ancestors())
                yield from (other for other in bases if other is not member and other in self._members)
                yield from self._objects(member, names_of_class(info))
            case ObjectOf(shape):
                yield from self._objects(member, names_of_shape(shape))
            case EnumOf():
                yield from {plain(member)} & self._members
            case ArrayOf() | PromiseOf() | FunctionOf():
                yield from (other for other in self._alike[type(member)] if other is not member)
            case _:
                pass

    def _objects(self, member: Type, names: Iterator[str]) -> Iterator[Type]:
        objects: Iterable[Type] = self._alike.get(ObjectOf, [])
        if self._fitting is not None:
            objects = map(ObjectOf, self._fitting.candidates(names))
        yield from (other for other in objects if other is not member)


_FEW: Final = 4
"""Object types that are compared with all others: fewer than an index is worth."""


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
        if _member(own, member) is not Relation.YES:
            if own is None:
                return f"{source} has no `{name}`"
            if own.access is not Access.PUBLIC:
                return f"`{name}` of {source} is {own.access.value}"
            return f"`{name}` is {_described(own)} here and {_described(member)} there"
    return ""


def _described(member: Member) -> str:
    return f"{'' if member.kind is MemberKind.FIELD else member.kind.described + ' '}{member.type}"
