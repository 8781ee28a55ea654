"""Typed statements to instructions: loops with their test at the bottom, guarded ranges, finalizers on each way out."""

from __future__ import annotations

from typing import assert_never

from plait.bytecode.builder import Label
from plait.frontend.check import typed
from plait.frontend.check.held import value_type
from plait.frontend.check.types import UNDEFINED, VOID, PromiseOf
from plait.frontend.compilation import current
from plait.frontend.lower.arrays import element_of, take_element
from plait.frontend.lower.code import Code, Guarded, Leaving, element_suffix
from plait.frontend.lower.conditions import emit_branch
from plait.frontend.lower.conversion import convert_top, emit_converted, emit_nothing
from plait.frontend.lower.expressions import emit_await, emit_effect
from plait.frontend.lower.numbers import emit_as
from plait.frontend.lower.shared import begin_block, declare_shared, renew
from plait.isa.value_types import ANY, I32, ArrayType
from plait.source import Span


def emit_statement(code: Code, node: typed.Statement) -> None:
    """The statement; nothing where it cannot be reached."""
    if not code.reachable:
        return
    compilation = current()
    compilation.enter(node.span)
    try:
        _emit(code, node)
    finally:
        compilation.leave()


def _emit(code: Code, node: typed.Statement) -> None:
    match node:
        case typed.Declare(variable=variable, value=value):
            _declare(code, node.span, variable, value)
        case typed.Evaluate(expression=expression):
            emit_effect(code, expression)
        case typed.Block(statements=statements):
            if not all(isinstance(statement, typed.Declare) for statement in statements):
                begin_block(code, statements)
            for statement in statements:
                emit_statement(code, statement)
            # `let a = 1, b = 2;` is a block of declarations alone, whose variables live on.
            if not all(isinstance(statement, typed.Declare) for statement in statements):
                for statement in statements:
                    if isinstance(statement, typed.Declare):
                        code.release(statement.variable)
        case typed.If():
            _if(code, node)
        case typed.Loop():
            _loop(code, node)
        case typed.ForOf():
            _for_of(code, node)
        case typed.Switch():
            _switch(code, node)
        case typed.Labeled(target=target, body=body):
            end = code.label()
            code.surroundings.append(Leaving(target, end, None))
            emit_statement(code, body)
            code.surroundings.pop()
            code.place(end)
        case typed.Break(target=target):
            _leave(code, target, is_break=True)
        case typed.Continue(target=target):
            _leave(code, target, is_break=False)
        case typed.Return():
            _return(code, node)
        case typed.Throw(span=span, value=thrown):
            code.emit_value(code, thrown)
            code.at(span)
            code.emit("THROW")
        case typed.Try():
            _try(code, node)
        case _:
            assert_never(node)


def _declare(code: Code, span: Span, variable: typed.Variable, value: typed.Expression | None) -> None:
    is_early = variable in code.tables.captures.early
    if value is not None and (variable.constant is None or is_early):
        emit_as(code, value, code.storage(variable))
        code.declare(variable, span)
    else:
        declare_shared(code, variable, has_value=False)
    code.begin(variable)


def _if(code: Code, node: typed.If) -> None:
    end = code.label()
    if node.otherwise is None:
        emit_branch(code, node.condition, end, when=False)
        emit_statement(code, node.then)
    else:
        otherwise = code.label()
        emit_branch(code, node.condition, otherwise, when=False)
        emit_statement(code, node.then)
        code.jump("JUMP", end)
        code.place(otherwise)
        emit_statement(code, node.otherwise)
    code.place(end)


def _body(code: Code, target: typed.JumpTarget, body: typed.Statement, break_label: Label) -> None:
    """The body of a loop, with the place that `continue` goes to after it."""
    continue_label = code.label()
    code.surroundings.append(Leaving(target, break_label, continue_label))
    emit_statement(code, body)
    code.surroundings.pop()
    code.place(continue_label)


def _loop(code: Code, node: typed.Loop) -> None:
    """The test stands before the loop and again at its end: each round has one conditional jump back."""
    again, end = code.label(), code.label()
    # The closures that the head itself makes keep the variables of the time before the first round.
    for variable in node.renewed:
        renew(code, variable)
    if node.tests_first and node.condition is not None:
        emit_branch(code, node.condition, end, when=False)
    code.place(again)
    # A limit or an interrupt may stop the program here.
    code.at(node.span)
    _body(code, node.target, node.body, end)
    for variable in node.renewed:
        renew(code, variable)
    if node.step is not None:
        emit_effect(code, node.step)
    if node.condition is None:
        code.jump("JUMP", again)
    else:
        emit_branch(code, node.condition, again, when=True)
    code.place(end)


def _for_of(code: Code, node: typed.ForOf) -> None:
    element = element_of(node.array)
    with code.temporary(ArrayType(element)) as array, code.temporary(I32) as index:
        again, end = code.label(), code.label()

        def test() -> None:
            code.emit("LOAD_LOCAL", index)
            code.emit("LOAD_LOCAL", array)
            code.emit("ARRAY_LENGTH")
            code.emit("ILT")

        code.emit_value(code, node.array)
        code.emit("STORE_LOCAL", array)
        code.emit("CONST_I32", 0)
        code.emit("STORE_LOCAL", index)
        test()
        code.jump("JUMP_IF_FALSE", end)
        code.place(again)
        code.at(node.span)
        code.emit("LOAD_LOCAL", array)
        code.emit("LOAD_LOCAL", index)
        code.emit("ARRAY_GET_" + element_suffix(element))
        take_element(code, node.array)
        code.declare(node.variable, node.span)
        _body(code, node.target, node.body, end)
        code.emit("LOAD_LOCAL", index)
        code.emit("CONST_I32", 1)
        code.emit("IADD")
        code.emit("STORE_LOCAL", index)
        test()
        code.jump("JUMP_IF_TRUE", again)
        code.place(end)


