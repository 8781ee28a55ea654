"""Assignments, updates, reads of properties, optional chains, `delete`, `typeof`."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from plait.frontend.codes import Code as Diagnosis
from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.descriptions import describe
from plait.frontend.next.lower.literals import named_value
from plait.frontend.next.lower.names import (
    GLOBAL_OBJECT,
    VALUES,
    imported_member,
    library_meaning,
    load_global_object,
)
from plait.frontend.next.lower.operators import apply, logical, lower_unary, may_be_bigint
from plait.frontend.next.lower.patterns import Origin, assign_pattern
from plait.frontend.next.lower.places import NamePlace, Place, is_index, load_from, place_of, private_key, store_into
from plait.frontend.next.lower.properties import get_element, get_property, leave_chain, leave_chain_with, write_index
from plait.frontend.next.lower.typed_numbers import apply_typed, operand_of, operation_kind, step
from plait.frontend.next.lower.variables import load_this, load_variable
from plait.frontend.next.represent.flows import LOGICAL
from plait.frontend.next.represent.held import NUMERIC, Held
from plait.frontend.next.represent.units import Variable


def lower_assignment(code: Code, node: syntax.Assignment) -> Held:
    """`a = b`, `a += b`, `a ??= b` for its value."""
    target = node.target
    if isinstance(target, syntax.ObjectPattern | syntax.ArrayPattern):
        held = code.value(node.value)
        with code.temporary(held) as value:
            code.store(value)
            code.load(value)
            assign_pattern(code, target, held, Origin(describe(code, node.value)))
            code.load(value)
        return held
    if node.operator == "=":
        with place_of(code, target) as place:
            name = target.name if isinstance(target, syntax.Identifier) else ""
            held = named_value(code, node.value, name) if name else code.value(node.value)
            return _store_and_keep(code, place, held, node)
    operator = node.operator[:-1]
    if operator in LOGICAL:
        return _logical(code, node, operator)
    with place_of(code, target) as place:
        return _store_and_keep(code, place, _combined(code, node, operator, place), node)


def _combined(code: Code, node: syntax.Assignment, operator: str, place: Place) -> Held:
    """Write what `a += b` assigns."""
    left = load_from(code, place, node.target)
    kind = operation_kind(code, node)
    if kind is not None:
        right = partial(operand_of, code, node.value, kind)
        return apply_typed(code, node, operator, kind, left, right, (node.target, node.value))
    held = apply(code, node, operator, left, lambda: code.value(node.value))
    kind = code.program.flows_in(code.table).numbers.targets.get(node.target)
    if kind is None:
        return held
    code.at(node)
    code.convert(held, kind)
    return kind


def _store_and_keep(code: Code, place: Any, held: Held, node: syntax.Node) -> Held:
    if held is Held.INTEGER:
        code.convert(held, Held.NUMBER)
        held = Held.NUMBER
    with code.temporary(held) as value:
        code.store(value)
        code.load(value)
        store_into(code, place, held, node)
        code.load(value)
    return held


def _logical(code: Code, node: syntax.Assignment, operator: str) -> Held:
    """`a &&= b`: assigns only if it must; the value of the whole is the old one or the new."""
    flows = code.program.flows_in(code.table)
    wanted = flows.held(code.table, node) or Held.WORD
    if wanted is Held.INTEGER:
        wanted = Held.NUMBER
    with place_of(code, node.target) as place:

        def assigned() -> Held:
            name = node.target.name if isinstance(node.target, syntax.Identifier) else ""
            held = named_value(code, node.value, name) if name else code.value(node.value)
            return _store_and_keep(code, place, held, node)

        return logical(code, operator, lambda: load_from(code, place, node.target), assigned, wanted)


def effect_assignment(code: Code, node: syntax.Assignment) -> None:
    """An assignment whose value nobody wants."""
    target = node.target
    if isinstance(target, syntax.ObjectPattern | syntax.ArrayPattern):
        assign_pattern(code, target, code.value(node.value), Origin(describe(code, node.value)))
        return
    operator = node.operator[:-1]
    if operator in LOGICAL:
        _logical(code, node, operator)
        code.emit("POP")
        return
    with place_of(code, target) as place:
        if node.operator == "=":
            name = target.name if isinstance(target, syntax.Identifier) else ""
            held = named_value(code, node.value, name) if name else code.value(node.value)
        else:
            held = _combined(code, node, operator, place)
        store_into(code, place, held, node)


def lower_update(code: Code, node: syntax.Update) -> Held:
    """`++x`, `x--` for its value."""
    kind = operation_kind(code, node)
    if kind is not None:
        return _update_typed(code, node, kind)
    if may_be_bigint(code, node):
        return _update_word(code, node)
    with place_of(code, node.operand) as place, code.temporary(Held.NUMBER) as old:
        code.to_number(load_from(code, place, node.operand))
        code.store(old)
        code.load(old)
        _step(code, node)
        if node.is_prefix:
            code.store(old)
            code.load(old)
        store_into(code, place, Held.NUMBER, node)
        code.load(old)
    return Held.NUMBER


def _update_typed(code: Code, node: syntax.Update, kind: Held) -> Held:
    """An update of an int or a long."""
    with place_of(code, node.operand) as place, code.temporary(kind) as old:
        code.convert(load_from(code, place, node.operand), kind)
        code.store(old)
        code.load(old)
        step(code, node, kind)
        if node.is_prefix:
            code.store(old)
            code.load(old)
        store_into(code, place, kind, node)
        code.load(old)
    return kind


def _update_word(code: Code, node: syntax.Update) -> Held:
    """An update of what may be a bigint."""
    with place_of(code, node.operand) as place, code.temporary() as old:
        code.convert(load_from(code, place, node.operand), Held.WORD)
        code.at(node)
        code.library("toNumeric")
        code.store(old)
        code.load(old)
        code.emit("CONST_F64", 1.0 if node.operator == "++" else -1.0)
        code.library("stepped")
        if node.is_prefix:
            code.store(old)
            code.load(old)
        store_into(code, place, Held.WORD, node)
        code.load(old)
    return Held.WORD


def _step(code: Code, node: syntax.Update) -> None:
    code.emit("CONST_F64", 1.0)
    code.emit("FADD" if node.operator == "++" else "FSUB")


def effect_update(code: Code, node: syntax.Update) -> None:
    """An update whose value nobody wants."""
    kind = operation_kind(code, node)
    if kind is not None:
        with place_of(code, node.operand) as place:
            code.convert(load_from(code, place, node.operand), kind)
            step(code, node, kind)
            store_into(code, place, kind, node)
        return
    if may_be_bigint(code, node):
        _update_word(code, node)
        code.emit("POP")
        return
    with place_of(code, node.operand) as place:
        code.to_number(load_from(code, place, node.operand))
        _step(code, node)
        store_into(code, place, Held.NUMBER, node)


# Reading.


def lower_property(code: Code, node: syntax.PropertyAccess) -> Held:
    """`a.b`, `a?.b`, `a.#b`, `super.b`."""
    if isinstance(node.name, syntax.PrivateName):
        return _private_property(code, node, node.name)
    member = imported_member(code, node)
    if isinstance(member, Variable):
        return load_variable(code, member, node)
    if isinstance(node.object, syntax.Super):
        with place_of(code, node) as place:
            return load_from(code, place, node)
    held = code.value(node.object)
    if node.name.name == "length" and not node.is_optional and held in (Held.STRING, Held.LIST):
        code.emit("STRING_LENGTH" if held is Held.STRING else "ARRAY_LENGTH")
        code.emit("I32_TO_F64")
        return Held.NUMBER
    code.convert(held, Held.WORD)
    if node.is_optional:
        leave_chain_with(code)
    get_property(code, node.name.name, node.name)
    return Held.WORD


def _private_property(code: Code, node: syntax.PropertyAccess, name: syntax.PrivateName) -> Held:
    with code.temporary() as local:
        code.word(node.object)
        code.store(local)
        if node.is_optional:
            leave_chain(code, local)
        code.at(name)
        code.load(local)
    code.word_text(private_key(code, name))
    code.library("privateGet")
    return Held.WORD


def refuse_super(code: Code, node: syntax.Super) -> Held:
    """`super` where it is no object of a property, and not called."""
    code.report(Diagnosis.SYNTAX, node, "`super` stands before a property or arguments", "write super.name or super()")
    code.undefined()
    return Held.WORD


def lower_element(code: Code, node: syntax.ElementAccess) -> Held:
    """`a[b]`, `a?.[b]`."""
    if isinstance(node.object, syntax.Super):
        with place_of(code, node) as place:
            return load_from(code, place, node)
    if isinstance(node.index, syntax.StringLiteral) and not node.is_optional and not is_index(node.index.value):
        code.word(node.object)
        get_property(code, node.index.value, node)
        return Held.WORD
    code.word(node.object)
    if node.is_optional:
        leave_chain_with(code)
    if not code.has_room(1):
        with code.temporary() as local:
            code.store(local)
            held = write_index(code, node.index)
            with code.temporary(held) as index:
                code.store(index)
                _load_element(code, node, local, index, held)
        return Held.WORD
    held = code.above(1, lambda: write_index(code, node.index))
    if held is Held.NUMBER and node.object not in code.program.expected.elements:
        code.at(node)
        code.native_or_library("element.get", "getIndexed")
        return Held.WORD
    with code.temporary(held) as index, code.temporary() as local:
        code.store(index)
        code.store(local)
        _load_element(code, node, local, index, held)
    return Held.WORD


def _load_element(code: Code, node: syntax.ElementAccess, local: int, index: int, held: Held) -> None:
    get_element(code, local, index, held, node, code.program.expected.elements.get(node.object))


def lower_chain(code: Code, node: syntax.OptionalChain) -> Held:
    """The whole of an optional chain: undefined if one of its links is."""
    outer, end, done = code.chain_end, code.label(), code.label()
    code.chain_end = end
    with code.temporary() as result:
        code.word(node.expression)
        code.store(result)
        code.jump("JUMP", done)
        code.place(end)
        code.undefined()
        code.store(result)
        code.place(done)
        code.load(result)
    code.chain_end = outer
    return Held.WORD


def lower_unary_all(code: Code, node: syntax.Unary) -> Held:
    """Operators before an expression, `delete` and `typeof` among them."""
    if node.operator == "delete":
        return _delete(code, node.operand)
    if node.operator == "typeof":
        return _typeof(code, node.operand)
    return lower_unary(code, node)


def _delete(code: Code, operand: Any) -> Held:
    if isinstance(operand, syntax.OptionalChain):
        outer, end, done = code.chain_end, code.label(), code.label()
        code.chain_end = end
        _delete_place(code, operand.expression)
        code.jump("JUMP", done)
        code.place(end)
        code.emit("CONST_TRUE")
        code.place(done)
        code.chain_end = outer
        return Held.BOOLEAN
    _delete_place(code, operand)
    return Held.BOOLEAN


def _delete_place(code: Code, operand: Any) -> None:
    match operand:
        case syntax.PropertyAccess(object=syntax.Super()):
            load_this(code)
            code.emit("POP")
            code.throws("superDeleted")
            code.emit("CONST_TRUE")
            return
        case syntax.ElementAccess(object=syntax.Super(), index=index):
            load_this(code)
            code.emit("POP")
            code.effect(index)
            code.throws("superDeleted")
            code.emit("CONST_TRUE")
            return
        case syntax.PropertyAccess(object=object_, name=syntax.Identifier(name=name)):
            with code.temporary() as local:
                code.word(object_)
                code.store(local)
                if operand.is_optional:
                    leave_chain(code, local)
                code.load(local)
                code.key(name)
        case syntax.ElementAccess(object=object_, index=index):
            with code.temporary() as local, code.temporary() as key:
                code.word(object_)
                code.store(local)
                if operand.is_optional:
                    leave_chain(code, local)
                code.word(index)
                code.store(key)
                code.load(local)
                code.load(key)
        case syntax.NonNull(expression=inner) | syntax.As(expression=inner):
            _delete_place(code, inner)
            return
        case _:
            code.effect(operand)
            code.emit("CONST_TRUE")
            return
    code.at(operand)
    code.library("deleteProperty")


def _typeof(code: Code, operand: Any) -> Held:
    if isinstance(operand, syntax.Identifier):
        with place_of(code, operand) as place:
            if isinstance(place, NamePlace) and _is_unknown(code, operand):
                return _typeof_unknown(code, operand)
    held = code.value(operand)
    known = _TYPES.get(held)
    if known is not None:
        code.emit("POP")
        code.text(known)
        return Held.STRING
    code.convert(held, Held.WORD)
    code.library("typeOf")
    return Held.STRING


_TYPES: Final = {
    **dict.fromkeys(NUMERIC, "number"),
    Held.LONG: "bigint",
    Held.STRING: "string",
    Held.BOOLEAN: "boolean",
}


def _is_unknown(code: Code, name: syntax.Identifier) -> bool:
    """Whether nothing in the program or the library has the name."""
    return name.name not in (*VALUES, GLOBAL_OBJECT) and library_meaning(code, name.name) is None


def _typeof_unknown(code: Code, name: syntax.Identifier) -> Held:
    if code.program.names_global_object:
        load_global_object(code, name)
        code.key(name.name)
        code.library("getProperty")
        code.library("typeOf")
    else:
        code.text("undefined")
    return Held.STRING


def lower_this(code: Code, node: syntax.This) -> Held:
    """`this`."""
    del node
    return load_this(code)


def lower_private_in(code: Code, node: syntax.PrivateIn) -> Held:
    """`#name in object`."""
    code.word(node.right)
    code.word_text(private_key(code, node.name))
    code.at(node)
    code.library("privateIn")
    return Held.BOOLEAN


def lower_meta(code: Code, node: syntax.MetaProperty) -> Held:
    """`new.target`."""
    if node.name == "import.meta":
        code.report(Diagnosis.EXPRESSION, node, "`import.meta` is not there", "leave it out")
        code.undefined()
        return Held.WORD
    variable = code.table.new_target_names.get(node)
    if variable is None or code.is_static:
        code.undefined()
        return Held.WORD
    return load_variable(code, variable)


def lower_sequence(code: Code, node: syntax.Sequence) -> Held:
    """`a, b`."""
    code.effect(node.left)
    return code.value(node.right)


def lower_transparent(code: Code, node: Any) -> Held:
    """What types alone are about: `x as T`, `x!`, `f<T>`."""
    return code.value(node.expression)
