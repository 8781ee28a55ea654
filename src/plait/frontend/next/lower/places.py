"""Places that are read, assigned, updated and deleted: variables, properties, elements."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias, assert_never

from plait.frontend.codes import Code as Diagnosis
from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.names import load_global_object, load_name
from plait.frontend.next.lower.properties import get_element, get_named, set_element, set_named, write_index
from plait.frontend.next.lower.variables import assign_variable, held_as, load_this
from plait.frontend.next.represent.held import Held
from plait.frontend.next.represent.units import Parts, Variable


@dataclass(frozen=True, slots=True)
class VariablePlace:
    """A variable of the program."""

    variable: Variable
    name: syntax.Identifier


@dataclass(frozen=True, slots=True)
class NamePlace:
    """A name that no variable of the program has."""

    name: syntax.Identifier


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A property by its name, of the object in a local."""

    object: int
    name: str


@dataclass(frozen=True, slots=True)
class PrivatePlace:
    """A private member of the object in a local."""

    object: int
    key: str


@dataclass(frozen=True, slots=True)
class ElementPlace:
    """An element of the object in a local; its index is in a local, held as said. `element` is given if the object is
    probably a typed array.
    """

    object: int
    index: int
    held: Held
    element: int | None


@dataclass(frozen=True, slots=True)
class SuperPlace:
    """A property of what is inherited: the object where the search begins and the key are in locals. The key is a name,
    unless it is computed.
    """

    start: int
    key: int
    is_named: bool


Place: TypeAlias = VariablePlace | NamePlace | NamedPlace | PrivatePlace | ElementPlace | SuperPlace


@contextmanager
def place_of(code: Code, node: Any) -> Iterator[Place]:
    """Write the computation of what a place consists of: its object and its index."""
    match node:
        case syntax.Identifier():
            variable = code.table.variable_of(node) or _library_variable(code, node)
            yield NamePlace(node) if variable is None else VariablePlace(variable, node)
        case syntax.PropertyAccess(object=syntax.Super() as base, name=name):
            with code.temporary() as start, code.temporary() as key:
                super_start(code, base)
                code.store(start)
                code.key(name.name)
                code.store(key)
                yield SuperPlace(start, key, True)
        case syntax.ElementAccess(object=syntax.Super() as base, index=index):
            with code.temporary() as start, code.temporary() as key:
                super_start(code, base)
                code.store(start)
                code.word(index)
                code.library("toKey")
                code.store(key)
                yield SuperPlace(start, key, False)
        case syntax.PropertyAccess(object=object_, name=name):
            with code.temporary() as local:
                code.word(object_)
                code.store(local)
                if isinstance(name, syntax.PrivateName):
                    yield PrivatePlace(local, private_key(code, name))
                else:
                    yield NamedPlace(local, name.name)
        case syntax.ElementAccess(object=object_, index=index):
            with element_place(code, object_, index) as place:
                yield place
        case syntax.As() | syntax.AsConst() | syntax.Satisfies() | syntax.NonNull():
            with place_of(code, node.expression) as place:
                yield place
        case _:
            code.report(Diagnosis.EXPRESSION, node, "this cannot be assigned to")
            with code.temporary() as local:
                code.undefined()
                code.store(local)
                yield NamedPlace(local, "")


def _library_variable(code: Code, node: syntax.Identifier) -> Variable | None:
    """The variable of the library that a name in one of its bodies means."""
    declaration = code.program.declaration(node.name) if code.is_library else None
    return None if declaration is None else declaration.variable


@contextmanager
def element_place(code: Code, object_: Any, index: Any) -> Iterator[Place]:
    """Write the computation of an object and an index."""
    with code.temporary() as local:
        code.word(object_)
        code.store(local)
        if isinstance(index, syntax.StringLiteral) and not is_index(index.value):
            yield NamedPlace(local, index.value)
            return
        held = write_index(code, index)
        with code.temporary(held) as number:
            code.store(number)
            yield ElementPlace(local, number, held, code.program.expected.elements.get(object_))


