"""Functions as values: closures, their calls, and the functions that stand between."""

from __future__ import annotations

from plait.frontend.check import typed
from plait.frontend.check.held import held, value_type
from plait.frontend.check.ranges import Ranges
from plait.frontend.check.types import FunctionOf
from plait.frontend.lower.code import Code, Tables
from plait.frontend.lower.numbers import emit_as
from plait.frontend.lower.shared import capture_type, push_captures
from plait.isa.value_types import ANY, BOOL, CellType, ClosureType, TaskType, ValueType


def closure_type(type_: FunctionOf) -> ClosureType:
    """How a function value is held."""
    found = held(type_)
    if not isinstance(found, ClosureType):
        raise AssertionError(f"a closure, not {found}")
    return found


def capture_types(tables: Tables, ranges: Ranges, function: int) -> tuple[ValueType, ...]:
    """The types of what a function captures, in the order of `push_captures`."""
    types: list[ValueType] = []
    for variable in tables.captures.variables.get(function, ()):
        types.append(capture_type(tables.captures, ranges, variable))
        if variable in tables.captures.early:
            types.append(CellType(BOOL))
    return tuple(types)


def declare_function(tables: Tables, ranges: Ranges, index: int, function: typed.Function) -> None:
    """The function in the module; what it captures stands before its parameters, or in the closure."""
    captures = capture_types(tables, ranges, index)
    parameters = tuple(held(parameter.type) for parameter in function.parameters)
    result = value_type(function.result)
    if function.is_closure:
        tables.module.declare_closure(function.name or "(anonymous)", captures, parameters, result)
    else:
        tables.module.declare_function(function.name or "(anonymous)", (*captures, *parameters), result)


def begin_function(code: Code, index: int, function: typed.Function) -> None:
    """Say where parameters and captured variables are, and write the cells of parameters that others capture."""
    captures = code.tables.captures
    place = 0
    for variable in captures.variables.get(index, ()):
        (code.captured if function.is_closure else code.locals)[variable] = place
        place += 1
        if variable in captures.early:
            (code.captured_ready if function.is_closure else code.readies)[variable] = place
            place += 1
    first = 1 if function.is_closure else place
    for number, parameter in enumerate(function.parameters, first):
        if parameter in captures.cells:
            code.emit("LOAD_LOCAL", number)
            code.declare(parameter, parameter.span)
        else:
            code.locals[parameter] = number


def emit_closure(code: Code, node: typed.Closure) -> None:
    """A function of the program as a value."""
    function = code.tables.functions[node.function]
    if function.is_closure:
        count = push_captures(code, node.function)
        code.at(node.span)
        code.emit("MAKE_CLOSURE", node.function, count)
        return
    wrapper = _wrapper(code, node.function)
    if code.tables.captures.variables[node.function]:
        count = push_captures(code, node.function)
        code.at(node.span)
        code.emit("MAKE_CLOSURE", wrapper, count)
        return
    _cached(code, node, wrapper)


def _cached(code: Code, node: typed.Closure, wrapper: int) -> None:
    """The one closure of a function that captures nothing: made when it is first asked for."""
    if not isinstance(node.type, FunctionOf):
        raise AssertionError("a function has a function type")
    type_ = closure_type(node.type)
    key = ("closure", node.function)
    if key not in code.tables.wrappers:
        name = code.tables.functions[node.function].name
        # A word: that of a variable without value is undefined.
        code.tables.wrappers[key] = code.tables.module.add_global(f"{name} as a value", ANY)
    cache = code.tables.wrappers[key]
    made = code.label()
    code.emit("LOAD_GLOBAL", cache)
    code.emit("ANY_IS_NULL")
    code.jump("JUMP_IF_FALSE", made)
    code.at(node.span)
    code.emit("MAKE_CLOSURE", wrapper, 0)
    code.emit("BOX_REF")
    code.emit("STORE_GLOBAL", cache)
    code.place(made)
    code.emit("LOAD_GLOBAL", cache)
    code.emit("UNBOX_REF", code.type_index(type_))


def _wrapper(code: Code, index: int) -> int:
    """A closure's body that calls a function, or starts it as a task if it is async."""
    key = ("wrapper", index)
    if key not in code.tables.wrappers:
        function = code.tables.functions[index]
        captures = capture_types(code.tables, code.ranges, index)
        parameters = tuple(held(parameter.type) for parameter in function.parameters)
        result = value_type(function.result)
        given = TaskType(result) if function.is_async else result
        wrapper = code.tables.module.declare_closure(function.name, captures, parameters, given)
        code.tables.wrappers[key] = wrapper
        builder = code.tables.module.function(wrapper)
        builder.mark(*function.span.file.locate(function.span.start))
        for number in range(len(captures)):
            builder.emit("LOAD_CAPTURED", number)
        for number in range(len(parameters)):
            builder.emit("LOAD_LOCAL", number + 1)
        builder.emit("SPAWN" if function.is_async else "CALL", index, len(captures) + len(parameters))
        builder.emit("RETURN_VOID" if given is None else "RETURN")
    return code.tables.wrappers[key]


def emit_call_value(code: Code, node: typed.CallValue) -> None:
    """A call of a function value."""
    type_ = node.callee.type
    if not isinstance(type_, FunctionOf):
        raise AssertionError("a function is called")
    code.emit_value(code, node.callee)
    for argument, parameter in zip(node.arguments, closure_type(type_).parameters, strict=True):
        emit_as(code, argument, parameter)
    code.at(node.span)
    code.emit("CALL_CLOSURE", len(node.arguments))
