"""Patterns that take values apart: in declarations, parameters and assignments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.descriptions import describe, describe_taken
from plait.frontend.next.lower.guarded import guarded_cleanup
from plait.frontend.next.lower.keys import write_key
from plait.frontend.next.lower.literals import named_value
from plait.frontend.next.lower.places import place_of, store_into
from plait.frontend.next.lower.properties import get_named
from plait.frontend.next.lower.variables import begin_variable, held_as
from plait.frontend.next.represent.held import LIST_TYPE, Held
from plait.isa.value_types import ANY


@dataclass(frozen=True, slots=True)
class Origin:
    """How messages name what a pattern takes apart.

    `source` is the text of the expression, `iterable` that for array patterns; by the value where empty. A part of an
    object pattern has the pattern's `source` and its `key`, every other part has none.
    """

    source: str | None = ""
    iterable: str = ""
    key: str = ""


PART: Final = Origin(None)


def origin_of(code: Code, value: Any) -> Origin:
    """The origin of a declaration's value."""
    return Origin(describe(code, value), describe_taken(code, value))


def declare_pattern(code: Code, target: Any, held: Held, origin: Origin = Origin()) -> None:
    """Write the beginning of the variables of a target whose value is on the stack."""
    _Taker(code, is_declaration=True).take(target, held, origin)


def assign_pattern(code: Code, target: Any, held: Held, origin: Origin = Origin()) -> None:
    """Write the assignment of the value on the stack to a target."""
    _Taker(code, is_declaration=False).take(target, held, origin)


def _default_iterable(code: Code, default: Any) -> str:
    return describe_taken(code, default) if isinstance(default, syntax.Call | syntax.New) else ""


