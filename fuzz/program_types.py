"""The types of random programs, and what a random program has declared."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Basic:
    """`number`, `int`, `string`, `boolean` or `unknown`."""

    name: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """`T[]`."""

    element: Type


@dataclass(frozen=True, slots=True)
class TupleOf:
    """`[A, B]`."""

    places: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """`A | B`: `number | string`, or something and `null` or `undefined`."""

    first: Type
    second: str


@dataclass(frozen=True, slots=True)
class Function:
    """`(x: A) => B`."""

    parameter: Type
    result: Type


@dataclass(slots=True, eq=False)
class ObjectModel:
    """A class or an interface: its fields and methods, inherited ones included. Methods take one parameter."""

    name: str
    base: ObjectModel | None = None
    is_interface: bool = False
    fields: dict[str, Type] = field(default_factory=dict)
    accessors: dict[str, Type] = field(default_factory=dict)
    methods: dict[str, Function] = field(default_factory=dict)
    settable: set[str] = field(default_factory=set)
    parameters: list[Type] = field(default_factory=list)
    implements: list[ObjectModel] = field(default_factory=list)

    def stands_for(self, other: ObjectModel) -> bool:
        """Whether objects of the class are objects of the other class or interface."""
        if self is other or other in self.implements:
            return True
        return self.base is not None and self.base.stands_for(other)


@dataclass(frozen=True, slots=True)
class ObjectOf:
    """An object of a class or interface."""

    model: ObjectModel


Type: TypeAlias = Basic | ListOf | TupleOf | Either | Function | ObjectOf

NUMBER, INT, STRING, BOOLEAN = Basic("number"), Basic("int"), Basic("string"), Basic("boolean")
UNKNOWN = Basic("unknown")


def spell(type_: Type) -> str:
    """The type as it is written."""
    match type_:
        case Basic(name):
            return name
        case ListOf(Either() | Function() as element):
            return f"({spell(element)})[]"
        case ListOf(element):
            return f"{spell(element)}[]"
        case TupleOf(places):
            return f"[{', '.join(spell(item) for item in places)}]"
        case Either(first, second):
            return f"{spell(first)} | {second}"
        case Function(parameter, result):
            return f"(x: {spell(parameter)}) => {spell(result)}"
        case ObjectOf(model):
            return model.name


def fits(source: Type, target: Type) -> bool:
    """Whether a value of the source type may stand where the target type is wanted."""
    match source, target:
        case _, Basic("unknown"):
            return True
        case Basic("int"), Basic("number"):
            return True
        case ObjectOf(own), ObjectOf(wanted):
            return own.stands_for(wanted)
        case ListOf(ObjectOf() | ListOf() as own_element), ListOf(ObjectOf() | ListOf() as wanted_element):
            return fits(own_element, wanted_element)
        case Function(own_parameter, own_result), Function(parameter, result):
            return fits(parameter, own_parameter) and fits(own_result, result)
        case Either(own_first, own_second), Either(first, second):
            return own_second == second and fits(own_first, first)
        case _, Either(first, second):
            return fits(source, first) or spell(source) == second
        case _:
            return source == target


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable that may be read here, and assigned unless it is constant."""

    name: str
    type: Type
    is_constant: bool = True


@dataclass(frozen=True, slots=True)
class Callable:
    """A function of the program. The parameters from `required` on may be left out; `rest` are those after them."""

    name: str
    parameters: tuple[Type, ...]
    result: Type
    is_async: bool = False
    required: int = 0
    rest: Type | None = None


@dataclass(slots=True)
class Known:
    """What may be used at a place of the program."""

    variables: list[Variable] = field(default_factory=list)
    functions: list[Callable] = field(default_factory=list)
    classes: list[ObjectModel] = field(default_factory=list)
    interfaces: list[ObjectModel] = field(default_factory=list)
    this: ObjectModel | None = None
    may_await: bool = False

    def inner(self, *variables: Variable, may_await: bool | None = None) -> Known:
        """What may be used inside of a block or function that has variables of its own."""
        return Known(
            [*self.variables, *variables],
            self.functions,
            self.classes,
            self.interfaces,
            self.this,
            self.may_await if may_await is None else may_await,
        )


def is_data(type_: Type) -> bool:
    """Whether values of the type hold no functions: a function that reads what it is assigned to might never end."""
    match type_:
        case Basic(name):
            return name != "unknown"
        case ListOf(element):
            return is_data(element)
        case TupleOf(places):
            return all(is_data(item) for item in places)
        case Either(first):
            return is_data(first)
        case _:
            return False