def _switch(code: Code, node: typed.Switch) -> None:
    end = code.label()
    labels = [code.label() for _ in node.cases]
    found = code.held(node.value)
    with code.temporary(found) as value:
        emit_as(code, node.subject, found)
        code.emit("STORE_LOCAL", value)
        code.old_values[node.value] = value
        otherwise = labels[-1] if node.is_exhaustive else end
        for case, label in zip(node.cases, labels, strict=True):
            if case.condition is None:
                otherwise = label
            else:
                emit_branch(code, case.condition, label, when=True)
        code.jump("JUMP", otherwise)
    declared = [
        statement for case in node.cases for statement in case.statements if isinstance(statement, typed.Declare)
    ]
    begin_block(code, tuple(declared))
    code.surroundings.append(Leaving(node.target, end, None))
    for case, label in zip(node.cases, labels, strict=True):
        code.place(label)
        for statement in case.statements:
            emit_statement(code, statement)
    code.surroundings.pop()
    for statement in declared:
        code.release(statement.variable)
    code.place(end)


def _unwind(code: Code, depth: int) -> None:
    """Leave all surroundings from the innermost to the one at `depth`: close guarded ranges, run finalizers."""
    surroundings = code.surroundings
    for index in range(len(surroundings) - 1, depth - 1, -1):
        surrounding = surroundings[index]
        if isinstance(surrounding, Guarded):
            code.emit("END_TRY")
            if surrounding.finalizer is not None:
                code.surroundings = surroundings[:index]
                emit_statement(code, surrounding.finalizer)
    code.surroundings = surroundings


def _leave(code: Code, target: typed.JumpTarget, is_break: bool) -> None:
    for index, surrounding in enumerate(code.surroundings):
        if isinstance(surrounding, Leaving) and surrounding.target is target:
            label = surrounding.break_label if is_break else surrounding.continue_label
            if label is None:
                raise AssertionError("`continue` names a loop")
            _unwind(code, index + 1)
            code.jump("JUMP", label)
            return
    raise AssertionError("a jump without its statement")


def _return(code: Code, node: typed.Return) -> None:
    value = node.value
    if node.follows_promise and value is not None and isinstance(value.type, PromiseOf):
        _return_promise(code, value, value.type)
        return
    finalizers = [
        i for i, around in enumerate(code.surroundings) if isinstance(around, Guarded) and around.finalizer is not None
    ]
    # Ranges without finalizer may stay open: returning closes them.
    depth = finalizers[0] if finalizers else len(code.surroundings)
    if value is None or code.result is None:
        if value is not None:
            emit_effect(code, value)
        _unwind(code, depth)
        code.emit("RETURN_VOID")
        return
    if value.type is VOID:
        emit_effect(code, value)
        emit_nothing(code, UNDEFINED, code.result)
    elif value.type == code.result_type:
        emit_as(code, value, code.result)
    else:
        emit_converted(code, value, code.result_type)
    if finalizers:
        with code.temporary(code.result) as result:
            code.emit("STORE_LOCAL", result)
            _unwind(code, depth)
            code.emit("LOAD_LOCAL", result)
    code.emit("RETURN")


def _return_promise(code: Code, value: typed.Expression, promise: PromiseOf) -> None:
    """The function's promise follows another: two turns later than a value, and outside of every `try`."""
    held = code.held(value)
    with code.temporary(held) as task:
        code.emit_value(code, value)
        code.emit("STORE_LOCAL", task)
        _unwind(code, 0)
        code.emit("YIELD")
        code.emit("LOAD_LOCAL", task)
        code.at(value.span)
        emit_await(code)
    result = value_type(promise.result)
    if code.result is None:
        code.emit("RETURN_VOID")
        return
    if result is None:
        emit_nothing(code, UNDEFINED, code.result)
    else:
        convert_top(code, promise.result, result, code.result_type, code.result)
    code.emit("RETURN")


def _try(code: Code, node: typed.Try) -> None:
    if node.finalizer is None:
        _try_catch(code, node)
        return
    failed, end = code.label(), code.label()
    code.jump("TRY", failed)
    code.surroundings.append(Guarded(node.finalizer))
    if node.handler is None:
        emit_statement(code, node.body)
    else:
        _try_catch(code, node)
    code.surroundings.pop()
    code.emit("END_TRY")
    emit_statement(code, node.finalizer)
    code.jump("JUMP", end)
    code.place(failed)
    with code.temporary(ANY) as error:
        code.emit("STORE_LOCAL", error)
        emit_statement(code, node.finalizer)
        code.emit("LOAD_LOCAL", error)
        code.emit("RETHROW")
    code.place(end)


def _try_catch(code: Code, node: typed.Try) -> None:
    if node.handler is None:
        raise AssertionError("a `try` has a handler or a finalizer")
    caught, end = code.label(), code.label()
    code.jump("TRY", caught)
    code.surroundings.append(Guarded(None))
    emit_statement(code, node.body)
    code.surroundings.pop()
    code.emit("END_TRY")
    code.jump("JUMP", end)
    code.place(caught)
    if node.variable is None:
        code.emit("POP")
    else:
        code.declare(node.variable, node.span)
    emit_statement(code, node.handler)
    code.place(end)