class _Taker:
    """Takes values apart, for a declaration or an assignment."""

    __slots__ = ("code", "is_declaration")

    def __init__(self, code: Code, is_declaration: bool) -> None:
        self.code = code
        self.is_declaration = is_declaration

    def take(self, target: Any, held: Held, origin: Origin) -> None:
        """Give the value on the stack to a target."""
        match target:
            case syntax.ObjectPattern():
                self._object(target, held, origin)
            case syntax.ArrayPattern():
                self._array(target, held, origin)
            case syntax.Identifier() if self.is_declaration:
                variable = self.code.table.variable_of(target)
                if variable is None:
                    raise AssertionError(f"{target.name} is declared here")
                self.code.convert(held, held_as(variable))
                begin_variable(self.code, variable)
            case _:
                self.code.convert(held, Held.WORD)
                with self.code.temporary() as value, place_of(self.code, target) as place:
                    self.code.store(value)
                    self.code.load(value)
                    store_into(self.code, place, Held.WORD, target)

    def _given(self, element: syntax.PatternElement, load: Callable[[], None], origin: Origin) -> None:
        """Give a part the word that `load` writes; what a target in an assignment consists of is computed before."""
        target = element.target
        is_simple = isinstance(target, syntax.Identifier | syntax.ObjectPattern | syntax.ArrayPattern)
        if self.is_declaration or is_simple:
            load()
            self._default(element)
            if element.default is not None and not isinstance(target, syntax.Identifier):
                origin = Origin(describe(self.code, element.default), _default_iterable(self.code, element.default))
            self.take(target, Held.WORD, origin)
            return
        with place_of(self.code, target) as place:
            load()
            self._default(element)
            store_into(self.code, place, Held.WORD, target)

    def _default(self, element: syntax.PatternElement) -> None:
        """Write the value that stands in for the word on the stack if that is undefined."""
        code = self.code
        if element.default is not None:
            given = code.label()
            code.emit("DUP")
            code.undefined()
            code.emit("ANY_EQ")
            code.jump("JUMP_IF_FALSE", given)
            code.emit("POP")
            name = element.target.name if isinstance(element.target, syntax.Identifier) else ""
            code.convert(named_value(code, element.default, name), Held.WORD)
            code.place(given)

    def _object(self, pattern: syntax.ObjectPattern, held: Held, origin: Origin) -> None:
        code = self.code
        code.convert(held, Held.WORD)
        with code.temporary() as source:
            code.store(source)
            self._require_object(pattern, source, origin)
            rest = next((item for item in pattern.elements if item.is_rest), None)
            taken = code.take_list() if rest is not None else None
            for element in pattern.elements:
                if not element.is_rest:
                    self._property(source, element, taken, origin)
            if rest is not None and taken is not None:
                code.load(source)
                code.load(taken)
                code.library("restProperties")
                self.take(rest.target, Held.WORD, PART)

    def _require_object(self, pattern: syntax.ObjectPattern, source: int, origin: Origin) -> None:
        """Write the error of a pattern whose value is undefined or null.

        Where the first property is named, reading it is the error, unless the value has a name.
        """
        code = self.code
        first = pattern.elements[0] if pattern.elements else None
        name = (
            ""
            if first is None or not isinstance(first.name, syntax.Identifier | syntax.LiteralName)
            else first.name.name
        )
        text, key = origin.source, origin.key if first is None or not first.is_rest else ""
        targets = (syntax.Identifier, syntax.ObjectPattern, syntax.ArrayPattern)
        is_plain = first is None or isinstance(first.target, targets)
        if name and not is_plain:
            return
        if first is not None and name and not origin.key and text is not None:
            if first.default is not None and isinstance(first.target, syntax.Identifier):
                return
            key = name
            text = text if first.default is None else describe(code, first.default)
        elif name:
            return
        if origin.key and not key:
            text = None
        is_there = code.label()
        code.at(pattern)
        code.load(source)
        code.emit("ANY_IS_NULL")
        code.jump("JUMP_IF_FALSE", is_there)
        code.load(source)
        code.throws("cannotTakeApart" if text is None else "cannotDestructure", *(() if text is None else (key, text)))
        code.place(is_there)

    def _property(self, source: int, element: syntax.PatternElement, taken: int | None, origin: Origin) -> None:
        code = self.code
        name = element.name
        if isinstance(name, syntax.Identifier | syntax.LiteralName):
            if taken is not None:
                code.load(taken)
                code.key(name.name)
                code.emit("ARRAY_PUSH_ANY")
            part = PART if origin.source is None or origin.key else Origin(origin.source, "", name.name)
            self._given(element, lambda: get_named(code, source, name.name, element), part)
        elif name is not None:
            with code.temporary() as key:
                if isinstance(name, syntax.ComputedName):
                    code.computed_name()
                write_key(code, name)
                code.store(key)
                if taken is not None:
                    code.load(taken)
                    code.load(key)
                    code.emit("ARRAY_PUSH_ANY")

                def load() -> None:
                    code.at(element)
                    code.load(source)
                    code.load(key)
                    code.library("getElement")

                self._given(element, load, PART)

    def _array(self, pattern: syntax.ArrayPattern, held: Held, origin: Origin) -> None:
        """The parts are taken from the iterator one by one; those of a list by their index."""
        code = self.code
        if held is Held.LIST:
            with code.temporary(Held.LIST) as list_, code.temporary() as word:
                code.store(list_)
                code.load(list_)
                code.emit("BOX_REF")
                code.store(word)
                self._elements_of_list(pattern, list_, word)
            return
        code.convert(held, Held.WORD)
        with code.temporary() as iterator:
            code.at(pattern)
            if origin.key:
                code.text(origin.source or "")
                code.library("listOrIteratorIn")
            else:
                code.text(origin.iterable)
                code.library("listOrIterator")
            code.store(iterator)
            self._elements_of_iterator(pattern, iterator)

    def _elements_of_list(self, pattern: syntax.ArrayPattern, list_: int, word: int) -> None:
        code = self.code
        for index, element in enumerate(pattern.elements):
            if element is None:
                continue
            if element.is_rest:
                code.load(list_)
                code.emit("CONST_F64", float(index))
                code.library("restOfList")
                code.emit("BOX_REF")
                self.take(element.target, Held.WORD, PART)
                continue
            self._given(element, partial(self._element, word, index), PART)

    def _element(self, word: int, index: int) -> None:
        self.code.load(word)
        self.code.emit("CONST_F64", float(index))
        self.code.native("element.get")
        self.code.present()

    def _elements_of_iterator(self, pattern: syntax.ArrayPattern, iterator: int) -> None:
        """The parts by an iterator; the local may hold a list instead, of which nothing is to be closed."""
        code = self.code
        with code.temporary(Held.BOOLEAN) as is_done:
            self._is_list(iterator)
            code.store(is_done)

            def close() -> None:
                ended = code.label()
                code.load(is_done)
                code.jump("JUMP_IF_TRUE", ended)
                code.load(iterator)
                code.library("closeIterator")
                code.place(ended)

            def parts() -> None:
                for index, element in enumerate(pattern.elements):
                    if element is None:
                        self._next(iterator, is_done, index)
                        code.emit("POP")
                    elif element.is_rest:
                        self._given(element, partial(self._rest, iterator, is_done, index), PART)
                    else:
                        self._given(element, partial(self._next, iterator, is_done, index), PART)

            guarded_cleanup(code, parts, close)

    def _is_list(self, word: int) -> None:
        self.code.load(word)
        self.code.emit("ANY_IS", self.code.type_index(LIST_TYPE))

    def _next(self, iterator: int, is_done: int, index: int) -> None:
        """Write the next value of an iterator; undefined behind its end. While it steps it counts as ended.

        Of a list it is the element at the index.
        """
        code = self.code
        by_step, behind, done = code.label(), code.label(), code.label()
        self._is_list(iterator)
        code.jump("JUMP_IF_FALSE", by_step)
        self._element(iterator, index)
        code.jump("JUMP", done)
        code.place(by_step)
        code.load(is_done)
        code.jump("JUMP_IF_TRUE", behind)
        code.emit("CONST_TRUE")
        code.store(is_done)
        code.load(iterator)
        code.library("step")
        with code.temporary() as value:
            code.store(value)
            code.load(value)
            code.native("value.isAbsent")
            code.jump("JUMP_IF_TRUE", behind)
            code.emit("CONST_FALSE")
            code.store(is_done)
            code.load(value)
            code.jump("JUMP", done)
        code.place(behind)
        code.undefined()
        code.place(done)

    def _rest(self, iterator: int, is_done: int, index: int) -> None:
        code = self.code
        by_step, ended, again, done = code.label(), code.label(), code.label(), code.label()
        self._is_list(iterator)
        code.jump("JUMP_IF_FALSE", by_step)
        code.load(iterator)
        code.emit("UNBOX_REF", code.type_index(LIST_TYPE))
        code.emit("CONST_F64", float(index))
        code.library("restOfList")
        code.jump("JUMP", done)
        code.place(by_step)
        code.emit("NEW_ARRAY", code.type_index(ANY))
        with code.temporary(Held.LIST) as rest, code.temporary() as value:
            code.store(rest)
            code.load(is_done)
            code.jump("JUMP_IF_TRUE", ended)
            code.emit("CONST_TRUE")
            code.store(is_done)
            code.place(again)
            code.load(iterator)
            code.library("step")
            code.store(value)
            code.load(value)
            code.native("value.isAbsent")
            code.jump("JUMP_IF_TRUE", ended)
            code.load(rest)
            code.load(value)
            code.emit("ARRAY_PUSH_ANY")
            code.jump("JUMP", again)
            code.place(ended)
            code.load(rest)
        code.place(done)
        code.emit("BOX_REF")