def is_index(text: str) -> bool:
    """Whether a property's name may be the index of an element."""
    return text.isascii() and text.isdecimal()


def private_key(code: Code, name: syntax.PrivateName) -> str:
    """The key of a private name."""
    return code.table.private_keys.get(name, name.name)


def super_start(code: Code, node: syntax.Super) -> None:
    """Write the load of the object where the search for `super.name` begins."""
    home = code.table.supers.get(node)
    match home:
        case syntax.ObjectLiteral():
            load_part(code, home, Parts.HOME)
            code.library("superOf")
        case syntax.Class() if home.base is not None:
            load_part(code, home, Parts.BASE)
            if node not in code.table.static_supers:
                with code.temporary() as base:
                    code.store(base)
                    get_named(code, base, "prototype", node)
        case _:
            code.library("objectPrototype")


def load_part(code: Code, node: Any, part: Parts) -> None:
    """Write the load of a variable of the lowering's own."""
    load_name_of(code, code.table.parts[node, part])


def load_name_of(code: Code, variable: Variable) -> None:
    """Write the load of a variable as a word."""
    from_held = load_name(code, variable)
    code.convert(from_held, Held.WORD)


def load_from(code: Code, place: Place, node: syntax.Node) -> Held:
    """Write the load of a place's value."""
    match place:
        case VariablePlace(variable, name):
            return load_name(code, variable, name)
        case NamePlace(name):
            return code.value(name)
        case NamedPlace(object_, name):
            get_named(code, object_, name, node)
        case PrivatePlace(object_, key):
            code.at(node)
            code.load(object_)
            code.word_text(key)
            code.library("privateGet")
        case ElementPlace(object_, index, held, element):
            get_element(code, object_, index, held, node, element)
        case SuperPlace():
            _load_super(code, place, node)
        case _:
            assert_never(place)
    return Held.WORD


def _load_super(code: Code, place: SuperPlace, node: syntax.Node) -> None:
    """Write the load of `super.name` or `super[key]`: a value at once, what a getter gives by the library."""
    done = code.label()
    code.at(node)
    if place.is_named:
        code.load(place.start)
        code.load(place.key)
        code.native("property.get")
        code.absent_test()
        code.jump("JUMP_IF_FALSE", done)
        code.emit("POP")
    code.load(place.start)
    code.load(place.key)
    load_this(code)
    code.library("getFrom")
    code.place(done)


def held_at(place: Place) -> Held:
    """How values are held that are stored into a place."""
    return held_as(place.variable) if isinstance(place, VariablePlace) else Held.WORD


def _store_nowhere(code: Code, name: str, value: int, node: syntax.Node) -> None:
    """Write the assignment of a name that is no variable: to a property of the global object, or an error."""
    code.at(node)
    if not code.program.names_global_object:
        code.throws("notDefined", name)
        return
    load_global_object(code, node)
    code.key(name)
    code.load(value)
    code.library("setGlobalNamed")


def store_into(code: Code, place: Place, held: Held, node: syntax.Node) -> None:
    """Write the assignment of the top of the stack."""
    if isinstance(place, VariablePlace):
        assign_variable(code, place.variable, held, node)
        return
    code.convert(held, Held.WORD)
    with code.temporary() as value:
        code.store(value)
        match place:
            case NamePlace(name):
                _store_nowhere(code, name.name, value, node)
            case NamedPlace(object_, name):
                set_named(code, object_, name, value, node)
            case PrivatePlace(object_, key):
                code.at(node)
                code.load(object_)
                code.word_text(key)
                code.load(value)
                code.library("privateSet")
            case ElementPlace(object_, index, index_held, element):
                set_element(code, object_, index, index_held, value, node, element)
            case SuperPlace(start, key, _):
                code.at(node)
                code.load(start)
                code.load(key)
                code.load(value)
                load_this(code)
                code.library("setFrom")
            case _:
                assert_never(place)
