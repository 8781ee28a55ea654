"""Loops. Variables of a loop's head that closures capture are new in each turn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from plait.bytecode.builder import Label
from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code, Leaving
from plait.frontend.next.lower.descriptions import describe_iterable
from plait.frontend.next.lower.guarded import guarded_cleanup
from plait.frontend.next.lower.patterns import Origin, assign_pattern, declare_pattern
from plait.frontend.next.lower.statements import add_resource, names_in, with_resources
from plait.frontend.next.lower.variables import held_as, local_of, make_late
from plait.frontend.next.represent.held import LIST_TYPE, MACHINE, Held
from plait.frontend.next.represent.units import Storage, Variable

MOST_AROUND: Final = 400
"""How many loops, and other statements that are left in some way, stand in each other: more are too much to verify."""


def _enter(code: Code, break_label: Label | None, continue_label: Label) -> None:
    """Begin the body of a loop."""
    if len(code.surroundings) >= MOST_AROUND:
        raise code.too_large(f"more than {MOST_AROUND} loops and other statements stand in each other")
    names, code.labels = code.labels, ()
    code.surroundings.append(Leaving(names, break_label is not None, break_label, continue_label))


def _turn(
    code: Code,
    node: syntax.ForIn | syntax.ForOf,
    load: Callable[[], Held],
    break_label: Label | None,
    continue_label: Label,
) -> None:
    """Write a turn of a loop over values: `load` writes the value."""
    _enter(code, break_label, continue_label)

    def turn() -> None:
        _give(code, node.variable, load())
        code.statement(node.body)

    kind = _kind_of(node.variable)
    if kind.endswith("using"):
        with_resources(code, turn, kind == "await using")
    else:
        turn()
    code.surroundings.pop()


def _kind_of(head: Any) -> str:
    """How the head of a loop declares its variables; empty if it declares none."""
    return head.kind if isinstance(head, syntax.VariableStatement) else ""


def _body(code: Code, body: Any, break_label: Label | None, continue_label: Label) -> None:
    _enter(code, break_label, continue_label)
    code.statement(body)
    code.surroundings.pop()


def lower_while(code: Code, node: syntax.While) -> None:
    """`while (c) a`."""
    head, end = code.label(), code.label()
    code.place(head)
    code.branch(node.condition, end, False)
    _body(code, node.body, end, head)
    code.jump("JUMP", head)
    code.place(end)


def lower_do(code: Code, node: syntax.DoWhile) -> None:
    """`do a while (c)`."""
    head, condition, end = code.label(), code.label(), code.label()
    code.place(head)
    _body(code, node.body, end, condition)
    code.place(condition)
    if code.reachable:
        code.branch(node.condition, head, True)
    code.place(end)


def lower_for(code: Code, node: syntax.For) -> None:
    """`for (a; b; c) d`."""
    names, code.labels = code.labels, ()
    kind = _kind_of(node.initializer)
    if kind.endswith("using"):
        with_resources(code, lambda: _for(code, node, names), kind == "await using")
    else:
        _for(code, node, names)


def _for(code: Code, node: syntax.For, names: tuple[str, ...]) -> None:
    cells = _begin(code, node)
    head, following, end = code.label(), code.label(), code.label()
    code.place(head)
    if node.condition is not None:
        code.branch(node.condition, end, False)
    code.labels = names
    _body(code, node.body, end, following)
    code.place(following)
    for variable in cells:
        _renew(code, variable)
    if node.increment is not None and code.reachable:
        code.effect(node.increment)
    code.jump("JUMP", head)
    code.place(end)


def _begin(code: Code, node: syntax.For) -> list[Variable]:
    """Write the head's first part; the variables that are new in each turn."""
    match node.initializer:
        case None:
            return []
        case syntax.VariableStatement(kind=kind, declarators=declarators) as declared:
            code.statement(declared)
            if kind == "var":
                return []
            names = [name for declarator in declarators for name in names_in(declarator.target)]
            variables = [code.table.variable_of(name) for name in names]
            cells = [item for item in variables if item is not None and item.storage is Storage.CELL]
            for variable in cells:
                _renew(code, variable)
            return cells
        case expression:
            code.effect(expression)
            return []


def _renew(code: Code, variable: Variable) -> None:
    """Write the change to a new cell with the same content."""
    code.load(local_of(code, variable))
    code.emit("CELL_GET")
    code.emit("NEW_CELL", code.type_index(MACHINE[held_as(variable)]))
    code.store(local_of(code, variable))


