"""Typed expressions to instructions."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from plait.frontend.check import typed
from plait.frontend.check.held import held, value_type
from plait.frontend.check.types import TEXT, UNKNOWN, VOID, ArrayOf, ChannelOf, PromiseOf
from plait.frontend.compilation import current
from plait.frontend.lower import objects
from plait.frontend.lower.arrays import (
    emit_array,
    emit_element,
    emit_filled,
    emit_operands,
    emit_push,
    emit_store_element,
    emit_update_element,
    take_element,
)
from plait.frontend.lower.closures import emit_call_value, emit_closure
from plait.frontend.lower.code import Code
from plait.frontend.lower.conditions import emit_branch, emit_choice, emit_comparison, emit_logical, emit_truthy
from plait.frontend.lower.conversion import convert_top, emit_convert, emit_nothing
from plait.frontend.lower.numbers import (
    emit_arithmetic,
    emit_as,
    emit_bitwise,
    emit_constant,
    emit_int32,
    emit_math,
    emit_negate,
)
from plait.frontend.lower.shared import push_captures
from plait.frontend.lower.tuples import emit_tuple
from plait.frontend.syntax import LogicalOperator
from plait.isa.value_types import ANY, BOOL, F64, I32, TaskType
from plait.native import BY_NAME


def emit_expression(code: Code, node: typed.Expression) -> None:
    """The value, held as `code.held` says; nothing for an expression of type void."""
    compilation = current()
    compilation.enter(node.span)
    try:
        _emit(code, node)
    finally:
        compilation.leave()


def _emit(code: Code, node: typed.Expression) -> None:
    match node:
        case typed.Constant(value=value):
            _constant(code, node, value)
        case typed.Read(span=span, variable=variable):
            code.load(variable, span)
        case typed.Store():
            emit_as(code, node.value, code.held(node))
            code.emit("DUP")
            _store(code, node)
        case typed.PostfixUpdate(span=span, variable=variable, value=new):
            code.load(variable, span)
            emit_as(code, new, code.storage(variable))
            code.store(variable, span)
        case typed.StoreElement():
            emit_store_element(code, node, wants_value=True)
        case typed.UpdateElement():
            emit_update_element(code, node, wants_value=True)
        case typed.OldValue():
            code.emit("LOAD_LOCAL", code.old_values[node])
        case typed.Arithmetic():
            emit_arithmetic(code, node)
        case typed.Negate():
            emit_negate(code, node)
        case typed.Bitwise():
            emit_bitwise(code, node)
        case typed.Complement(operand=operand):
            emit_int32(code, operand)
            code.emit("INOT")
        case typed.Compare():
            emit_comparison(code, node)
        case typed.Not(operand=operand):
            code.emit_value(code, operand)
            code.emit("BNOT")
        case typed.Logical():
            emit_logical(code, node)
        case typed.Choose():
            emit_choice(code, node)
        case typed.Truthy(operand=operand):
            code.emit_value(code, operand)
            emit_truthy(code, operand.type, code.held(operand))
        case typed.Concatenate(span=span, left=left, right=right):
            code.emit_value(code, left)
            code.emit_value(code, right)
            code.at(span)
            code.emit("STRING_CONCAT")
        case typed.ToText(operand=operand):
            code.emit_value(code, operand)
            _to_text(code, operand, "F64_TO_STRING")
        case typed.ToNumber(operand=operand):
            code.emit_value(code, operand)
        case typed.ToInt(span=span, operand=operand):
            code.emit_value(code, operand)
            if code.held(operand) is F64:
                code.at(span)
                code.emit("F64_TO_I32")
        case typed.NewArray():
            emit_array(code, node)
        case typed.FilledArray():
            emit_filled(code, node)
        case typed.Length(operand=operand):
            code.emit_value(code, operand)
            code.emit("ARRAY_LENGTH" if isinstance(operand.type, ArrayOf) else "STRING_LENGTH")
        case typed.Element():
            emit_element(code, node)
        case typed.Push():
            emit_push(code, node, wants_value=True)
        case typed.Call():
            _call(code, node)
        case typed.MathCall():
            emit_math(code, node)
        case typed.Closure():
            emit_closure(code, node)
        case typed.CallValue():
            emit_call_value(code, node)
        case typed.CallHost():
            _call_host(code, node)
        case typed.NewTuple() | typed.ReadPlace() | typed.StorePlace():
            emit_tuple(code, node, wants_value=True)
        case typed.Inline():
            _inline(code, node, emit_expression)
        case typed.Machine():
            _machine(code, node)
        case typed.WaitAll():
            _wait_all(code, node)
        case typed.Await(operand=operand):
            if isinstance(operand.type, PromiseOf):
                emit_expression(code, operand)
                code.at(node.span)
                emit_await(code)
            else:
                if node.type is VOID:
                    emit_expression(code, operand)
                else:
                    emit_as(code, operand, code.held(node))
                code.emit("YIELD")
        case typed.Nothing(type=kind):
            emit_nothing(code, kind, ANY)
        case typed.Convert():
            emit_convert(code, node)
        case typed.NewObject():
            objects.emit_new_object(code, node)
        case typed.NewLiteral():
            objects.emit_literal(code, node)
        case typed.SuperConstruct():
            objects.emit_super(code, node)
        case typed.ReadField():
            objects.emit_read_field(code, node)
        case typed.StoreField():
            objects.emit_store_field(code, node, wants_value=True)
        case typed.CallMethod():
            objects.emit_call_method(code, node)
        case typed.ReadStatic(span=span, member=member):
            objects.emit_read_static(code, span, member)
        case typed.StoreStatic():
            objects.emit_store_static(code, node, wants_value=True)
        case typed.InstanceOf():
            objects.emit_instance_of(code, node)
        case typed.IsOf(operand=operand, wanted=wanted):
            code.emit_value(code, operand)
            code.emit("ANY_IS", code.type_index(held(wanted)))
        case typed.IsNothing():
            objects.emit_is_nothing(code, node)
        case typed.TypeOf():
            objects.emit_type_of(code, node)
        case typed.Let():
            objects.emit_let(code, node, wants_value=True)
        case typed.IfPresent():
            objects.emit_if_present(code, node, wants_value=True)
        case typed.Log():
            _log(code, node)
        case typed.Comma(first=first, second=second):
            emit_effect(code, first)
            emit_expression(code, second)
        case typed.Invalid():
            raise AssertionError("an invalid program is not lowered")
        case _:
            assert_never(node)


def emit_effect(code: Code, node: typed.Expression) -> None:
    """The expression for its effect alone."""
    match node:
        case typed.Store():
            emit_as(code, node.value, code.storage(node.variable))
            code.store(node.variable, node.span)
        case typed.PostfixUpdate(span=span, variable=variable, value=new):
            emit_as(code, new, code.storage(variable))
            code.store(variable, span)
        case typed.StoreElement():
            emit_store_element(code, node, wants_value=False)
        case typed.UpdateElement():
            emit_update_element(code, node, wants_value=False)
        case typed.Push():
            emit_push(code, node, wants_value=False)
        case typed.StorePlace():
            emit_tuple(code, node, wants_value=False)
        case typed.Inline():
            _inline(code, node, emit_effect)
        case typed.StoreField():
            objects.emit_store_field(code, node, wants_value=False)
        case typed.StoreStatic():
            objects.emit_store_static(code, node, wants_value=False)
        case typed.Let():
            objects.emit_let(code, node, wants_value=False)
        case typed.IfPresent():
            objects.emit_if_present(code, node, wants_value=False)
        case typed.Convert(operand=operand):
            emit_effect(code, operand)
        case typed.OldValue() | typed.Nothing():
            pass
        case typed.Comma(first=first, second=second):
            emit_effect(code, first)
            emit_effect(code, second)
        case typed.Choose(condition=condition, then=then, otherwise=otherwise):
            otherwise_label, end = code.label(), code.label()
            emit_branch(code, condition, otherwise_label, when=False)
            emit_effect(code, then)
            code.jump("JUMP", end)
            code.place(otherwise_label)
            emit_effect(code, otherwise)
            code.place(end)
        case typed.Logical(operator=operator, left=left, right=right) if code.held(node) is BOOL:
            end = code.label()
            emit_branch(code, left, end, when=operator is LogicalOperator.OR)
            emit_effect(code, right)
            code.place(end)
        case _:
            emit_expression(code, node)
            if node.type is not VOID:
                code.emit("POP")


def emit_await(code: Code) -> None:
    """Wait for the task on the stack. A task that has ended still costs one turn."""
    waits = code.label()
    code.emit("DUP")
    code.emit("TASK_IS_DONE")
    code.jump("JUMP_IF_FALSE", waits)
    code.emit("YIELD")
    code.place(waits)
    code.emit("AWAIT")


def _constant(code: Code, node: typed.Constant, value: float | bool | str) -> None:
    match value:
        case bool():
            code.emit("CONST_TRUE" if value else "CONST_FALSE")
        case str():
            code.text(value)
        case _:
            emit_constant(code, node, value)


def _store(code: Code, node: typed.Store) -> None:
    """Store the top of the stack, which is held as the expression is."""
    if code.held(node) is I32 and code.storage(node.variable) is F64:
        code.emit("I32_TO_F64")
    code.store(node.variable, node.span)


def _to_text(code: Code, operand: typed.Expression, number: str) -> None:
    """The top of the stack as a string."""
    found = code.held(operand)
    if found is F64:
        code.emit(number)
    elif found is I32:
        code.emit("I32_TO_STRING")
    elif found is BOOL:
        code.emit("BOOL_TO_STRING")
    elif operand.type is not TEXT:
        convert_top(code, operand.type, found, UNKNOWN, ANY)
        code.emit("ANY_TO_DISPLAY" if number == "F64_TO_DISPLAY" else "ANY_TO_STRING")


def _call(code: Code, node: typed.Call) -> None:
    if node.owner is not None:
        code.check_class(node.owner, node.span)
    callee = code.tables.functions[node.function]
    count = push_captures(code, node.function)
    for argument, parameter in zip(node.arguments, callee.parameters, strict=True):
        emit_as(code, argument, held(parameter.type))
    code.at(node.span)
    code.emit("SPAWN" if node.is_async else "CALL", node.function, count + len(node.arguments))


def _call_host(code: Code, node: typed.CallHost) -> None:
    parameters = tuple(map(held, node.parameters))
    native = code.tables.module.add_import(node.name, parameters, value_type(node.type))
    for argument, parameter in zip(node.arguments, parameters, strict=True):
        emit_as(code, argument, parameter)
    code.at(node.span)
    code.emit("NATIVE_CALL", native, len(node.arguments))


def _inline(code: Code, node: typed.Inline, emit_last: Callable[[Code, typed.Expression], None]) -> None:
    from plait.frontend.lower.statements import emit_statement

    for statement in node.statements:
        emit_statement(code, statement)
    emit_last(code, node.value)
    for statement in node.statements:
        if isinstance(statement, typed.Declare):
            code.release(statement.variable)


def _machine(code: Code, node: typed.Machine) -> None:
    emit_operands(code, node)
    code.at(node.span)
    for instruction in node.instructions:
        mnemonic, *immediates = instruction.split()
        if isinstance(node.type, ChannelOf) and mnemonic == "NEW_CHANNEL":
            code.emit(mnemonic, code.type_index(held(node.type.element)))
        elif mnemonic == "HOST_CALL":
            _host_call(code, node, instruction.removeprefix("HOST_CALL "))
        else:
            code.emit(mnemonic, *map(int, immediates))
        if mnemonic in ("ARRAY_POP", "ARRAY_SHIFT"):
            take_element(code, node.operands[0])


def _host_call(code: Code, node: typed.Machine, name: str) -> None:
    types = tuple(held(operand.type) for operand in node.operands)
    native = code.tables.module.add_import(name, types, value_type(node.type))
    code.emit("NATIVE_CALL", native, len(types))


def _wait_all(code: Code, node: typed.WaitAll) -> None:
    """One wait for tasks of any results: their array says nothing of these."""
    code.emit("NEW_ARRAY", code.type_index(TaskType(None)))
    for task in node.tasks:
        code.emit("DUP")
        code.emit_value(code, task)
        code.emit("ARRAY_PUSH_REF")
    code.at(node.span)
    code.emit("WAIT_ALL")


def _log(code: Code, node: typed.Log) -> None:
    """All arguments as one string, with spaces between them."""
    parts: list[typed.Expression | str] = []
    for index, argument in enumerate(node.arguments):
        pieces: list[typed.Expression | str] = [" "] if index else []
        pieces.append(
            argument.value if isinstance(argument, typed.Constant) and isinstance(argument.value, str) else argument
        )
        for piece in pieces:
            if isinstance(piece, str) and parts and isinstance(parts[-1], str):
                parts[-1] += piece
            else:
                parts.append(piece)
    for index, part in enumerate(parts or [""]):
        if isinstance(part, str):
            code.text(part)
        else:
            code.emit_value(code, part)
            _to_text(code, part, "F64_TO_DISPLAY")
            if index == 0 and node.guarded:
                code.at(node.span)
                code.emit("NATIVE_CALL", BY_NAME["console.unformatted"].id, 1)
        if index:
            code.at(node.span)
            code.emit("STRING_CONCAT")
    code.at(node.span)
    code.emit("NATIVE_CALL", BY_NAME["console.error" if node.is_error else "console.log"].id, 1)
