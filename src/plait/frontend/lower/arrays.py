"""Arrays: literals, elements, assignments to elements, push."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Final

from plait.frontend.check import typed
from plait.frontend.check.held import element_type, held
from plait.frontend.check.types import UNKNOWN, ArrayOf, Type
from plait.frontend.lower.code import Code, element_suffix
from plait.frontend.lower.conversion import convert_top
from plait.frontend.lower.numbers import emit_as, emit_index
from plait.isa.value_types import ANY, BOOL, F64, I32, ValueType, is_reference
from plait.native import BY_NAME


def element_of(array: typed.Expression) -> ValueType:
    """How the array holds its elements."""
    return element_type(_type_of_elements(array))


def _type_of_elements(array: typed.Expression) -> Type:
    if not isinstance(array.type, ArrayOf):
        raise AssertionError(f"an array, not {array.type}")
    return array.type.element


def take_element(code: Code, array: typed.Expression) -> None:
    """The top of the stack, which the array has held, as values of its type are held elsewhere."""
    type_ = _type_of_elements(array)
    if element_of(array) != held(type_):
        convert_top(code, UNKNOWN, ANY, type_, held(type_))


def give_element(code: Code, array: typed.Expression) -> None:
    """The top of the stack, a value of the type of the elements, as the array holds it."""
    type_ = _type_of_elements(array)
    if element_of(array) != held(type_):
        convert_top(code, type_, held(type_), UNKNOWN, ANY)


def _get(code: Code, array: typed.Expression) -> None:
    code.emit("ARRAY_GET_" + element_suffix(element_of(array)))
    take_element(code, array)


def _set(code: Code, array: typed.Expression) -> None:
    give_element(code, array)
    code.emit("ARRAY_SET_" + element_suffix(element_of(array)))


def _emit_part(code: Code, array: typed.Expression, value: typed.Expression) -> None:
    """A value as the array holds it."""
    emit_as(code, value, held(_type_of_elements(array)))
    give_element(code, array)


TAKEN_AS_HELD: Final = {BY_NAME["array.insert"].id: 2, BY_NAME["array.fill"].id: 1}
"""Which operand of functions of the machine is a value that the array is going to hold."""


def emit_operands(code: Code, node: typed.Machine) -> None:
    """The operands of instructions or functions of the machine."""
    name, *immediates = node.instructions[0].split() if node.instructions else ("",)
    part = TAKEN_AS_HELD.get(int(immediates[0])) if name == "NATIVE_CALL" else None
    for place, operand in enumerate(node.operands):
        if place == part:
            _emit_part(code, node.operands[0], operand)
        else:
            emit_as(code, operand, held(operand.type))


PIECE = 32
"""As many elements of a literal wait on the stack at most: what waits is saved at every call among the elements."""


def emit_array(code: Code, node: typed.NewArray) -> None:
    """`[a, b]`: one array of the first elements, to which the others are appended."""
    element = element_of(node)
    type_index = code.type_index(element)
    if not node.elements:
        code.at(node.span)
        code.emit("NEW_ARRAY", type_index)
    for start in range(0, len(node.elements), PIECE):
        if start:
            code.emit("DUP")
        piece = node.elements[start : start + PIECE]
        for value in piece:
            _emit_part(code, node, value)
        code.at(node.span)
        code.emit("NEW_ARRAY_OF", type_index, len(piece))
        if start:
            code.emit("NATIVE_CALL", BY_NAME["array.append"].id, 2)


def emit_element(code: Code, node: typed.Element) -> None:
    """`array[index]`."""
    code.emit_value(code, node.array)
    emit_index(code, node.index)
    code.at(node.span)
    _get(code, node.array)


def emit_store_element(code: Code, node: typed.StoreElement, wants_value: bool) -> None:
    """`array[index] = value`."""
    element = held(_type_of_elements(node.array))
    code.emit_value(code, node.array)
    emit_index(code, node.index)
    if not wants_value:
        emit_as(code, node.value, element)
        code.at(node.span)
        _set(code, node.array)
        return
    found = code.held(node)
    with code.temporary(found) as value:
        code.emit_value(code, node.value)
        code.emit("STORE_LOCAL", value)
        code.emit("LOAD_LOCAL", value)
        _convert(code, found, element)
        code.at(node.span)
        _set(code, node.array)
        code.emit("LOAD_LOCAL", value)


def emit_update_element(code: Code, node: typed.UpdateElement, wants_value: bool) -> None:
    """`array[index] += ...`: the element is read before the right side is computed."""
    element = held(_type_of_elements(node.array))
    with ExitStack() as temporaries:
        array = temporaries.enter_context(code.temporary(held(node.array.type)))
        index = temporaries.enter_context(code.temporary(I32))
        old = temporaries.enter_context(code.temporary(element))
        code.emit_value(code, node.array)
        code.emit("STORE_LOCAL", array)
        emit_index(code, node.index)
        code.emit("STORE_LOCAL", index)
        code.emit("LOAD_LOCAL", array)
        code.emit("LOAD_LOCAL", index)
        code.at(node.span)
        _get(code, node.array)
        code.emit("STORE_LOCAL", old)
        code.old_values[node.old] = old
        code.emit("LOAD_LOCAL", array)
        code.emit("LOAD_LOCAL", index)
        emit_as(code, node.value, element)
        code.at(node.span)
        if not wants_value:
            _set(code, node.array)
        elif node.gives_old:
            _set(code, node.array)
            code.emit("LOAD_LOCAL", old)
        else:
            code.emit("STORE_LOCAL", old)
            code.emit("LOAD_LOCAL", old)
            _set(code, node.array)
            code.emit("LOAD_LOCAL", old)


def _convert(code: Code, found: ValueType, wanted: ValueType) -> None:
    if found is I32 and wanted is F64:
        code.emit("I32_TO_F64")


def emit_push(code: Code, node: typed.Push, wants_value: bool) -> None:
    """`array.push(a, b)`: all values are computed before the first is appended."""
    element = element_of(node.array)
    push = "ARRAY_PUSH_" + element_suffix(element)
    code.emit_value(code, node.array)
    if len(node.values) == 1 and not wants_value:
        _emit_part(code, node.array, node.values[0])
        code.at(node.span)
        code.emit(push)
        return
    with ExitStack() as temporaries:
        array = temporaries.enter_context(code.temporary(held(node.array.type)))
        code.emit("STORE_LOCAL", array)
        values = [temporaries.enter_context(code.temporary(element)) for _ in node.values]
        for value, local in zip(node.values, values, strict=True):
            _emit_part(code, node.array, value)
            code.emit("STORE_LOCAL", local)
        code.at(node.span)
        for local in values:
            code.emit("LOAD_LOCAL", array)
            code.emit("LOAD_LOCAL", local)
            code.emit(push)
        if wants_value:
            code.emit("LOAD_LOCAL", array)
            code.emit("ARRAY_LENGTH")


def emit_filled(code: Code, node: typed.FilledArray) -> None:
    """`new Array<T>(length).fill(value)`."""
    element = element_of(node)
    _emit_length(code, node)
    if not is_reference(element) and _is_zero(node.value):
        code.at(node.span)
        code.emit("NEW_ARRAY_ZEROED", code.type_index(element))
        return
    suffix = element_suffix(element)
    with ExitStack() as temporaries:
        left = temporaries.enter_context(code.temporary(I32))
        value = temporaries.enter_context(code.temporary(element))
        array = temporaries.enter_context(code.temporary(held(node.type)))
        code.emit("STORE_LOCAL", left)
        if is_reference(element):
            _check_length(code, node, left)
        code.at(node.span)
        if is_reference(element):
            code.emit("NEW_ARRAY", code.type_index(element))
        else:
            code.emit("LOAD_LOCAL", left)
            code.emit("NEW_ARRAY_ZEROED", code.type_index(element))
        code.emit("STORE_LOCAL", array)
        _emit_part(code, node, node.value)
        code.emit("STORE_LOCAL", value)
        again, end = code.label(), code.label()
        _emit_is_left(code, left)
        code.jump("JUMP_IF_FALSE", end)
        code.place(again)
        code.emit("LOAD_LOCAL", left)
        code.emit("CONST_I32", 1)
        code.emit("ISUB")
        code.emit("STORE_LOCAL", left)
        code.emit("LOAD_LOCAL", array)
        if not is_reference(element):
            code.emit("LOAD_LOCAL", left)
        code.emit("LOAD_LOCAL", value)
        code.emit(("ARRAY_PUSH_" if is_reference(element) else "ARRAY_SET_") + suffix)
        _emit_is_left(code, left)
        code.jump("JUMP_IF_TRUE", again)
        code.place(end)
        code.emit("LOAD_LOCAL", array)


def _is_zero(value: typed.Expression) -> bool:
    """Whether the value is a zero or false, as the machine fills new arrays."""
    while isinstance(value, typed.ToInt | typed.ToNumber):
        value = value.operand
    match value:
        case typed.Constant(value=bool() as truth):
            return not truth
        case typed.Constant(value=float() as number):
            return number == 0 and str(number) == "0.0"
        case _:
            return False


def _emit_is_left(code: Code, left: int) -> None:
    code.emit("LOAD_LOCAL", left)
    code.emit("CONST_I32", 0)
    code.emit("IGT")


def _check_length(code: Code, node: typed.FilledArray, length: int) -> None:
    """Throws as `NEW_ARRAY_ZEROED` does for a length that is none."""
    fine = code.label()
    code.emit("LOAD_LOCAL", length)
    code.emit("CONST_I32", 0)
    code.emit("IGE")
    code.jump("JUMP_IF_TRUE", fine)
    code.at(node.span)
    code.emit("LOAD_LOCAL", length)
    code.emit("NEW_ARRAY_ZEROED", code.type_index(BOOL))
    code.emit("POP")
    code.place(fine)


def _emit_length(code: Code, node: typed.FilledArray) -> None:
    """The length as i32; -1, which no array can have, for a number that is no length."""
    code.emit_value(code, node.length)
    if code.held(node.length) is I32:
        return
    with code.temporary(F64) as number, code.temporary(I32) as length:
        fine = code.label()
        code.emit("STORE_LOCAL", number)
        code.emit("LOAD_LOCAL", number)
        code.emit("F64_TO_I32_WRAP")
        code.emit("STORE_LOCAL", length)
        code.emit("LOAD_LOCAL", length)
        code.emit("I32_TO_F64")
        code.emit("LOAD_LOCAL", number)
        code.emit("FEQ")
        code.jump("JUMP_IF_TRUE", fine)
        code.emit("CONST_I32", -1)
        code.emit("STORE_LOCAL", length)
        code.place(fine)
        code.emit("LOAD_LOCAL", length)