def _give(code: Code, variable: Any, held: Held) -> None:
    """Write the assignment of a turn's value, which is on the stack, to the variable of a head."""
    match variable:
        case syntax.VariableStatement(kind="var", declarators=declarators):
            assign_pattern(code, declarators[0].target, held)
        case syntax.VariableStatement(kind=kind, declarators=declarators):
            for name in names_in(declarators[0].target):
                begun = code.table.variable_of(name)
                if begun is not None:
                    make_late(code, begun)
            if kind.endswith("using"):
                add_resource(code, variable, held)
            declare_pattern(code, declarators[0].target, held, Origin(".for", ".for"))
        case target:
            assign_pattern(code, target, held)


def lower_for_of(code: Code, node: syntax.ForOf) -> None:
    """`for (const x of xs) a`: over the elements of a list, and over a text, by their index, over all else by an
    iterator.
    """
    names, code.labels = code.labels, ()
    if node.is_await:
        _for_await(code, node, names)
        return
    held = code.value(node.iterable)
    if held is Held.STRING:
        _over_text(code, node, names)
        return
    with code.temporary() as iterable, code.temporary(Held.LIST) as list_, code.temporary(Held.NUMBER) as index:
        code.convert(held, Held.WORD)
        code.store(iterable)
        code.emit("CONST_F64", 0.0)
        code.store(index)
        _prepare(code, node, iterable, list_, is_list=held is Held.LIST)
        _turns(code, node, names, iterable, list_, index, is_list=held is Held.LIST)


def _over_text(code: Code, node: syntax.ForOf, names: tuple[str, ...]) -> None:
    """Write a loop over the code points of the text on the stack, each as a text."""
    head, following, end = code.label(), code.label(), code.label()
    with (
        code.temporary(Held.STRING) as text,
        code.temporary(Held.INTEGER) as index,
        code.temporary(Held.STRING) as value,
    ):
        code.store(text)
        code.integer(0)
        code.store(index)
        code.place(head)
        code.load(index)
        code.load(text)
        code.emit("STRING_LENGTH")
        code.emit("ILT")
        code.jump("JUMP_IF_FALSE", end)
        code.load(text)
        code.load(index)
        code.native("string.codePointAt")
        code.native("string.fromCodePoint")
        code.store(value)
        code.load(index)
        code.load(value)
        code.emit("STRING_LENGTH")
        code.emit("IADD")
        code.store(index)

        def load() -> Held:
            code.load(value)
            return Held.STRING

        code.labels = names
        _turn(code, node, load, end, following)
        code.place(following)
        code.jump("JUMP", head)
        code.place(end)


def _prepare(code: Code, node: syntax.ForOf, iterable: int, list_: int, is_list: bool) -> None:
    """Write the list into its local; null if it is something else, of which the iterator then stands in the other."""
    if is_list:
        code.load(iterable)
        code.emit("UNBOX_REF", code.type_index(LIST_TYPE))
        code.store(list_)
        return
    other, ready = code.label(), code.label()
    code.load(iterable)
    code.emit("ANY_IS", code.type_index(LIST_TYPE))
    code.jump("JUMP_IF_FALSE", other)
    code.load(iterable)
    code.emit("UNBOX_REF", code.type_index(LIST_TYPE))
    code.store(list_)
    code.jump("JUMP", ready)
    code.place(other)
    code.at(node.iterable)
    code.load(iterable)
    code.text(describe_iterable(code, node.iterable))
    code.library("iteratorOf")
    code.store(iterable)
    code.null(LIST_TYPE)
    code.store(list_)
    code.place(ready)


def _turns(
    code: Code,
    node: syntax.ForOf,
    names: tuple[str, ...],
    iterable: int,
    list_: int,
    index: int,
    is_list: bool,
) -> None:
    head, behind, end = code.label(), code.label(), code.label()
    with code.temporary() as value:
        code.place(head)
        _next_value(code, node, iterable, list_, index, value, behind, is_list)

        def load() -> Held:
            code.load(value)
            return Held.WORD

        def body() -> None:
            code.labels = names
            turn = code.label()
            _turn(code, node, load, end if is_list else None, turn)
            code.place(turn)

        if is_list:
            body()
            code.jump("JUMP", head)
            code.place(end)
        else:
            code.surroundings.append(Leaving(names, True, end, None))
            _closing(code, body, iterable, list_, head, "closeIterator")
            code.surroundings.pop()
            code.place(end)
    code.place(behind)


