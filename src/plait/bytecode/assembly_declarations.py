"""Classes and interfaces in assembly text: their first lines and the directives that may follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from plait.bytecode.assembly_cursor import Cursor, Table, TypeNames, wrong
from plait.bytecode.assembly_text import AssemblyCode, AssemblyError, Token
from plait.bytecode.module import ClassDefinition, Field, InterfaceDefinition, Method, MethodSignature

MAX_INDEX = 0xFFFFFFFE
"""The greatest index that the binary form can hold where an index may be missing."""


@dataclass(frozen=True, slots=True)
class NamedFunction:
    """A directive that names a function; which one is known when all lines have been read."""

    name: str
    cursor: Cursor
    directive: Token

    def number(self, functions: Table) -> int:
        """The function's number. Raises `AssemblyError`."""
        number = _checked(self.directive, self.cursor.take_number("a function", functions))
        self.cursor.finish()
        return number


@dataclass(slots=True)
class InterfaceText:
    """What has been read of an interface."""

    name: str
    extends: tuple[int, ...] = ()
    fields: list[Field] = field(default_factory=list)
    methods: list[MethodSignature] = field(default_factory=list)

    def build(self) -> InterfaceDefinition:
        """The interface."""
        return InterfaceDefinition(self.name, self.extends, tuple(self.fields), tuple(self.methods))


@dataclass(slots=True)
class ClassText:
    """What has been read of a class."""

    name: str
    base: int | None = None
    interfaces: tuple[int, ...] = ()
    fields: list[Field] = field(default_factory=list)
    statics: list[Field] = field(default_factory=list)
    methods: list[NamedFunction] = field(default_factory=list)
    static_methods: list[NamedFunction] = field(default_factory=list)
    constructor: NamedFunction | None = None
    is_abstract: bool = False

    def build(self, functions: Table, report: Callable[[AssemblyError], None]) -> ClassDefinition:
        """The class; functions that cannot be found are reported."""

        def resolve(named: NamedFunction) -> int:
            try:
                return named.number(functions)
            except AssemblyError as error:
                report(error)
                return 0

        return ClassDefinition(
            self.name,
            self.base,
            tuple(self.fields),
            tuple(Method(method.name, resolve(method)) for method in self.methods),
            tuple(self.statics),
            tuple(Method(method.name, resolve(method)) for method in self.static_methods),
            None if self.constructor is None else resolve(self.constructor),
            self.interfaces,
            self.is_abstract,
        )


Section = ClassText | InterfaceText
"""What the directives of members belong to."""


def read_class(cursor: Cursor, first: Token, names: TypeNames) -> ClassText:
    """The rest of a `.class` line."""
    item = ClassText(cursor.take_name("the class's name").text)
    if cursor.skip_word("extends"):
        item.base = _checked(first, cursor.take_number("a class", names.classes))
    if cursor.skip_word("implements"):
        item.interfaces = _interfaces(cursor, first, names)
    cursor.finish()
    return item


def read_interface(cursor: Cursor, first: Token, names: TypeNames) -> InterfaceText:
    """The rest of an `.interface` line."""
    item = InterfaceText(cursor.take_name("the interface's name").text)
    if cursor.skip_word("extends"):
        item.extends = _interfaces(cursor, first, names)
    cursor.finish()
    return item


def read_field(cursor: Cursor, first: Token, section: Section | None) -> None:
    """The rest of a `.field` line."""
    if section is None:
        raise _misplaced(first, "a class or an interface")
    section.fields.append(_field(cursor))


def read_static(cursor: Cursor, first: Token, section: Section | None) -> None:
    """The rest of a `.static` line."""
    _class(first, section).statics.append(_field(cursor))


def read_method(cursor: Cursor, first: Token, section: Section | None) -> None:
    """The rest of a `.method` line."""
    match section:
        case InterfaceText():
            name = cursor.take_name("the method's name").text
            section.methods.append(MethodSignature(name, *cursor.take_signature()))
        case ClassText():
            section.methods.append(NamedFunction(cursor.take_name("the method's name").text, cursor, first))
        case None:
            raise _misplaced(first, "a class or an interface")


def read_static_method(cursor: Cursor, first: Token, section: Section | None) -> None:
    """The rest of a `.static_method` line."""
    methods = _class(first, section).static_methods
    methods.append(NamedFunction(cursor.take_name("the method's name").text, cursor, first))


def read_constructor(cursor: Cursor, first: Token, section: Section | None) -> None:
    """The rest of a `.constructor` line."""
    owner = _class(first, section)
    if owner.constructor is not None:
        raise wrong(first, "the class has its constructor already", code=AssemblyCode.TWICE)
    owner.constructor = NamedFunction("", cursor, first)


def read_abstract(cursor: Cursor, first: Token, section: Section | None) -> None:
    """The rest of an `.abstract` line."""
    _class(first, section).is_abstract = True
    cursor.finish()


MEMBER_DIRECTIVES: dict[str, Callable[[Cursor, Token, Section | None], None]] = {
    ".field": read_field,
    ".static": read_static,
    ".method": read_method,
    ".static_method": read_static_method,
    ".constructor": read_constructor,
    ".abstract": read_abstract,
}


def _class(first: Token, section: Section | None) -> ClassText:
    if not isinstance(section, ClassText):
        raise _misplaced(first, "a class")
    return section


def _misplaced(first: Token, where: str) -> AssemblyError:
    hint = "start one with .class" if where == "a class" else "start one with .class or .interface"
    return wrong(first, f"this belongs into {where}", hint, AssemblyCode.PLACE)


def _field(cursor: Cursor) -> Field:
    item = Field(cursor.take_name("the field's name").text, cursor.take_type())
    cursor.finish()
    return item


def _interfaces(cursor: Cursor, first: Token, names: TypeNames) -> tuple[int, ...]:
    found = [_checked(first, cursor.take_number("an interface", names.interfaces))]
    while cursor.skip_mark(","):
        found.append(_checked(first, cursor.take_number("an interface", names.interfaces)))
    return tuple(found)


def _checked(token: Token, number: int) -> int:
    if not 0 <= number <= MAX_INDEX:
        raise wrong(token, f"numbers of classes, interfaces and functions are from 0 to {MAX_INDEX}, not {number}")
    return number