def _closing(code: Code, body: Any, iterable: int, list_: int | None, head: Label, close_name: str) -> None:
    """Write a turn that closes the iterator when it is left by a jump or an error, but not when it goes on."""
    with code.temporary(Held.BOOLEAN) as goes_on:

        def close() -> None:
            done = code.label()
            code.load(goes_on)
            code.jump("JUMP_IF_TRUE", done)
            if list_ is not None:
                code.load(list_)
                code.emit("IS_NULL")
                code.jump("JUMP_IF_FALSE", done)
            code.load(iterable)
            code.library(close_name)
            code.place(done)

        def turn() -> None:
            body()
            code.emit("CONST_TRUE")
            code.store(goes_on)

        code.emit("CONST_FALSE")
        code.store(goes_on)
        guarded_cleanup(code, turn, close)
        code.load(goes_on)
        code.jump("JUMP_IF_TRUE", head)


def _fill_hole(code: Code, list_: int, index: int, value: int) -> None:
    """Write the look-up of an element that is none of the list itself."""
    there = code.label()
    code.load(value)
    code.native("value.isAbsent")
    code.jump("JUMP_IF_FALSE", there)
    code.load(list_)
    code.emit("BOX_REF")
    code.load(index)
    code.emit("BOX_F64")
    code.library("getElement")
    code.store(value)
    code.place(there)


def _next_value(
    code: Code, node: syntax.ForOf, iterable: int, list_: int, index: int, value: int, behind: Label, is_list: bool
) -> None:
    """Write the next value into its local, or a jump behind the loop."""
    by_iterator, there = code.label(), code.label()
    if not is_list:
        code.load(list_)
        code.emit("IS_NULL")
        code.jump("JUMP_IF_TRUE", by_iterator)
    code.load(index)
    code.load(list_)
    code.emit("ARRAY_LENGTH")
    code.emit("I32_TO_F64")
    code.emit("FLT")
    code.jump("JUMP_IF_FALSE", behind)
    code.load(list_)
    code.load(index)
    code.emit("F64_TO_INDEX")
    code.emit("ARRAY_GET_ANY")
    code.store(value)
    _fill_hole(code, list_, index, value)
    code.load(index)
    code.emit("CONST_F64", 1.0)
    code.emit("FADD")
    code.store(index)
    if is_list:
        return
    code.jump("JUMP", there)
    code.place(by_iterator)
    code.at(node.iterable)
    code.load(iterable)
    code.library("step")
    code.store(value)
    code.load(value)
    code.native("value.isAbsent")
    code.jump("JUMP_IF_TRUE", behind)
    code.place(there)


def _for_await(code: Code, node: syntax.ForOf, names: tuple[str, ...]) -> None:
    head, behind, end = code.label(), code.label(), code.label()
    with code.temporary() as iterator, code.temporary() as value:
        code.word(node.iterable)
        code.at(node.iterable)
        code.text(describe_iterable(code, node.iterable))
        code.library("asyncIteratorOf")
        code.store(iterator)
        code.place(head)
        code.load(iterator)
        code.library("asyncStep")
        code.store(value)
        code.load(value)
        code.native("value.isAbsent")
        code.jump("JUMP_IF_TRUE", behind)

        def load() -> Held:
            code.load(value)
            return Held.WORD

        def body() -> None:
            code.labels = names
            turn = code.label()
            _turn(code, node, load, None, turn)
            code.place(turn)

        code.surroundings.append(Leaving(names, True, end, None))
        _closing(code, body, iterator, None, head, "closeAsyncIterator")
        code.surroundings.pop()
        code.place(end)
    code.place(behind)


def lower_for_in(code: Code, node: syntax.ForIn) -> None:
    """`for (const k in o) a`."""
    names, code.labels = code.labels, ()
    head, following, end = code.label(), code.label(), code.label()
    with code.temporary() as object_, code.temporary(Held.LIST) as keys, code.temporary(Held.NUMBER) as index:
        code.word(node.object)
        code.store(object_)
        code.load(object_)
        code.library("keysForIn")
        code.store(keys)
        code.emit("CONST_F64", 0.0)
        code.store(index)
        code.place(head)
        code.load(index)
        code.load(keys)
        code.emit("ARRAY_LENGTH")
        code.emit("I32_TO_F64")
        code.emit("FLT")
        code.jump("JUMP_IF_FALSE", end)
        with code.temporary() as key:
            code.load(keys)
            code.load(index)
            code.emit("F64_TO_INDEX")
            code.emit("ARRAY_GET_ANY")
            code.store(key)
            code.load(object_)
            code.load(key)
            code.library("isStillThere")
            code.jump("JUMP_IF_FALSE", following)

            def load() -> Held:
                code.load(key)
                code.convert(Held.WORD, Held.STRING)
                return Held.STRING

            code.labels = names
            _turn(code, node, load, end, following)
        code.place(following)
        code.load(index)
        code.emit("CONST_F64", 1.0)
        code.emit("FADD")
        code.store(index)
        code.jump("JUMP", head)
    code.place(end)
